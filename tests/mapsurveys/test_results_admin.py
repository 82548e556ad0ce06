"""Results in the admin: rights, filters, reading, comparing, quality."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from pypdf import PdfReader
from wagtail.log_actions import registry as log_registry

from mapsurveys.models import Attachment, Response
from tests.factories import NOON, make_area, make_organisation, make_user
from tests.factories.surveys import make_channel, make_response, make_survey
from tests.mapsurveys.asking import address, crowd, document, mark, options, question, show, table_of, total
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "site")]

ASKED = document(
    question("single_choice", "qlive", choices=options("here", "there")),
    question("multiple_choice", "qmove", choices=options("walk", "bike"), other=True),
    question("number", "qage"),
    question("text", "qtext"),
    question("file", "qfile"),
    question("text", "qsecret", personal=True),
    question("point", "qplace", follow_ups=[question("text", "qwhy")]),
)
BOX = {
    "type": "Polygon",
    "coordinates": [[[24.94, 60.17], [24.96, 60.17], [24.96, 60.19], [24.94, 60.19], [24.94, 60.17]]],
}
VIEW = "bbox=24.90,60.10,25.00,60.20&zoom=12"


@pytest.fixture
def survey(db):
    return make_survey("asked", document=ASKED)


@pytest.fixture
def staff(client, survey):
    """A client of a viewer of the survey's organisation."""
    client.force_login(make_user(role="viewer", organisation=survey.organisation))
    return client


@pytest.fixture
def moderator(client, survey):
    client.force_login(make_user(role="moderator", organisation=survey.organisation))
    return client


PAGES = ["", "?page=qstep", "quality/", "compare/", "compare/?by=qlive&question=qmove", "answers/?question=qtext"]
PAGES += ["places/qplace/", "compare/csv/?by=qlive&question=qmove", "pdf/"]


@pytest.mark.parametrize(
    ("role", "rest"), [*(("viewer", rest) for rest in PAGES), ("editor", ""), ("publisher", ""), ("moderator", "")]
)
def test_every_member_sees_results_of_their_own_organisation(client, survey, role, rest):
    make_response(survey, {"qlive": {"chosen": ["qhere"]}, "qplace": [mark()]})
    client.force_login(make_user(role=role, organisation=survey.organisation))
    response = client.get(address(survey, rest))
    assert response.status_code == 200
    assert response.headers["Cache-Control"].find("no-store") >= 0


@pytest.mark.parametrize("rest", PAGES)
def test_survey_of_another_organisation_is_not_there(client, survey, rest):
    client.force_login(make_user(role="publisher", organisation=make_organisation()))
    assert client.get(address(survey, rest)).status_code == 404


@pytest.mark.parametrize("name", ["places", "heat"])
def test_maps_are_for_members_alone(client, survey, name):
    make_response(survey, {"qplace": [mark()]})
    url = f"/map/surveys/asked/qplace/{name}.json?{VIEW}"
    assert client.get(url).status_code == 404
    client.force_login(make_user(role="viewer", organisation=make_organisation()))
    assert client.get(url).status_code == 404
    client.force_login(make_user(role="viewer", organisation=survey.organisation))
    assert client.get(url).status_code == 200


def test_overview_tells_how_and_in_which_language_people_answered(staff, survey):
    make_response(survey, {})
    make_response(survey, {}, language="sv", channel=make_channel(survey, "code", name="Kirje"))
    page = show(staff, survey)
    assert total(page) == 2
    shares = [each.text for each in page.select(".kuule-chosen__channels li")]
    assert len(shares) == 2
    assert all("50" in share for share in shares)
    assert len(page.select("figure.chart")) == 3


def test_staff_see_small_numbers(staff, survey):
    make_response(survey, {"qlive": {"chosen": ["qhere"]}})
    assert table_of(show(staff, survey, "?page=qstep"), "Kysymys qlive")["Here"][0] == "1"


def test_personal_questions_are_in_no_result(staff, survey):
    make_response(survey, {"qsecret": "Salainen"})
    page = show(staff, survey, "?page=qstep")
    assert "qsecret" not in str(page)
    assert "Salainen" not in str(page)


@pytest.fixture
def filtered(survey):
    """Three who answered differently."""
    channel = make_channel(survey, "event", name="Tori")
    make_response(
        survey, {"qlive": {"chosen": ["qhere"]}, "qmove": {"chosen": ["qbike"]}, "qplace": [mark()]}, channel=channel
    )
    make_response(survey, {"qlive": {"chosen": ["qhere"]}}, language="sv")
    make_response(survey, {"qlive": {"chosen": ["qthere"]}}, now=NOON - timedelta(days=3))
    return survey, channel


FILTERS = [
    ("", 3),
    ("a=qlive:qhere", 2),
    ("a=qlive:qhere&a=qmove:qbike", 1),
    ("a=qplace:", 1),
    ("language=sv", 1),
    ("channel=none", 2),
    ("since=2026-03-08", None),
    (f"area={json.dumps(BOX)}", 1),
    ("district=kallio", 1),
    ("a=nonsense", 3),
    ("a=qsecret:x", 3),
    ("language=xx&channel=xx&since=x&district=x&area=x", 3),
]


@pytest.mark.parametrize(("query", "count"), FILTERS)
def test_filters_narrow_every_page(staff, filtered, query, count):
    survey, _channel = filtered
    make_area("kallio", (24.94, 60.17, 24.96, 60.19))
    found = {total(show(staff, survey, f"{rest}?{query}")) for rest in ("", "quality/", "compare/", "places/qplace/")}
    assert len(found) == 1
    assert count is None or found == {count}


def test_filter_by_days(staff, filtered):
    survey, _channel = filtered
    today = NOON.date().isoformat()
    assert total(show(staff, survey, f"?since={today}&until={today}")) == 2


def test_filter_by_channel(staff, filtered):
    survey, channel = filtered
    assert total(show(staff, survey, f"?channel={channel.key}")) == 1


def test_each_filter_is_a_chip_that_can_be_removed(staff, filtered):
    survey, _channel = filtered
    chips = show(staff, survey, "?a=qlive:qhere&language=sv").select(".kuule-chip")
    assert next(chip.span.text for chip in chips) == "Kysymys qlive: Here"
    assert [chip.a["href"] for chip in chips] == ["?language=sv", "?a=qlive%3Aqhere"]


def test_chosen_filters_become_an_address(staff, survey):
    fields = {"a": ["qlive:qhere", ""], "language": "sv", "area": json.dumps(BOX), "page": "qstep"}
    response = staff.post(address(survey), fields)
    assert response.status_code == 302
    assert "a=qlive%3Aqhere&language=sv&area=" in response.url
    assert response.url.endswith("page=qstep")


def test_large_area_becomes_a_short_address(staff, survey):
    corners = [[24.9 + 0.05 * (n % 2) / 10 + n / 20000, 60.1 + n / 20000] for n in range(400)]
    area = {"type": "Polygon", "coordinates": [[*corners, [25.1, 60.1], corners[0]]]}
    response = staff.post(address(survey), {"area": json.dumps(area)})
    assert response.status_code == 302
    assert len(response.url) < 4000


def test_filters_that_cannot_be_understood_are_told(staff, survey):
    response = staff.post(address(survey), {"since": "2026-03-10", "until": "2026-03-01"})
    assert response.status_code == 422
    assert soup(response).select(".kuule-filters[open] .error-message")


def test_links_to_files_and_maps_keep_the_filters(staff, filtered):
    survey, _channel = filtered
    page = show(staff, survey, "?page=qstep&a=qlive:qhere")
    assert page.select_one("[data-map='survey-results']")["data-url"].endswith("?a=qlive%3Aqhere")
    assert all("a=qlive%3Aqhere" in link["href"] for link in page.select(".kuule-results__pages a"))


def test_removed_question_and_option_keep_their_results(staff, survey):
    make_response(survey, {"qlive": {"chosen": ["qthere"]}, "qage": 40})
    later = survey.document.model_copy(deep=True)
    later.steps[0].questions = [each for each in later.steps[0].questions if each.id != "qage"]
    del later.steps[0].questions[0].choices[1]
    survey.write_document(later)
    survey.save_revision().publish()
    assert table_of(show(staff, survey, "?page=qstep"), "Kysymys qlive")["There"][0] == "1"
    assert [each.text for each in show(staff, survey, "?page=earlier").select(".chart__title")] == ["Kysymys qage"]


def test_map_gives_each_place_with_what_was_said(staff, survey):
    make_response(survey, {"qplace": [mark(answers={"qwhy": "Kaunis näkymä"})]})
    [place] = staff.get(f"/map/surveys/asked/qplace/places.json?{VIEW}").json()["features"]
    assert place["geometry"] == {"type": "Point", "coordinates": [24.95, 60.18]}
    assert place["properties"]["excerpt"] == "Kaunis näkymä"
    assert place["properties"]["url"] in address(survey, f"places/qplace/?place={place['properties']['id']}")
    one = show(staff, survey, f"places/qplace/?place={place['properties']['id']}")
    assert one.select_one(".kuule-read__answers dd").text == "Kaunis näkymä"


def test_maps_obey_the_filters(staff, filtered):
    cells = "/map/surveys/asked/qplace/heat.json"
    assert len(staff.get(f"{cells}?{VIEW}&a=qlive:qhere").json()["cells"]) == 1
    assert staff.get(f"{cells}?{VIEW}&a=qlive:qthere").json()["cells"] == []


def test_answer_of_the_map_stays_small(staff, survey):
    crowd(survey, 400, {}, where=(24.95, 60.18), follow_ups={"qwhy": "Pitkä teksti " * 30})
    close = "bbox=24.94,60.17,24.96,60.19&zoom=18"
    for query in (VIEW, close):
        assert len(staff.get(f"/map/surveys/asked/qplace/places.json?{query}").content) < 95_000


@pytest.mark.parametrize("place", ["nonsense", "00000000-0000-0000-0000-000000000000"])
def test_place_that_is_not_there_is_an_empty_list(staff, survey, place):
    make_response(survey, {"qplace": [mark()]})
    assert show(staff, survey, f"places/qplace/?place={place}").select("h3") == []


def test_written_answers_are_read_and_searched(staff, survey):
    make_response(survey, {"qtext": "Lisää penkkejä"}, now=NOON - timedelta(hours=2))
    make_response(survey, {"qtext": "Lisää valoa"}, now=NOON - timedelta(hours=1))
    texts = [each.text.strip() for each in show(staff, survey, "answers/?question=qtext").select(".kuule-read__text")]
    assert texts == ["Lisää valoa", "Lisää penkkejä"]
    found = show(staff, survey, "answers/?question=qtext&q=PENKK").select(".kuule-read__text")
    assert [each.text.strip() for each in found] == ["Lisää penkkejä"]


def test_own_options_are_read_too(staff, survey):
    make_response(survey, {"qmove": {"chosen": ["other"], "other": "Suppilaudalla"}})
    [text] = show(staff, survey, "answers/?question=qmove").select(".kuule-read__text")
    assert text.text.strip() == "Suppilaudalla"


@pytest.mark.parametrize("key", ["qsecret", "qage", "qgone", ""])
def test_only_written_answers_are_read(staff, survey, key):
    assert staff.get(address(survey, f"answers/?question={key}")).status_code == 404


def test_moderator_keeps_an_answer_from_the_public_and_lets_it_be_told(moderator, survey):
    response = make_response(survey, {"qtext": "Naapurin nimi"})
    url = address(survey, "answers/?question=qtext")
    assert moderator.post(url, {"response": response.pk, "keep": ""}).status_code == 302
    assert Response.objects.get(pk=response.pk).hidden_answers == ["qtext"]
    moderator.post(url, {"response": response.pk, "tell": ""})
    assert Response.objects.get(pk=response.pk).hidden_answers == []
    actions = [entry.action for entry in log_registry.get_logs_for_instance(survey)]
    assert actions[:2] == ["mapsurveys.tell_answer", "mapsurveys.keep_answer"]


@pytest.mark.parametrize("role", ["viewer", "editor", "publisher"])
def test_only_moderators_keep_answers(client, survey, role):
    response = make_response(survey, {"qtext": "Naapurin nimi"})
    client.force_login(make_user(role=role, organisation=survey.organisation))
    sent = client.post(address(survey, "answers/?question=qtext"), {"response": response.pk, "keep": ""})
    assert sent.status_code in (302, 403)
    assert Response.objects.get(pk=response.pk).hidden_answers == []
    assert not show(client, survey, "answers/?question=qtext").select(".kuule-read form")


@pytest.mark.parametrize("key", ["", "nonsense"])
def test_answer_that_is_not_there_is_not_kept(moderator, survey, key):
    assert moderator.post(address(survey, "answers/?question=qtext"), {"response": key, "keep": ""}).status_code == 404


def test_answer_of_another_survey_is_not_kept(moderator, survey):
    other = make_response(make_survey(document=ASKED), {"qtext": "Muu"})
    sent = moderator.post(address(survey, "answers/?question=qtext"), {"response": other.pk, "keep": ""})
    assert sent.status_code == 404


@pytest.fixture
def attachment(survey, settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {"private": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    response = make_response(survey, {})
    attachment = Attachment(response=response, question="qfile", name="kuva ranta.jpg", content_type="image/jpeg")
    attachment.file.save("x", ContentFile(b"jpeg"), save=False)
    attachment.save()
    response.answers = {"qfile": [{"attachment": str(attachment.pk), "name": attachment.name}]}
    response.save()
    return attachment


def test_file_is_saved_and_never_run(staff, survey, attachment):
    response = staff.get(address(survey, f"files/{attachment.pk}/"))
    assert b"".join(response.streaming_content) == b"jpeg"
    assert response.headers["Content-Disposition"] == 'attachment; filename="kuva ranta.jpg"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response.headers["Cache-Control"]
    [link] = show(staff, survey, "answers/?question=qfile").select(".kuule-read__item a")
    assert link["href"] == address(survey, f"files/{attachment.pk}/")


def test_file_is_for_members_alone(client, survey, attachment):
    client.force_login(make_user(role="publisher", organisation=make_organisation()))
    assert client.get(address(survey, f"files/{attachment.pk}/")).status_code == 404
    client.logout()
    assert client.get(address(survey, f"files/{attachment.pk}/")).status_code == 302


def test_two_questions_are_compared(staff, survey):
    make_response(survey, {"qlive": {"chosen": ["qhere"]}, "qmove": {"chosen": ["qwalk", "qbike"]}})
    make_response(survey, {"qlive": {"chosen": ["qthere"]}, "qmove": {"chosen": ["qwalk"]}})
    make_response(survey, {"qmove": {"chosen": ["qwalk"]}})
    page = show(staff, survey, "compare/?by=qlive&question=qmove")
    assert [row.th.text for row in page.select("figure tbody tr")] == ["Here", "There"]
    response = staff.get(address(survey, "compare/csv/?by=qlive&question=qmove"))
    rows = list(csv.reader(io.StringIO(response.content.decode().removeprefix("\ufeff"))))
    assert [row[:3] for row in rows[1:]] == [["Here", "1", "1"], ["There", "1", "0"]]
    assert [row[-1] for row in rows[1:]] == ["1", "1"]


def test_labels_are_no_formulas_in_the_file(staff):
    risky = document(
        question("single_choice", "qa", choices=[{"id": "qx", "label": {"fi": "=1+1"}}, *options("y")]),
        question("single_choice", "qb", choices=options("y", "z")),
    )
    survey = make_survey(document=risky)
    make_response(survey, {"qa": {"chosen": ["qx"]}, "qb": {"chosen": ["qy"]}})
    staff.force_login(make_user(role="viewer", organisation=survey.organisation))
    content = staff.get(address(survey, "compare/csv/?by=qa&question=qb")).content.decode()
    assert "\n'=1+1," in content


@pytest.mark.parametrize("query", ["by=qlive&question=qlive", "by=qtext&question=qlive", "by=x&question=y"])
def test_questions_that_cannot_be_compared_are_not(staff, survey, query):
    assert not show(staff, survey, f"compare/?{query}").select("figure")
    assert staff.get(address(survey, f"compare/csv/?{query}")).status_code == 302


def test_population_is_stored_beside_the_draft(client, survey):
    client.force_login(make_user(role="editor", organisation=survey.organisation))
    make_response(survey, {"qlive": {"chosen": ["qhere"]}})
    before = survey.latest_revision_id
    sent = client.post(address(survey, "quality/"), {"question": "qlive", "qhere": "1000", "qthere": "3000"})
    assert sent.status_code == 302
    survey.refresh_from_db()
    assert survey.population == {"question": "qlive", "people": {"qhere": 1000, "qthere": 3000}}
    assert survey.latest_revision_id == before
    rows = [[cell.text for cell in row.select("th, td")] for row in show(client, survey, "quality/").select("tbody tr")]
    assert [row[0] for row in rows if row[-1].endswith("×")] == ["Here", "There"]


def test_viewer_stores_no_population(staff, survey):
    sent = staff.post(address(survey, "quality/"), {"question": "qlive", "qhere": "1"})
    assert sent.status_code in (302, 403)
    survey.refresh_from_db()
    assert survey.population == {}


@pytest.mark.parametrize("fields", [{"question": "qlive", "qhere": "-1"}, {"question": "qgone"}, {}])
def test_population_that_is_no_number_is_refused(client, survey, fields):
    client.force_login(make_user(role="editor", organisation=survey.organisation))
    assert client.post(address(survey, "quality/"), fields).status_code == 422


def test_pdf_holds_the_chosen_answers(staff, survey):
    make_response(survey, {"qlive": {"chosen": ["qhere"]}})
    make_response(survey, {"qlive": {"chosen": ["qthere"]}})
    response = staff.get(address(survey, "pdf/?a=qlive:qhere"))
    assert response.headers["Content-Disposition"] == 'attachment; filename="asked.pdf"'
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)
    assert "Kysymys qlive: Here" in text
    assert "qsecret" not in text


def test_queries_do_not_grow_with_answers(staff, survey, django_assert_max_num_queries):
    crowd(survey, 3, {"qlive": {"chosen": ["qhere"]}, "qtext": "A"}, where=(24.95, 60.18))
    pages = {"": 18, "?page=qstep": 30, "quality/": 26, "answers/?question=qtext": 18, "places/qplace/": 20}
    for rest in pages:
        show(staff, survey, rest)
    crowd(survey, 100, {"qlive": {"chosen": ["qhere"]}, "qtext": "A"}, where=(24.95, 60.18))
    for rest, most in pages.items():
        with django_assert_max_num_queries(most):
            show(staff, survey, rest)
