"""Ways to answer in the admin: channels, posters, codes that are handed out once, and the link for testers."""

import csv
import io
import re
from datetime import timedelta

import openpyxl
import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from pypdf import PdfReader
from wagtail.users.models import UserProfile

from cms.receipts import ALPHABET, hash_code
from mapsurveys.channels import channel_address
from mapsurveys.codes import make_codes
from mapsurveys.handing_out import MOST_PRINTED
from mapsurveys.models import AccessCode, Attachment, Channel, Response
from mapsurveys.versions import version_for_testing
from tests.admin_forms import fields_of
from tests.factories import NOON
from tests.factories.surveys import make_channel, make_response, make_survey
from tests.mapsurveys.planning import admin, live, sign_in
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

WRITING = ("editor", "publisher")
READING = ("viewer", "moderator")


@pytest.fixture
def survey():
    return make_survey("ranta", access="code")


@pytest.fixture
def letters(survey):
    """A channel of one-time codes."""
    return make_channel(survey, "code", name="Kirje")


def words(response) -> str:
    return " ".join(soup(response).select_one("main").get_text(" ").split())


# --- Channels ------------------------------------------------------------------------------------------------


def test_page_lists_each_way_with_its_links_and_counts(client, survey):
    event = make_channel(survey, "event", name="Kirjasto")
    make_response(survey, channel=event, user=AnonymousUser())
    make_response(survey)
    sign_in(client, survey)
    page = soup(client.get(admin("channels", survey)))
    ways = page.select(".kuule-way")
    assert [way.h2.get_text() for way in ways[1:]] == ["Kirjasto"]
    links = [link["href"] for link in ways[1].select(".kuule-link__address")]
    codes = ["", "fi", "sv", "en", "fi-simple", "ru"]
    assert links == [channel_address(event, code) for code in codes]
    assert [button["data-copy"] for button in ways[1].select("[data-copy]")] == links
    assert [bool(way.select_one("svg.kuule-qr path")) for way in ways] == [True, True]
    assert [re.findall(r"\d+", way.select_one(".kuule-way__facts").get_text()) for way in ways] == [["1"], ["1"]]


def test_number_of_queries_does_not_grow_with_channels(client, survey, django_assert_max_num_queries):
    sign_in(client, survey)
    client.get(admin("channels", survey))
    for number in range(12):
        make_channel(survey, "code" if number % 2 else "event")
    with django_assert_max_num_queries(14):
        assert client.get(admin("channels", survey)).status_code == 200


@pytest.mark.parametrize("kind", ["open", "code", "panel", "event", "interviewer", "paper"])
def test_channel_of_each_kind_is_added(client, survey, kind):
    sign_in(client, survey, "editor")
    response = client.post(admin("channels", survey), {"kind": kind, "name": "Uusi"}, follow=True)
    assert response.status_code == 200
    [channel] = survey.channels.all()
    assert (channel.kind, channel.name, channel.is_open) == (kind, "Uusi", True)


@pytest.mark.parametrize("data", [{}, {"kind": "post", "name": "x"}, {"kind": "open", "name": " "}])
def test_channel_that_lacks_something_is_told_and_not_added(client, survey, data):
    sign_in(client, survey, "editor")
    response = client.post(admin("channels", survey), data)
    assert response.status_code == 422
    assert soup(response).select(".w-field__errors:has(*)")
    assert not survey.channels.exists()


def test_channel_is_renamed_taken_out_of_use_and_into_use_again(client, survey):
    channel = make_channel(survey, name="Ennen")
    sign_in(client, survey, "editor")
    address = admin("channel", survey, channel=channel.pk)
    page = soup(client.get(address))
    assert client.post(address, fields_of(page.select_one("main form")) | {"name": "Jälkeen"}).status_code == 302
    client.post(address, {"shut": "1"})
    assert survey.channels.values_list("name", "is_open").get() == ("Jälkeen", False)
    client.post(address, {"open": "1"})
    assert survey.channels.get().is_open
    assert client.post(address, {"name": ""}).status_code == 422


@pytest.mark.parametrize("role", READING)
def test_readers_see_the_ways_and_can_change_none(client, survey, letters, role):
    sign_in(client, survey, role)
    page = soup(client.get(admin("channels", survey)))
    assert page.select(".kuule-way")
    assert not page.select("main form")
    client.post(admin("channels", survey), {"kind": "open", "name": "Uusi"})
    client.post(admin("channel", survey, channel=letters.pk), {"shut": "1"})
    client.post(admin("codes", survey, channel=letters.pk), {"count": "1", "form": "csv"})
    client.post(admin("test_link", survey))
    assert list(survey.channels.values_list("name", "is_open")) == [("Kirje", True)]
    assert not AccessCode.objects.exists()


@pytest.mark.parametrize("name", ["channel", "poster", "codes"])
def test_channel_of_another_survey_is_not_reached_through_own_one(client, survey, name):
    foreign = make_channel(make_survey(), "code")
    sign_in(client, survey)
    for method in (client.get, client.post):
        assert method(admin(name, survey, channel=foreign.pk), {"shut": "1"}).status_code in (404, 405)
    assert Channel.objects.get(pk=foreign.pk).is_open


def test_paper_answers_are_keyed_in_by_a_link_that_works_for_staff(client, survey):
    make_channel(survey, "paper")
    sign_in(client, survey, "editor")
    [link] = soup(client.get(admin("channels", survey))).select(".kuule-way a[href*='/answer/']")
    assert link["target"] == "_blank"
    assert client.get(link["href"]).status_code == 200
    client.logout()
    assert client.get(link["href"]).status_code == 403


def test_page_warns_before_publishing_and_where_codes_are_asked_for_and_missing(client):
    draft = make_survey(live=False, access="code")
    sign_in(client, draft)
    assert len(soup(client.get(admin("channels", draft))).select(".help-warning")) == 2
    make_channel(draft, "code")
    assert len(soup(client.get(admin("channels", draft))).select(".help-warning")) == 1


def test_links_of_a_draft_have_the_address_it_will_be_published_at(client):
    draft = make_survey("vanha", live=False)
    newer = draft.get_latest_revision_as_object()
    newer.slug = "uusi"
    newer.save_revision()
    sign_in(client, draft)
    link = soup(client.get(admin("channels", draft))).select_one(".kuule-link__address")
    assert link["href"] == "http://testserver/surveys/uusi/"


# --- On paper ------------------------------------------------------------------------------------------------


def read_pdf(response) -> PdfReader:
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    return PdfReader(io.BytesIO(response.content))


def text_of(page) -> str:
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize(("language", "titles"), [("", ["fi", "sv"]), ("sv", ["sv"]), ("xx", ["fi", "sv"])])
def test_poster_is_one_page_with_titles_and_link(client, survey, language, titles):
    channel = make_channel(survey, "event", key="abc")
    sign_in(client, survey, "viewer")
    response = client.get(admin("poster", survey, channel=channel.pk, language=language))
    [page] = read_pdf(response).pages
    text = text_of(page)
    shown = [code for code in ("fi", "sv") if survey.text_in("title", code) in text]
    assert shown == titles
    assert "testserver/surveys/ranta/?c=abc" in text.replace(" ", "")
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]


def test_paper_form_has_no_poster(client, survey):
    sign_in(client, survey)
    paper = make_channel(survey, "paper")
    assert client.get(admin("poster", survey, channel=paper.pk)).status_code == 404


# --- One-time codes ------------------------------------------------------------------------------------------


def make(client, channel, count, form):
    return client.post(admin("codes", channel.survey, channel=channel.pk), {"count": str(count), "form": form})


def check_listed(rows, channel):
    """Every code made is in the list with a link that opens the questions, and nowhere else."""
    heading, *listed = [tuple(row) for row in rows]
    assert len(heading) == 2
    assert {hash_code(code) for code, _link in listed} == set(channel.codes.values_list("code_hash", flat=True))
    assert [link for _code, link in listed] == [
        f"http://testserver/surveys/ranta/?c={channel.key}&code={code}" for code, _link in listed
    ]


@pytest.mark.parametrize("role", WRITING)
def test_codes_are_handed_out_as_csv(client, survey, letters, role):
    sign_in(client, survey, role)
    response = make(client, letters, 25, "csv")
    assert response["Content-Disposition"] == 'attachment; filename="ranta-codes.csv"'
    assert "no-store" in response["Cache-Control"]
    check_listed(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))), letters)


def test_codes_are_handed_out_as_workbook(client, survey, letters):
    sign_in(client, survey)
    sheet = openpyxl.load_workbook(io.BytesIO(make(client, letters, 25, "xlsx").content)).active
    check_listed(sheet.iter_rows(values_only=True), letters)


def codes_in(text: str) -> set[str]:
    group = f"[{ALPHABET}]{{4}}"
    return set(re.findall(rf"\b{group}-{group}-{group}\b", text))


def test_letters_are_one_page_a_code_in_both_languages(client, survey, letters):
    sign_in(client, survey)
    pages = [text_of(page) for page in read_pdf(make(client, letters, 3, "letters")).pages]
    printed = [codes_in(page) for page in pages]
    assert [len(codes) for codes in printed] == [1, 1, 1]
    hashes = {hash_code(code) for codes in printed for code in codes}
    assert hashes == set(letters.codes.values_list("code_hash", flat=True))
    for page in pages:
        assert survey.text_in("title", "fi") in page
        assert survey.text_in("abstract", "sv") in page
        assert "14.11.2026 – 28.11.2026" in page


def test_labels_are_21_on_a_sheet(client, survey, letters):
    sign_in(client, survey)
    pages = [text_of(page) for page in read_pdf(make(client, letters, 24, "labels")).pages]
    assert [len(codes_in(page)) for page in pages] == [21, 3]


@pytest.mark.parametrize(
    ("count", "form"),
    [("0", "csv"), ("50001", "csv"), ("", "csv"), ("x", "csv"), ("1", "doc"), ("1", ""), (MOST_PRINTED + 1, "letters")],
)
def test_codes_that_cannot_be_made_are_told_and_not_made(client, survey, letters, count, form):
    sign_in(client, survey)
    response = make(client, letters, count, form)
    assert response.status_code == 422
    assert soup(response).select(".w-field__errors:has(*)")
    assert not AccessCode.objects.exists()


def test_no_codes_are_left_where_their_file_does_not_come_about(client, survey, letters, monkeypatch):
    sign_in(client, survey)

    def fail(_html):
        raise OSError

    monkeypatch.setattr("mapsurveys.handing_out.to_pdf", fail)
    with pytest.raises(OSError):
        make(client, letters, 2, "letters")
    assert not AccessCode.objects.exists()


def test_page_counts_codes_and_shows_none(client, survey, letters):
    user = sign_in(client, survey)
    codes = make_codes(channel=letters, count=3, by=user)
    letters.codes.filter(code_hash=hash_code(codes[0])).update(is_used=True)
    response = client.get(admin("codes", survey, channel=letters.pk))
    assert [each.get_text() for each in soup(response).select("dl dd")] == ["3", "1"]
    history = client.get(admin("history", survey))
    for page in (response, history, client.get(admin("channels", survey))):
        assert not codes_in(page.content.decode())


def test_unused_codes_are_voided(client, survey, letters):
    user = sign_in(client, survey)
    make_codes(channel=letters, count=3, by=user)
    letters.codes.filter(pk=letters.codes.first().pk).update(is_used=True)
    response = client.post(admin("codes", survey, channel=letters.pk), {"void": "1"}, follow=True)
    assert [each.get_text() for each in soup(response).select("dl dd")] == ["1", "1"]
    assert not soup(response).select("[name=void]")


def test_only_channels_of_code_letters_have_codes(client, survey):
    sign_in(client, survey)
    channel = make_channel(survey, "event")
    assert make(client, channel, 1, "csv").status_code == 404
    assert not AccessCode.objects.exists()


def test_history_tells_who_made_how_many_codes(client, survey, letters):
    sign_in(client, survey)
    make(client, letters, 7, "csv")
    page = words(client.get(admin("history", survey)))
    assert re.search(r"Kirje”: 7\b", page)


# --- Trying out ----------------------------------------------------------------------------------------------


def test_test_links_open_a_draft_for_anyone_in_each_language(client):
    draft = make_survey(live=False, open_at=None, close_at=None)
    sign_in(client, draft, "viewer")
    page = soup(client.get(admin("test_link", draft)))
    links = [link["href"].removeprefix("http://testserver") for link in page.select(".kuule-link__address")]
    assert [link.split("/")[1] for link in links] == ["fi", "sv", "en", "fi-simple", "ru"]
    client.logout()
    for link in links:
        response = client.get(link, follow=True)
        assert (response.status_code, soup(response).html["lang"]) == (200, link.split("/")[1])
    assert client.get(links[0].replace("/test/", "/test/x")).status_code == 404


def test_deleting_test_answers_takes_theirs_alone(client, survey):
    sent = make_response(survey)
    for _again in range(2):
        make_response(survey, is_test=True)
    attachment = Attachment(response=Response.objects.filter(is_test=True).first(), question="q", name="x")
    attachment.file.name = "surveys/x"
    attachment.save()
    draft = live(survey).get_latest_revision_as_object()
    draft.questionnaire = {"steps": []}
    make_response(survey, is_test=True, version=version_for_testing(draft))
    sign_in(client, survey, "editor")
    page = client.get(admin("test_link", survey))
    assert re.search(r"\b3\b", words(page))
    client.post(admin("test_link", survey))
    assert list(Response.objects.all()) == [sent]
    assert not Attachment.objects.exists()
    assert [version.number for version in survey.versions.all()] == [1]
    assert not soup(client.get(admin("test_link", survey))).select("main form")


# --- First page ----------------------------------------------------------------------------------------------


def home_rows(client) -> dict[str, str]:
    panel = soup(client.get(reverse("wagtailadmin_home"))).select_one("#own-surveys-section")
    return {row.a.get_text(): " ".join(row.get_text(" ").split()) for row in panel.select("tbody tr")}


def test_first_page_lists_own_surveys_with_counts_and_days_left(client, survey, clock):
    draft = make_survey(live=False, organisation=survey.organisation, open_at=None, close_at=None)
    foreign = make_survey()
    make_response(survey)
    sign_in(client, survey)
    rows = home_rows(client)
    assert set(rows) == {str(survey), str(draft)}
    assert str(foreign) not in rows
    assert [int(count) for count in re.findall(r" (\d+) \D*: Kysely", " ".join(rows.values()))] == [1, 0]
    clock.move_to(survey.close_at + timedelta(minutes=1))
    sign_in(client, survey)
    assert set(home_rows(client)) == {str(draft)}


@pytest.mark.parametrize(
    ("hours", "left"), [(0, "7 days left"), (7 * 24 - 23, "1 day left"), (7 * 24 - 1, "Closes today")]
)
def test_first_page_tells_how_long_a_survey_goes_on(client, survey, clock, hours, left):
    clock.move_to(NOON + timedelta(hours=hours))
    UserProfile.objects.create(user=sign_in(client, survey), preferred_language="en")
    assert left in home_rows(client)[str(survey)]
