"""Words that nobody outside may read: none is at any address that a visitor can reach.

The words are in the database, so a rule that is forgotten in one place shows here.
"""

import io
import json
import re
import zipfile

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from cms.choices import HiddenReason
from cms.layers.files import read_layer_file
from hearings.commenting import leave_comment, withdraw_comment
from hearings.models import Comment
from hearings.moderating import hide_comment
from tests import factories
from tests.crawling import crawl
from tests.factories import make_comment, make_hearing, make_layer, make_organisation, make_section, make_user
from tests.survey_nest import make_surveys

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "site")]

LANGUAGES = ["fi", "sv", "en", "fi-simple", "ru"]
POINT = "POINT(24.95 60.18)"
PLACE = {"type": "Point", "coordinates": [24.95, 60.18]}
BOX = "bbox=24.75,59.90,25.30,60.35"


class Nest:
    """Gives out words found nowhere else, and remembers them."""

    def __init__(self):
        self.words = []

    def word(self, name: str) -> str:
        self.words.append(f"canary{name}{len(self.words)}x")
        return self.words[-1]

    def texts(self, name: str, *fields: str) -> dict:
        return {code: {field: self.word(f"{name}{field}") for field in fields} for code in LANGUAGES}


def fill(instance, nest, name):
    for code, texts in nest.texts(name, "title", "abstract").items():
        instance.set_translation(code, **texts)


def secret_section(nest, kind, **fields):
    section = make_section(kind, **fields)
    fill(section, nest, kind)
    for code in LANGUAGES:
        section.set_translation(code, body=[("paragraph", f"<p>{nest.word('body')}</p>")])
    return section


def make_draft(nest):
    draft = make_hearing(slug="a-draft", live=False, sections=[])
    fill(draft, nest, "draft")
    draft.sections.add(secret_section(nest, "main"))
    draft.save()
    draft.save_revision()
    make_comment(draft.sections.get(), text=nest.word("draftcomment"), place=POINT)
    return draft


def make_newer_draft(hearing, nest):
    newer = hearing.get_latest_revision_as_object()
    fill(newer, nest, "newer")
    newer.sections.add(secret_section(nest, "part", sort_order=8))
    newer.save_revision()


def add_outcome(hearing, nest):
    hearing.sections.add(secret_section(nest, "closure", sort_order=9))
    hearing.save()


def leave(section, nest, name, form_key, **fields):
    words = {field: nest.word(name + field) for field in ("text", "author_name", "place_text")} if nest else {}
    comment, code = leave_comment(
        section=section,
        user=fields.pop("user", AnonymousUser()),
        language="fi",
        form_key=form_key,
        **{"text": "Näkyvä", **words, **fields},
    )
    Comment.objects.filter(pk=comment.pk).update(geometry=POINT)
    return comment, code


def hide_and_withdraw(hearing, nest):
    section = hearing.sections.first()
    moderator = make_user(nest.word("moderator"), role="moderator", organisation=hearing.organisation)
    hidden, hidden_code = leave(section, nest, "hidden", "h")
    hide_comment(comment=hidden, by=moderator, reason=HiddenReason.SPAM, note=nest.word("note"))
    withdrawn, withdrawn_code = leave(section, nest, "withdrawn", "w")
    withdraw_comment(comment=withdrawn)
    make_comment(section, text=nest.word("pending"), state="pending", place=POINT)
    make_comment(section, text="Vastaus", parent=hidden)
    return [hidden_code, withdrawn_code]


def choose_layers(hearing, nest):
    """Two layers of a section, one not in use and one whose file held more than shapes; their addresses."""
    notes = json.dumps({"type": "Feature", "properties": {"owner": nest.word("owner")}, "geometry": PLACE})
    shown = make_layer("geojson", geojson=read_layer_file(notes))
    names = {code: {"name": nest.word("layer"), "legend": nest.word("legend")} for code in LANGUAGES}
    shapes = {"type": "FeatureCollection", "features": [{"properties": {"name": nest.word("shape")}}]}
    hidden = make_layer("geojson", geojson=shapes, texts=names, is_active=False, organisation=hearing.organisation)
    section = hearing.sections.first()
    section.layers.set([shown, hidden])
    section.save()
    return [f"/map/layers/{layer.pk}.geojson" for layer in (shown, hidden)]


@pytest.fixture
def nest():
    return Nest()


@pytest.fixture
def beginnings(nest):
    """A site full of secrets; the addresses that no page links to but anyone can ask for."""
    hearing = make_hearing(slug="a-hearing")
    make_draft(nest)
    add_outcome(hearing, nest)
    layers = choose_layers(hearing, nest)
    make_newer_draft(hearing, nest)
    codes = hide_and_withdraw(hearing, nest)
    writer = make_user(nest.word("username"), first_name=nest.word("first"), last_name=nest.word("last"))
    shown, own_code = leave(hearing.sections.first(), None, "", "s", user=writer)
    nest.words += [f"{writer.username}@example.org", shown.receipt_hash, shown.idempotency_key, own_code]
    surveys = make_surveys(nest)
    numbers = Comment.objects.values_list("pk", "hearing__slug")
    slugs = ["a-hearing", "a-draft"]
    return [
        *(f"/{code}/" for code in LANGUAGES),
        *(f"/{code}/receipts/{receipt}/" for code in LANGUAGES for receipt in codes),
        *(f"/fi/hearings/{slug}/comments/{number}/" for number, slug in numbers),
        *(f"/fi/hearings/a-hearing/comments/?reply_to={number}" for number, _slug in numbers),
        *(f"/fi/hearings/{slug}/" for slug in slugs),
        *(f"/fi/hearings/{slug}/comments/" for slug in slugs),
        *(f"/fi/hearings/?q={word}" for word in ("canary", "rantapuisto")),
        *(f"/map/hearings/{slug}/comments.json?{BOX}&zoom={zoom}" for slug in slugs for zoom in (10, 17)),
        "/map/hearings.json",
        *layers,
        *(f"/open-data/{name}.{code}" for name in ("comments", "hearings") for code in ("csv", "geojson", "xlsx")),
        *(f"/open-data/comments.csv?hearing={slug}" for slug in slugs),
        *(f"/open-data/hearings.csv?hearing={slug}" for slug in slugs),
        *(f"/ogc/{path}" for path in ("", "api", "conformance", "collections")),
        *(f"/ogc/collections/{name}/items" for name in ("comments", "hearings", "surveys")),
        *(f"/ogc/collections/comments/items/{number}" for number, _slug in numbers),
        *(f"/ogc/collections/hearings/items/{slug}" for slug in slugs),
        *surveys,
        "/sitemap.xml",
        "/robots.txt",
    ]


def leaks(pages, words):
    """(address, word) where a word shows; words in the address itself do not count."""
    return [(address, word) for address, page in pages.items() for word in words if word in page]


def unpacked(client, address) -> str:
    book = zipfile.ZipFile(io.BytesIO(b"".join(client.get(address).streaming_content)))
    return " ".join(book.read(name).decode() for name in book.namelist())


def walk(client, beginnings):
    pages = crawl(client, *beginnings)
    packed = [
        address for address, page in pages.items() if page.startswith("200") and re.search("[.](xlsx|zip)", address)
    ]
    pages |= {address: unpacked(client, address) for address in packed}
    # A search page says again what was searched for.
    return {address: page for address, page in pages.items() if "canary" not in address}


def test_no_canary_sings_to_a_visitor(client, beginnings, nest):
    pages = walk(client, beginnings)
    assert leaks(pages, nest.words) == []
    assert "Näkyvä" in pages["/open-data/comments.csv"]
    assert "Näkyvä" in pages["/fi/hearings/a-hearing/"]
    for code in LANGUAGES:
        assert pages[f"/{code}/hearings/a-hearing/"].startswith("200")
    assert pages["/fi/hearings/a-draft/"].startswith("404")
    answers = pages["/open-data/survey-package.zip?survey=a-survey"]
    assert ("Näkyvä toive" in answers, "Näkyvä syy" in answers) == (True, True)
    assert "Näkyvä" in pages["/ogc/collections/comments/items"]
    assert "Näkyvä syy" in pages["/ogc/collections/survey-places.a-survey.spot/items"]
    for slug in ("open-survey", "silent-survey", "draft-survey"):
        assert pages[f"/open-data/survey-responses.csv?survey={slug}"].startswith("404")
        assert pages[f"/ogc/collections/survey-places.{slug}.spot/items"].startswith("404")


@pytest.mark.parametrize("extension", ["csv", "geojson", "jsonl"])
def test_exact_home_is_in_no_public_file(client, nest, extension):
    make_surveys(nest)
    spot, home = (
        b"".join(client.get(f"/open-data/survey-places.{extension}?survey=a-survey&question={name}").streaming_content)
        for name in ("spot", "home")
    )
    assert b"24.951234" in spot
    assert b"24.951" not in home


def test_exact_home_is_in_no_collection(client, nest):
    make_surveys(nest)
    spot, home = (
        b"".join(client.get(f"/ogc/collections/survey-places.a-survey.{name}/items").streaming_content)
        for name in ("spot", "home")
    )
    assert b"24.951234" in spot
    assert b"24.951" not in home


def test_no_canary_sings_to_planner_of_another_organisation(client, beginnings, nest):
    client.force_login(make_user("planner-elsewhere", role="publisher", organisation=make_organisation()))
    assert leaks(walk(client, beginnings), nest.words) == []


def test_canaries_are_where_they_could_leak(client, beginnings, nest):
    """Those who may read them do: otherwise the tests above would prove nothing."""
    draft = next(iter(type(factories.make_hearing()).objects.filter(slug="a-draft")))
    client.force_login(make_user(role="viewer", organisation=draft.organisation))
    assert nest.words[0] in client.get("/fi/hearings/a-draft/").content.decode()
    assert Comment.objects.filter(text__startswith="canary").count() == 4
    Comment.objects.update(state="visible", created_at=timezone.now())
    hidden = next(word for word in nest.words if "hiddentext" in word)
    assert hidden in client.get("/fi/hearings/a-hearing/comments/").content.decode()


def test_outcome_shows_after_closing(client, beginnings, nest, clock):
    clock.move_to(factories.NOON + 2 * factories.WEEK)
    outcome = next(word for word in nest.words if "closuretitle" in word)
    assert outcome in client.get("/fi/hearings/a-hearing/").content.decode()
