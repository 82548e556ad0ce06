"""What must be whole before a survey is published, publishing itself, and closing early."""

import copy
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import translation

from cms.consultation_publishing import PublishingRefused
from mapsurveys.models import Survey
from mapsurveys.publishing import close_survey, publish_survey, publishing_gaps
from mapsurveys.questionnaire import Questionnaire
from tests.factories import NOON, WEEK, make_image, make_layer, make_organisation, make_user
from tests.factories.surveys import SHORT, make_survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ROLES = [("viewer", False), ("editor", False), ("moderator", False), ("publisher", True)]
UNSAID = (
    "%s: the survey can't be published, because the cover text does not say what is published of the answers."
    " Write it in “how answers are used and published”."
)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def draft(db):
    return make_survey(live=False)


def publisher(survey):
    return make_user(role="publisher", organisation=survey.organisation)


def texts(language, **values):
    return lambda survey: survey.set_translation(language, **values)


def fields(**values):
    def change(survey):
        for name, value in values.items():
            setattr(survey, name, value)

    return change


def both(*changes):
    def change(survey):
        for each in changes:
            each(survey)

    return change


def asks(edit):
    """The questionnaire SHORT, changed by `edit(document)`."""

    def change(survey):
        document = copy.deepcopy(SHORT)
        edit(document)
        survey.write_document(Questionnaire.read(document))

    return change


def drop_swedish(*path):
    def edit(document):
        part = document["steps"]
        for key in path:
            part = part[key]
        del part["sv"]

    return asks(edit)


def no_questions(document):
    document["steps"] = [{"id": "qempty", "title": {"fi": "Tyhjä", "sv": "Tom"}}]


def only_information(document):
    heading = {"kind": "information", "label": {"fi": "Lue", "sv": "Läs"}}
    document["steps"] = [{"id": "qempty", "questions": [heading]}]


def dangling_rule(document):
    condition = {"question": "qgone", "test": "answered"}
    document["steps"][1]["questions"][1]["show_when"] = [[condition]]


GAPS = {
    "no Finnish title": (texts("fi", title=""), ["Finnish: title is missing."]),
    "no Swedish abstract": (texts("sv", abstract=" "), ["Swedish: abstract is missing."]),
    "thanks in Finnish alone": (texts("fi", thanks="Kiitos!"), ["Swedish: thanks is missing."]),
    "notice in Finnish alone, nothing public": (
        texts("sv", data_notice=""),
        ["Swedish: how answers are used and published is missing."],
    ),
    "results are public, and nothing says so in Swedish": (
        both(fields(results_shown="after_closing"), texts("sv", data_notice="")),
        [UNSAID % "Swedish"],
    ),
    "answers are public, and nothing says so": (
        both(fields(publishes_answers=True), texts("fi", data_notice=""), texts("sv", data_notice="")),
        [UNSAID % "Finnish", UNSAID % "Swedish"],
    ),
    "places are shown to others, and nothing says so": (
        both(fields(neighbours="seen"), texts("fi", data_notice=""), texts("sv", data_notice="")),
        [UNSAID % "Finnish", UNSAID % "Swedish"],
    ),
    "no opening": (fields(open_at=None), ["The opening time is missing."]),
    "no closing": (fields(close_at=None), ["The closing time is missing."]),
    "closes before it opens": (fields(close_at=NOON - 2 * WEEK), ["The survey closes before it opens."]),
    "no Swedish question": (
        drop_swedish(0, "questions", 0, "label"),
        ["Swedish: a text of “Missä asut?” is missing."],
    ),
    "no Swedish option": (
        drop_swedish(0, "questions", 1, "choices", 0, "label"),
        ["Swedish: a text of “Miten liikut?” is missing."],
    ),
    "no Swedish follow-up": (
        drop_swedish(1, "questions", 0, "follow_ups", 0, "label"),
        ["Swedish: a text of “Missä viihdyt?” is missing."],
    ),
    "no Swedish page title": (drop_swedish(1, "title"), ["Swedish: a text of “Paikat” is missing."]),
    "no pages": (
        asks(lambda document: document["steps"].clear()),
        ["There is nothing to answer yet. Add a question."],
    ),
    "no questions": (
        asks(no_questions),
        ["There is nothing to answer yet. Add a question.", "Page 1: The page has no questions."],
    ),
    "nothing that asks": (asks(only_information), ["There is nothing to answer yet. Add a question."]),
    "rule about a question that is no more": (
        asks(dangling_rule),
        ["Page 2, “Mitä muuta?”: The rule of “Mitä muuta?” asks about a question that is no more."],
    ),
}


@pytest.mark.parametrize(("change", "gaps"), GAPS.values(), ids=GAPS)
def test_what_is_missing_is_told_and_nothing_is_published(draft, change, gaps):
    change(draft)
    assert publishing_gaps(draft) == gaps
    with pytest.raises(PublishingRefused) as refusal:
        publish_survey(survey=draft, by=publisher(draft))
    assert refusal.value.gaps == gaps
    assert not Survey.objects.public().exists()


def test_whole_survey_has_no_gaps(draft):
    draft.results_shown = "after_answering"
    assert publishing_gaps(draft) == []


def test_survey_that_publishes_nothing_needs_no_notice(draft):
    for language in ("fi", "sv"):
        draft.set_translation(language, data_notice="")
    assert publishing_gaps(draft) == []


def test_many_untranslated_questions_are_counted_after_the_first_five(draft):
    questions = [{"kind": "text", "label": {"fi": f"Kysymys {number}"}} for number in range(1, 9)]
    draft.write_document(Questionnaire.read({"steps": [{"questions": questions}]}))
    gaps = [gap for gap in publishing_gaps(draft) if gap.startswith("Swedish")]
    assert gaps == [
        *(f"Swedish: a text of “Kysymys {number}” is missing." for number in range(1, 6)),
        "Swedish: texts of 3 more questions or pages are missing.",
    ]


def test_other_languages_are_not_asked_for_but_by_setting(draft, settings):
    settings.KUULE_REQUIRED_LANGUAGES = ["fi", "en"]
    gaps = publishing_gaps(draft)
    assert gaps[:2] == ["English: title is missing.", "English: abstract is missing."]
    assert all(gap.startswith("English: ") for gap in gaps)


def test_main_image_asks_for_its_words(draft):
    draft.main_image = make_image()
    draft.set_translation("fi", main_image_alt="Ranta")
    assert publishing_gaps(draft) == ["Swedish: what the main image shows is missing."]


def test_map_layer_that_is_out_of_use_is_told(draft):
    layer = make_layer(is_active=True)
    asks(lambda document: document["steps"][1].update(layers=[str(layer.pk)]))(draft)
    assert publishing_gaps(draft) == []
    layer.is_active = False
    layer.save()
    assert publishing_gaps(draft) == ["Page 2: A map layer of the page is no more, or is not in use."]


@pytest.mark.parametrize(("role", "allowed"), ROLES)
def test_publishing_takes_a_publisher(draft, role, allowed):
    user = make_user(role=role, organisation=draft.organisation)
    if allowed:
        publish_survey(survey=draft, by=user)
    else:
        with pytest.raises(PermissionDenied):
            publish_survey(survey=draft, by=user)
    assert Survey.objects.public().exists() == allowed


def test_publisher_of_another_organisation_can_neither_publish_nor_close(draft):
    stranger = make_user(role="publisher", organisation=make_organisation())
    for verb in (publish_survey, close_survey):
        with pytest.raises(PermissionDenied):
            verb(survey=draft, by=stranger)


def test_publishing_keeps_the_questionnaire_as_a_version(draft):
    publish_survey(survey=draft, by=publisher(draft))
    [version] = draft.versions.all()
    assert (version.number, version.questionnaire) == (1, draft.questionnaire)


@pytest.mark.parametrize(("role", "allowed"), ROLES)
def test_closing_early_takes_a_publisher(role, allowed):
    survey = make_survey()
    user = make_user(role=role, organisation=survey.organisation)
    if allowed:
        close_survey(survey=survey, by=user)
    else:
        with pytest.raises(PermissionDenied):
            close_survey(survey=survey, by=user)
    assert Survey.objects.get().is_open is not allowed


def test_closing_early_closes_draft_too_and_publishes_none_of_it():
    survey = make_survey()
    before = survey.text_in("title", "fi"), survey.questionnaire
    draft = survey.get_latest_revision_as_object()
    draft.set_translation("fi", title="Luonnos")
    drop_swedish(1, "title")(draft)
    draft.save_revision()
    close_survey(survey=Survey.objects.get(), by=publisher(survey))
    stored = Survey.objects.get()
    newest = stored.get_latest_revision_as_object()
    assert (stored.text_in("title", "fi"), stored.questionnaire) == before
    assert (newest.text_in("title", "fi"), newest.questionnaire) == ("Luonnos", draft.questionnaire)
    assert stored.close_at == newest.close_at == NOON - timedelta(seconds=1)


def test_scheduled_survey_is_public_and_has_its_version_from_its_moment_on(clock, draft):
    draft.go_live_at = NOON + timedelta(days=1)
    draft.save_revision(user=publisher(draft)).publish()
    call_command("publish_scheduled")
    assert (Survey.objects.public().exists(), draft.versions.exists()) == (False, False)
    clock.move_to(NOON + timedelta(hours=25))
    call_command("publish_scheduled")
    assert (Survey.objects.public().exists(), draft.versions.count()) == (True, 1)
