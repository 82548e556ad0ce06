"""Map layers in the admin: each organisation keeps its own, and chooses among what it may use."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.layers.models import Layer
from hearings.models import Hearing, Section
from tests.admin_forms import form_data
from tests.factories import make_hearing, make_image, make_layer, make_organisation, make_user
from tests.factories.layers import SHAPES
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def organisation():
    return make_organisation()


@pytest.fixture
def editor(client, organisation):
    user = make_user(role="editor", organisation=organisation)
    client.force_login(user)
    return user


def address(name, layer):
    return reverse(f"layers_admin:{name}", args=[layer.pk])


def faults(response) -> list[str]:
    """Names of the fields that the page complains of."""
    errors = soup(response).select(".w-field__errors:has(p)")
    return [error.find_parent(attrs={"data-contentpath": True})["data-contentpath"] for error in errors]


def new_layer(client, owner, **fields):
    """Send the form of a new layer; `owner` is an organisation's key, or "" for the whole service."""
    url = reverse("layers_admin:add")
    data = form_data(client.get(url)) | {"organisation": str(owner), "name_fi": "Kaava"} | fields
    return client.post(url, data)


def test_editor_makes_a_layer_in_five_languages(client, organisation, editor):
    names = {"name_fi": "Kaava", "name_sv": "Plan", "name_en": "Plan", "name_fi_simple": "Kartta", "name_ru": "План"}
    service = {"kind": "wms", "address": "https://maps.example.org/wms", "remote_layers": "plan"}
    assert new_layer(client, organisation.pk, **names, **service).status_code == 302
    layer = Layer.objects.get()
    assert layer.organisation == organisation
    assert {code: row.name for code, row in layer.translation_rows().items()} == {
        "fi": "Kaava",
        "sv": "Plan",
        "en": "Plan",
        "fi-simple": "Kartta",
        "ru": "План",
    }


def test_faults_are_shown_at_their_fields(client, organisation, editor):
    response = new_layer(client, organisation.pk, kind="wms", address="http://maps.example.org", name_fi="")
    assert response.status_code == 200
    assert faults(response) == ["address", "name_fi"]
    assert not Layer.objects.exists()


def test_picture_of_the_key_must_be_told_in_words(client, organisation, editor):
    service = {"kind": "xyz", "address": "https://a.example/{z}/{x}/{y}", "legend_image": str(make_image().pk)}
    assert faults(new_layer(client, organisation.pk, **service)) == ["legend_alt_fi"]
    assert new_layer(client, organisation.pk, **service, legend_alt_fi="Viivoja").status_code == 302


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (json.dumps(SHAPES).encode(), None),
        (b"\xef\xbb\xbf" + json.dumps(SHAPES).encode(), None),
        (b"\xff\xfe{", "geojson"),
        (b"{}", "geojson"),
        (b"", "geojson"),
        (None, "geojson"),
    ],
)
def test_file_is_read_when_it_is_sent(client, organisation, editor, content, fault):
    file = {} if content is None else {"geojson": SimpleUploadedFile("plan.geojson", content)}
    response = new_layer(client, organisation.pk, kind="geojson", **file)
    assert response.status_code == (200 if fault else 302)
    assert [layer.geojson for layer in Layer.objects.all()] == ([] if fault else [SHAPES])
    assert faults(response) == ([fault] if fault else [])


def test_file_stays_when_the_form_is_sent_without_one(client, organisation, editor):
    layer = make_layer("geojson", organisation=organisation)
    page = client.get(address("edit", layer))
    client.post(address("edit", layer), form_data(page) | {"name_fi": "Uusi nimi"})
    layer = Layer.objects.get()
    assert (str(layer), layer.geojson) == ("Uusi nimi", SHAPES)


def test_editor_must_name_one_of_their_own_organisations(client, organisation, editor):
    service = {"kind": "xyz", "address": "https://a.example/{z}/{x}/{y}"}
    for chosen in ("", make_organisation().pk):
        response = new_layer(client, chosen, **service)
        assert faults(response) == ["organisation"]


def test_administrator_makes_layers_of_the_whole_service(client, organisation):
    client.force_login(make_user(is_superuser=True))
    service = {"kind": "xyz", "address": "https://a.example/{z}/{x}/{y}"}
    assert new_layer(client, "", **service).status_code == 302
    assert Layer.objects.get().organisation is None


@pytest.mark.parametrize("name", ["edit", "delete", "history", "usage", "see"])
@pytest.mark.parametrize("owner", ["another", "the service"])
def test_layers_of_others_are_not_there(client, editor, name, owner):
    foreign = make_layer(organisation=make_organisation() if owner == "another" else None)
    assert client.get(address(name, foreign)).status_code == 404
    client.post(address(name, foreign), {"name_fi": "x"})
    assert str(Layer.objects.get()) == str(foreign)


def test_list_has_own_layers_alone(client, organisation, editor):
    own = make_layer(organisation=organisation)
    others = [make_layer(), make_layer(organisation=make_organisation())]
    page = client.get(reverse("layers_admin:index")).content.decode()
    assert str(own) in page
    assert [layer for layer in others if str(layer) in page] == []


@pytest.mark.parametrize(("role", "status"), [("viewer", 200), ("editor", 200), ("publisher", 200)])
def test_layer_is_seen_on_a_map_even_when_it_is_not_in_use(client, organisation, role, status):
    layer = make_layer("geojson", organisation=organisation, is_active=False)
    client.force_login(make_user(role=role, organisation=organisation))
    response = client.get(address("see", layer))
    assert response.status_code == status
    config = json.loads(soup(response).select_one("#layer-map-layers").string)
    assert [(each["id"], each["shown"]) for each in config] == [(str(layer.pk), True)]


def test_viewer_may_not_change_a_layer(client, organisation):
    layer = make_layer(organisation=organisation)
    client.force_login(make_user(role="viewer", organisation=organisation))
    assert client.get(address("edit", layer)).status_code == 302
    assert client.get(address("delete", layer)).status_code == 302


# --- Layers of a hearing's sections ----------------------------------------------------------------------


def hearing_page(client, hearing):
    url = reverse("hearings_admin:edit", args=[hearing.pk])
    return url, client.get(url)


def offered(page, number) -> dict[str, bool]:
    """{key of a layer: whether it is ticked} for the section `number`."""
    boxes = soup(page).select(f"[name=sections-{number}-layers]")
    return {box["value"]: box.has_attr("checked") for box in boxes}


def test_planner_chooses_layers_of_a_section_in_a_draft_and_publishes_them(client, organisation):
    hearing = make_hearing(organisation=organisation)
    client.force_login(make_user(role="publisher", organisation=organisation))
    own, everyones = make_layer(organisation=organisation), make_layer()
    make_layer(organisation=make_organisation())
    url, page = hearing_page(client, hearing)
    assert offered(page, 1) == {str(own.pk): False, str(everyones.pk): False}
    client.post(url, form_data(page) | {"sections-1-layers": [str(own.pk), str(everyones.pk)]})
    assert not Section.objects.filter(layers__isnull=False).exists()
    url, page = hearing_page(client, hearing)
    assert offered(page, 1) == {str(own.pk): True, str(everyones.pk): True}
    client.post(url, form_data(page, action="action-publish") | {"sections-1-layers": [str(everyones.pk)]})
    sections = Hearing.objects.get(pk=hearing.pk).sections.all()
    assert [list(section.layers.all()) for section in sections] == [[], [everyones], []]


def test_history_tells_which_layers_were_chosen(client, organisation):
    hearing = make_hearing(organisation=organisation)
    before = hearing.latest_revision
    client.force_login(make_user(role="editor", organisation=organisation))
    layer = make_layer()
    url, page = hearing_page(client, hearing)
    client.post(url, form_data(page) | {"sections-1-layers": [str(layer.pk)]})
    after = Hearing.objects.get(pk=hearing.pk).latest_revision
    compare = reverse("hearings_admin:revisions_compare", args=[hearing.pk, before.pk, after.pk])
    words = soup(client.get(compare)).select_one("main").get_text(" ", strip=True)
    assert str(layer) in words


def test_layer_that_someone_else_chose_stays_and_another_cannot_be_taken(client, organisation):
    hearing = make_hearing(organisation=organisation, live=False)
    chosen, foreign = (make_layer(organisation=make_organisation()) for _number in range(2))
    section = hearing.sections.all()[0]
    section.layers.set([chosen])
    hearing.sections.add(section)
    hearing.save_revision()
    client.force_login(make_user(role="editor", organisation=organisation))
    url, page = hearing_page(client, hearing)
    assert offered(page, 0) == {str(chosen.pk): True}
    client.post(url, form_data(page) | {"sections-0-abstract": "Uusi"})
    client.post(url, form_data(page) | {"sections-0-layers": [str(chosen.pk), str(foreign.pk)]})
    draft = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    first = draft.sections.all()[0]
    assert (list(first.layers.all()), first.text_in("abstract", "fi")) == ([chosen], "Uusi")


def test_new_section_takes_layers(client, organisation):
    hearing = make_hearing(organisation=organisation, live=False, sections=["main"])
    client.force_login(make_user(role="editor", organisation=organisation))
    layer = make_layer()
    url, page = hearing_page(client, hearing)
    section = {"kind": "part", "commenting": "everyone", "map_tools": "all", "title": "Uusi", "abstract": ""}
    section |= {"id": "", "ORDER": "2", "DELETE": "", "body-count": "0", "layers": [str(layer.pk)]}
    fields = {f"sections-1-{name}": value for name, value in section.items()}
    client.post(url, form_data(page) | fields | {"sections-TOTAL_FORMS": "2"})
    draft = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    assert [list(each.layers.all()) for each in draft.sections.all()] == [[], [layer]]


def test_layers_are_read_once_for_all_sections(client, organisation):
    client.force_login(make_user(role="editor", organisation=organisation))
    make_layer(organisation=organisation)
    counts = []
    for size in (2, 12):
        hearing = make_hearing(organisation=organisation, live=False, sections=["main", *["part"] * size])
        url, _page = hearing_page(client, hearing)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len([query for query in queries if "layers_layer" in query["sql"]]))
    assert counts[0] == counts[1]
