"""A hearing's page: the first screen says until when, and nothing unpublished shows."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hearings.publishing import close_hearing
from tests.factories import (
    NOON,
    WEEK,
    draft_of,
    make_comment,
    make_contact,
    make_hearing,
    make_image,
    make_organisation,
    make_section,
    make_user,
)
from tests.reading import soup, told, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HELSINKI = ZoneInfo("Europe/Helsinki")


def address(hearing, language="fi"):
    return f"/{language}/hearings/{hearing.slug}/"


def read(client, hearing, language="fi"):
    response = client.get(address(hearing, language))
    assert response.status_code == 200
    return soup(response)


@pytest.mark.parametrize(
    ("open_at", "close_at", "moment", "english"),
    [
        (NOON - WEEK, datetime(2026, 12, 18, 23, 59, 59, tzinfo=HELSINKI), "close_at", "You can comment until"),
        (NOON + WEEK, NOON + 2 * WEEK, "open_at", "Commenting opens on"),
        (NOON - 2 * WEEK, NOON - WEEK, "close_at", "Commenting ended on"),
    ],
)
def test_first_screen_says_until_when(client, open_at, close_at, moment, english):
    hearing = make_hearing(open_at=open_at, close_at=close_at)
    head = read(client, hearing, "en").select_one(".page-head")
    expected = getattr(hearing, moment).astimezone(HELSINKI).isoformat()
    assert head.time["datetime"] == expected
    assert english in " ".join(head.get_text().split())


def test_form_is_there_only_while_open(client, clock, hearing):
    assert read(client, hearing).select_one("#comment-form")
    clock.move_to(NOON + 2 * WEEK)
    assert not read(client, hearing).select_one("#comment-form")
    clock.move_to(NOON - 2 * WEEK)
    assert not read(client, hearing).select_one("#comment-form")


def test_outcome_shows_after_closing_alone(client, clock):
    hearing = make_hearing(sections=["main", "closure"])
    assert "Osa closure" not in words(client.get(address(hearing)))
    clock.move_to(NOON + 2 * WEEK)
    assert "Osa closure" in words(client.get(address(hearing)))


@pytest.mark.parametrize("language", ["fi", "sv", "en", "fi-simple", "ru"])
def test_page_is_in_language_of_its_address(client, hearing, language):
    page = read(client, hearing, language)
    assert page.html["lang"] == language
    expected = hearing.translated("title", language)
    assert page.h1.get_text(strip=True) == str(expected)
    assert page.h1.get("lang") == (expected.language if expected.is_fallback else None)


def test_text_in_another_language_is_marked_and_said(client, hearing):
    hearing.set_translation("ru", title="Парк")
    hearing.save()
    page = read(client, hearing, "ru")
    assert page.h1.get_text(strip=True) == "Парк"
    assert page.select_one(".lead")["lang"] == "fi"
    assert told("ru", "Only in Finnish") != ""


def test_changing_language_keeps_the_place(client, hearing):
    page = soup(client.get(f"{address(hearing)}?section=x"))
    links = [link["href"] for link in page.select(".languages a")]
    assert links == [f"{address(hearing, code)}?section=x" for code in ("fi", "sv", "en", "fi-simple", "ru")]


def test_section_of_address_is_chosen_in_form(client, hearing):
    last = hearing.sections.last()
    page = soup(client.get(f"{address(hearing)}?section={last.pk}"))
    chosen = page.select_one("select[name=section] option[selected], input[name=section][checked]")
    assert chosen["value"] == str(last.pk)
    assert client.get(f"{address(hearing)}?section=%00nonsense").status_code == 200


def test_newer_draft_of_published_hearing_does_not_show(client, hearing):
    draft_of(hearing, title="Salainen otsikko")
    draft = hearing.get_latest_revision_as_object()
    draft.sections.add(make_section(sort_order=9))
    draft.save_revision()
    for viewer in (None, make_user(), make_user(role="publisher", organisation=hearing.organisation)):
        if viewer:
            client.force_login(viewer)
        page = read(client, hearing)
        assert "Salainen otsikko" not in str(page)
        assert len(page.select(".section")) == 3


@pytest.mark.parametrize(
    ("role", "here", "status"),
    [
        (None, True, 404),
        ("viewer", True, 200),
        ("editor", True, 200),
        ("moderator", True, 200),
        ("publisher", False, 404),
    ],
)
def test_draft_is_seen_by_its_organisation_alone(client, role, here, status):
    draft = make_hearing(live=False)
    assert client.get(address(draft)).status_code == 404
    client.force_login(make_user(role=role, organisation=draft.organisation if here else make_organisation()))
    response = client.get(address(draft))
    assert response.status_code == status
    if status == 200:
        assert soup(response).select_one("meta[name=robots]")["content"] == "noindex"
        assert "private" in response.headers["Cache-Control"]


def test_administrator_sees_any_draft(client):
    draft = make_hearing(live=False)
    client.force_login(make_user(is_superuser=True))
    assert client.get(address(draft)).status_code == 200


def test_images_have_words_in_language_of_their_text(client):
    hearing = make_hearing(sections=["main"], main_image=make_image())
    hearing.set_translation("fi", main_image_alt="Pääkuvan sanat")
    block = {"image": make_image(), "alt": "Kuvan sanat", "caption": "Kuvateksti"}
    hearing.sections.get().set_translation("fi", body=[("image", block)])
    section = hearing.sections.get()
    section.set_translation("fi", body=[("image", block)])
    section.save()
    hearing.save()
    pictures = read(client, hearing).select("main img")
    assert {"Pääkuvan sanat", "Kuvan sanat"} <= {picture["alt"] for picture in pictures}


def test_contact_person_is_shown_with_job_title(client, hearing):
    person = make_contact(hearing.organisation, email="maija@example.org")
    hearing.contact_rows.create(person=person)
    hearing.save()
    shown = words(client.get(address(hearing, "sv")))
    assert "Maija (esimerkki)" in shown
    assert "Landskapsarkitekt" in shown


def test_latest_comments_of_section_are_below_it(client, hearing):
    for number in range(5):
        make_comment(hearing.sections.first(), text=f"Sana{number}", created_at=NOON - timedelta(hours=number))
    section = read(client, hearing).select_one(f"#section-{hearing.sections.first().pk}")
    shown = [comment.get_text(strip=True) for comment in section.select(".comment__text")]
    assert shown == ["Sana0", "Sana1", "Sana2"]


def test_downloads_of_comments_are_linked(client, hearing):
    links = {link["href"] for link in read(client, hearing).select("a[href^='/open-data/']")}
    assert links == {
        f"/open-data/comments.{code}?hearing={hearing.slug}" for code in ("csv", "xlsx", "geojson", "gpkg")
    }


def test_closed_early_is_ended_at_once(client, hearing):
    close_hearing(hearing=hearing, by=make_user(role="publisher", organisation=hearing.organisation))
    page = read(client, hearing)
    assert not page.select_one("#comment-form")
    assert page.select_one(".page-head time")["datetime"] == "2026-11-21T11:59:59+02:00"


@pytest.mark.parametrize("path", ["/fi/hearings/none-such/", "/fi/hearings/%00/", "/fi/hearings/a b/", "/fi/none/"])
def test_what_is_not_there_is_told_in_readers_language(client, site, path):
    response = client.get(path.replace("/fi/", "/ru/"))
    assert response.status_code == 404
    assert soup(response).html["lang"] == "ru"
