"""What must be whole before publishing, publishing itself, and closing early."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import translation

from cms.consultation_publishing import PublishingRefused
from hearings.models import Hearing
from hearings.publishing import close_hearing, publish_hearing, publishing_gaps
from tests.factories import (
    NOON,
    WEEK,
    make_comment,
    make_hearing,
    make_image,
    make_organisation,
    make_section,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ROLES = [("viewer", False), ("editor", False), ("moderator", False), ("publisher", True)]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def draft(db):
    return make_hearing(live=False)


def publisher(hearing):
    return make_user(role="publisher", organisation=hearing.organisation)


def without(language, *names):
    def change(hearing):
        hearing.set_translation(language, **dict.fromkeys(names, ""))

    return change


def first_section(**values):
    def change(hearing):
        section = hearing.sections.first()
        for name, value in values.items():
            setattr(section, name, value)
        hearing.sections.add(section)

    return change


def section_text(language, **texts):
    def change(hearing):
        section = hearing.sections.all()[1]
        section.set_translation(language, **texts)
        hearing.sections.add(section)

    return change


def with_fields(**values):
    def change(hearing):
        for name, value in values.items():
            setattr(hearing, name, value)

    return change


def with_section(kind):
    return lambda hearing: hearing.sections.add(make_section(kind, sort_order=9))


GAPS = {
    "no Finnish title": (without("fi", "title"), ["Finnish: title is missing."]),
    "no Swedish title": (without("sv", "title"), ["Swedish: title is missing."]),
    "spaces for a title": (
        lambda hearing: hearing.set_translation("sv", title="  "),
        ["Swedish: title is missing."],
    ),
    "no Swedish at all": (
        without("sv", "title", "abstract"),
        ["Swedish: title is missing.", "Swedish: abstract is missing."],
    ),
    "no Swedish section title": (
        section_text("sv", title=""),
        ["Swedish: title of section 2 is missing."],
    ),
    "empty Swedish section text": (
        section_text("sv", body=[]),
        ["Swedish: text of section 2 is missing."],
    ),
    "Swedish section text of nothing": (
        section_text("sv", body=[("paragraph", "<p></p>")]),
        ["Swedish: text of section 2 is missing."],
    ),
    "no opening": (with_fields(open_at=None), ["The opening time is missing."]),
    "no closing": (with_fields(close_at=None), ["The closing time is missing."]),
    "closes before it opens": (with_fields(close_at=NOON - 2 * WEEK), ["The hearing closes before it opens."]),
    "closes when it opens": (with_fields(close_at=NOON - WEEK), ["The hearing closes before it opens."]),
    "no main section": (first_section(kind="part"), ["There must be exactly one main section."]),
    "two main sections": (
        with_section("main"),
        ["There must be exactly one main section."],
    ),
}


@pytest.mark.parametrize(("change", "gaps"), GAPS.values(), ids=GAPS)
def test_what_is_missing_is_told_and_nothing_is_published(draft, change, gaps):
    change(draft)
    assert publishing_gaps(draft) == gaps
    with pytest.raises(PublishingRefused) as refusal:
        publish_hearing(hearing=draft, by=publisher(draft))
    assert refusal.value.gaps == gaps
    assert not Hearing.objects.public().exists()


def test_whole_hearing_has_no_gaps(draft):
    assert publishing_gaps(draft) == []


def test_other_languages_are_not_asked_for_but_by_setting(draft, settings):
    settings.KUULE_REQUIRED_LANGUAGES = ["fi", "en"]
    gaps = publishing_gaps(draft)
    assert gaps[:2] == ["English: title is missing.", "English: abstract is missing."]
    assert all(gap.startswith("English: ") for gap in gaps)


def test_text_that_no_language_has_is_not_asked_for(draft):
    for language in ("fi", "sv"):
        section_text(language, abstract="", body=[])(draft)
    assert publishing_gaps(draft) == []


def test_main_image_asks_for_its_words(draft):
    draft.main_image = make_image()
    draft.set_translation("fi", main_image_alt="Puisto")
    assert publishing_gaps(draft) == ["Swedish: what the main image shows is missing."]


def test_two_outcomes_are_too_many(draft):
    with_section("closure")(draft)
    assert publishing_gaps(draft) == []
    with_section("closure")(draft)
    assert publishing_gaps(draft) == ["There can be only one outcome section."]


@pytest.mark.parametrize("state", ["visible", "hidden", "withdrawn"])
def test_section_with_comments_cannot_be_left_out(hearing, state):
    make_comment(hearing.sections.all()[2], state=state)
    draft = hearing.get_latest_revision_as_object()
    draft.sections.remove(draft.sections.all()[2])
    gap = "A section that has comments has been removed. Comments are never deleted: bring it back."
    assert publishing_gaps(draft) == [gap]
    draft.sections.remove(draft.sections.all()[1])
    with pytest.raises(PublishingRefused):
        publish_hearing(hearing=draft, by=publisher(draft))
    assert Hearing.objects.get().sections.count() == 3


def test_section_without_comments_can_be_left_out(hearing):
    draft = hearing.get_latest_revision_as_object()
    draft.sections.remove(draft.sections.all()[2])
    publish_hearing(hearing=draft, by=publisher(draft))
    assert Hearing.objects.get().sections.count() == 2


@pytest.mark.parametrize(("role", "allowed"), ROLES)
def test_publishing_takes_a_publisher(draft, role, allowed):
    user = make_user(role=role, organisation=draft.organisation)
    if allowed:
        publish_hearing(hearing=draft, by=user)
    else:
        with pytest.raises(PermissionDenied):
            publish_hearing(hearing=draft, by=user)
    assert Hearing.objects.public().exists() == allowed


def test_publisher_of_another_organisation_cannot_publish(draft):
    with pytest.raises(PermissionDenied):
        publish_hearing(hearing=draft, by=make_user(role="publisher", organisation=make_organisation()))


def test_published_hearing_has_texts_of_draft_in_all_languages(hearing):
    draft = hearing.get_latest_revision_as_object()
    draft.set_translation("fi", title="Uusi")
    draft.set_translation("ru", title="Новый")
    publish_hearing(hearing=draft, by=publisher(draft))
    live = Hearing.objects.get()
    assert (live.text_in("title", "fi"), live.text_in("title", "ru")) == ("Uusi", "Новый")
    assert not live.has_unpublished_changes


# --- Closing early -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("role", "allowed"), ROLES)
def test_closing_early_takes_a_publisher(hearing, role, allowed):
    user = make_user(role=role, organisation=hearing.organisation)
    if allowed:
        close_hearing(hearing=hearing, by=user)
    else:
        with pytest.raises(PermissionDenied):
            close_hearing(hearing=hearing, by=user)
    assert Hearing.objects.get().is_open is not allowed


def test_closing_early_ends_a_second_ago_and_stays_after_publishing_again(hearing):
    user = publisher(hearing)
    closed = close_hearing(hearing=hearing, by=user)
    assert closed.close_at == NOON - timedelta(seconds=1)
    assert closed.status == "closed"
    assert not closed.has_unpublished_changes
    publish_hearing(hearing=closed.get_latest_revision_as_object(), by=user)
    assert Hearing.objects.get().close_at == NOON - timedelta(seconds=1)


def test_closing_early_closes_draft_too_and_publishes_none_of_it(hearing):
    title = hearing.text_in("title", "fi")
    draft = hearing.get_latest_revision_as_object()
    draft.set_translation("fi", title="Luonnos")
    draft.save_revision()
    close_hearing(hearing=Hearing.objects.get(), by=publisher(hearing))
    live = Hearing.objects.get()
    newest = live.get_latest_revision_as_object()
    assert (live.text_in("title", "fi"), live.status) == (title, "closed")
    assert (newest.text_in("title", "fi"), newest.close_at) == ("Luonnos", live.close_at)


@pytest.mark.parametrize(
    "fields",
    [
        {"live": False},
        {"open_at": NOON + WEEK, "close_at": NOON + 2 * WEEK},
        {"open_at": NOON - 2 * WEEK, "close_at": NOON - WEEK},
    ],
)
def test_hearing_that_is_not_open_stays_as_it_is(fields):
    hearing = make_hearing(**fields)
    close_hearing(hearing=hearing, by=publisher(hearing))
    assert Hearing.objects.get().close_at == hearing.close_at


def test_hearing_closed_in_its_first_second_never_ends_before_it_opens():
    hearing = make_hearing(open_at=NOON, close_at=NOON + WEEK)
    closed = close_hearing(hearing=hearing, by=publisher(hearing))
    assert closed.open_at <= closed.close_at


# --- Scheduled ---------------------------------------------------------------------------------------------


def test_scheduled_draft_of_published_hearing_shows_from_its_moment_on(clock, hearing):
    title = hearing.text_in("title", "fi")
    draft = hearing.get_latest_revision_as_object()
    draft.set_translation("fi", title="Huomenna")
    draft.go_live_at = NOON + timedelta(days=1)
    draft.save_revision(user=publisher(hearing)).publish()
    assert Hearing.objects.get().text_in("title", "fi") == title
    clock.move_to(NOON + timedelta(hours=23))
    call_command("publish_scheduled")
    assert Hearing.objects.get().text_in("title", "fi") == title
    clock.move_to(NOON + timedelta(hours=25))
    call_command("publish_scheduled")
    assert Hearing.objects.get().text_in("title", "fi") == "Huomenna"


def test_closing_early_closes_scheduled_draft_too(clock, hearing):
    user = publisher(hearing)
    draft = hearing.get_latest_revision_as_object()
    draft.go_live_at = NOON + timedelta(days=1)
    draft.save_revision(user=user).publish(user=user)
    closed = close_hearing(hearing=Hearing.objects.get(), by=user)
    clock.move_to(NOON + timedelta(hours=25))
    call_command("publish_scheduled")
    assert (Hearing.objects.get().close_at, Hearing.objects.get().status) == (closed.close_at, "closed")


def test_hearing_whose_draft_cannot_be_saved_is_closed_all_the_same(hearing):
    draft = hearing.get_latest_revision_as_object()
    draft.slug = "taken"
    draft.save_revision()
    make_hearing("taken")
    closed = close_hearing(hearing=Hearing.objects.get(pk=hearing.pk), by=publisher(hearing))
    assert closed.status == "closed"
