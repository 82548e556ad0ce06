"""The demo of map surveys: what it loads is whole, valid and plausible."""

import io
import json
import random

import pytest
import shapely
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Count
from django.http import QueryDict
from django.utils import timezone

from cms import geo
from cms.accounts.models import User
from cms.choices import ModerationState
from cms.layers.models import Layer
from cms.organisations.models import Area
from cms.translations import completeness, language_codes
from mapsurveys.analysis.quality import doubled_responses
from mapsurveys.analysis.selecting import Selection
from mapsurveys.choices import ResponseState
from mapsurveys.demo import content
from mapsurveys.demo.answers.people import make_person, on_land
from mapsurveys.demo.content.people import bad_spots, good_spots, ground
from mapsurveys.forms import StepForm
from mapsurveys.kinds import KINDS
from mapsurveys.models import Agreement, Event, Feature, Remark, Response, Survey
from mapsurveys.permissions import can_edit, can_moderate, can_see
from mapsurveys.responding import is_missing, read_sheet
from mapsurveys.rules import Test

SAMPLE = 40


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Both demos, loaded once for all tests here and rolled back after them."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("KUULE_DEMO_PASSWORD", "a-password-of-tests")
        with transaction.atomic():
            call_command("load_demo")
            call_command("load_survey_demo")
            yield
            transaction.set_rollback(True)
        connection.close()


@pytest.fixture
def district(demo, db) -> Survey:
    return Survey.objects.get(slug=content.DISTRICT.slug)


def test_load_survey_demo_needs_the_hearings_demo(db):
    with pytest.raises(CommandError):
        call_command("load_survey_demo")


def test_load_survey_demo_twice_changes_nothing(district):
    before = _counts()

    call_command("load_survey_demo", stdout=io.StringIO())

    assert _counts() == before


def _counts():
    return [model.objects.count() for model in (Survey, Layer, Response, Feature, Event, Agreement, Remark)]


def test_demo_surveys_have_their_numbers_of_answers(district):
    counts = Response.objects.values_list("survey__slug", "state").annotate(count=Count("pk"))

    assert sorted(counts) == [
        ("oma-kaupunginosani", ResponseState.DRAFT, 140),
        ("oma-kaupunginosani", ResponseState.SUBMITTED, 300),
        ("rantapuiston-pikakysely", ResponseState.SUBMITTED, 84),
        ("talvella-liikkeella", ResponseState.DRAFT, 22),
        ("talvella-liikkeella", ResponseState.SUBMITTED, 121),
    ]


def test_large_survey_asks_every_kind_of_question(district):
    assert {question.kind for question in district.document.questions()} == set(KINDS)


def test_large_survey_has_the_rules_that_it_is_to_show(district):
    document = district.document
    tests = {
        condition.test
        for owner in (*document.steps, *document.questions())
        for group in owner.show_when
        for condition in group
    }
    assert tests == {Test.CHOSEN, Test.AT_MOST, Test.DRAWN_AT_LEAST, Test.DRAWN_INSIDE}


@pytest.mark.parametrize("spec", [content.DISTRICT, content.POLL, content.WINTER], ids=lambda spec: spec.slug)
def test_published_surveys_are_whole_in_every_language(demo, db, spec):
    survey = Survey.objects.get(slug=spec.slug)

    missing = {code: total - done for code in language_codes() for done, total in [completeness(survey, code)]}

    assert missing == dict.fromkeys(language_codes(), 0)


def test_draft_is_half_translated(demo, db):
    survey = Survey.objects.get(slug=content.SPORTS_FIELD.slug)
    finnish, swedish, russian = (completeness(survey, code) for code in ("fi", "sv", "ru"))

    assert (finnish, swedish, russian) == ((14, 14), (6, 14), (0, 14))


@pytest.mark.parametrize("spec", [content.DISTRICT, content.WINTER, content.POLL], ids=lambda spec: spec.slug)
def test_answers_pass_the_form_that_residents_fill_in(demo, db, spec):
    sent = list(Response.objects.counted().filter(survey__slug=spec.slug).order_by("submitted_at", "pk"))
    document = sent[0].version.document

    for response in random.Random(1).sample(sent, SAMPLE):  # noqa: S311
        sheet = read_sheet(response)
        steps, shown, kept = document.shown(sheet)
        assert [step.id for step in steps] == response.steps_done
        assert kept.keys() == sheet.keys()
        assert not any(is_missing(question, kept) for question in document.asking() if question.id in shown)
        for step in steps:
            form = StepForm(document, step, _as_sent(step, kept), {}, sheet=sheet)
            assert form.is_valid(), (step.id, form.errors)
            files = {question.id for question in step.questions if question.kind == "file"}
            own = {question.id for question in step.questions if question.id in kept} - files
            assert {key: _plain(form.answers[key]) for key in own} == {key: _plain(kept[key]) for key in own}


def _plain(answer):
    """Marks as what matters of them; other answers as they are."""
    if not isinstance(answer, list):
        return answer
    return [
        (mark.words, mark.place, mark.on_image, mark.answers, mark.effort, mark.geometry and mark.geometry.wkt)
        if hasattr(mark, "effort")
        else mark
        for mark in answer
    ]


def _as_sent(step, sheet) -> QueryDict:
    """What a browser would send for the stored answers of a step."""
    data = QueryDict(mutable=True)
    for question in step.questions:
        if question.id in sheet and question.marks:
            _send_marks(data, question, sheet[question.id])
        elif question.id in sheet and question.kind != "file":
            _send(data, question.kind, question.id, sheet[question.id])
    return data


def _send_marks(data, question, marks):
    places = [place.id for place in getattr(question, "places", [])]
    for number, mark in enumerate(marks):
        prefix = f"{question.id}-{places.index(mark.place) if mark.place else number}"
        drawn = json.dumps(geo.as_geojson(mark.geometry)) if mark.geometry else ""
        spot = ",".join(map(str, mark.on_image)) if mark.on_image else ""
        for name, value in (
            ("key", mark.key),
            ("geometry", drawn or spot),
            ("words", mark.words),
            ("effort", json.dumps(mark.effort)),
            ("chosen", "on" if mark.place else ""),
        ):
            data[f"{prefix}-{name}"] = value
        kinds = {follow_up.id: follow_up.kind for follow_up in question.follow_ups}
        for key, answer in mark.answers.items():
            _send(data, kinds[key], f"{prefix}-{key}", answer)


def _send(data, kind, name, answer):
    if kind in ("single_choice", "multiple_choice", "image_choice"):
        data.setlist(name, answer["chosen"])
        data[f"{name}-other"] = answer.get("other", "")
    elif kind == "ranking":
        for place, choice in enumerate(answer, start=1):
            data[f"{name}-{choice}"] = str(place)
    elif kind == "budget":
        for choice, amount in answer.items():
            data[f"{name}-{choice}"] = str(amount)
    elif kind == "matrix":
        for row, chosen in answer.items():
            data.setlist(f"{name}-{row}", chosen)
    else:
        data[name] = str(answer)


def test_homes_and_marked_points_are_on_dry_land(district):
    land = shapely.Polygon(ground.LAND)
    points = Feature.objects.filter(
        survey=district, question__in=["home", "goodplaces", "placestomend", "playplaces"], geometry__isnull=False
    )

    outside = [str(place) for place in points if not land.covers(shapely.from_wkb(bytes(place.geometry.wkb)))]

    assert points.count() > 800
    assert outside == []


def test_land_is_inside_the_district_and_every_spot_on_it(district):
    land = shapely.Polygon(ground.LAND)
    area = shapely.from_wkb(bytes(Area.objects.get(slug="central").geometry.wkb))
    spots = [spot.at for spot in (*good_spots.GOOD_SPOTS, *bad_spots.BAD_SPOTS)]
    homes = [at for places in ground.HOMES.values() for at in places]

    assert land.is_valid
    assert area.covers(land)
    assert [at for at in (*spots, *homes) if not land.contains(shapely.Point(at))] == []


def test_on_land_gives_the_place_itself_where_all_around_is_sea():
    assert on_land(random.Random(1), (24.90, 60.10), 10) == (24.90, 60.10)  # noqa: S311


def test_people_are_the_same_for_the_same_seed():
    first, second = (make_person(random.Random("seed")) for _time in range(2))  # noqa: S311

    assert (first.age, first.channel, first.care) == (second.age, second.channel, second.care)


def test_nothing_happens_after_now_or_before_the_survey_opens(district):
    responses = Response.objects.filter(survey=district)
    first = responses.earliest("started_at").started_at
    last = Agreement.objects.filter(feature__survey=district).latest("created_at").created_at

    assert district.open_at < first
    assert max(last, responses.latest("saved_at").saved_at) < timezone.now()


def test_a_moderator_has_hidden_a_remark_and_a_place(district):
    remarks = Remark.objects.filter(feature__survey=district, state=ModerationState.HIDDEN)
    places = Feature.objects.filter(survey=district, state=ModerationState.HIDDEN)

    assert list(remarks.values_list("hidden_reason", flat=True)) == ["offensive"]
    assert list(places.values_list("hidden_reason", flat=True)) == ["off_topic"]


def test_two_responses_look_like_doubles(district):
    assert doubled_responses(Selection(district, district.document)) == 2


def test_demo_logins_have_their_rights(district):
    users = {name: User.objects.get(username=name) for name in ("planner", "moderator", "admin")}
    draft = Survey.objects.get(slug=content.SPORTS_FIELD.slug)

    rights = {
        name: (can_see(user, draft), can_edit(user, district), can_moderate(user, district))
        for name, user in users.items()
    }
    assert rights == {
        "planner": (True, True, False),
        "moderator": (True, False, True),
        "admin": (True, True, True),
    }
