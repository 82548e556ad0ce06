"""What a respondent does, in the database."""

import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.geos import GEOSGeometry
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from cms.receipts import hash_code
from mapsurveys.kinds.file import Upload
from mapsurveys.kinds.marking import Mark
from mapsurveys.models import AccessCode, Attachment, Event, Feature, PersonalAnswer, Response
from mapsurveys.responding import (
    AnswerRefused,
    CodeRefused,
    Incomplete,
    begin_response,
    find_code,
    find_response,
    finish_response,
    keep_step,
    read_sheet,
    save_step,
    submit_response,
    withdraw_response,
)
from mapsurveys.versions import current_version
from tests.factories import NOON, make_user
from tests.factories.questionnaires import THREE_PAGES, options, question, step
from tests.factories.surveys import make_channel, make_response, make_survey

ANYONE = AnonymousUser()
MOST_QUERIES = 15
#: So many connections at once are left to tests; each person has two.
LANES = 10


def begin(survey, **options):
    version = current_version(survey)
    version.survey = survey
    return begin_response(
        version=version, user=options.pop("user", ANYONE), language="fi", now=options.pop("now", NOON), **options
    )


def save(response, number, answers, verb=save_step):
    return verb(response=response, step=response.version.document.steps[number], answers=answers, user=ANYONE, now=NOON)


def send(response, **options):
    return submit_response(response=response, user=ANYONE, **{"now": NOON} | options)


def point(key="a", **more):
    return Mark(key=key, geometry=GEOSGeometry("POINT(24.95 60.18)", srid=4326), **more)


@pytest.mark.django_db
class TestOneResponse:
    def test_receipt_code_leads_to_it(self):
        response, code = begin(make_survey())
        assert find_response(code.lower().replace("-", " ")) == response

    def test_same_form_twice_begins_one(self):
        survey = make_survey()
        (first, code), (second, again) = (begin(survey, form_key="key") for _time in range(2))
        assert (first, code) == (second, again)

    def test_same_form_in_two_surveys_begins_two(self):
        first, _code = begin(make_survey(), form_key="key")
        second, _code = begin(make_survey(), form_key="key")
        assert first != second

    def test_step_sent_twice_is_stored_once(self):
        response, _code = begin(make_survey())
        for _time in range(2):
            response = save(response, 1, {"qgood": [point()], "qwish": "Puita"})
        assert Feature.objects.count() == 1
        assert response.answers == {"qwish": "Puita"}

    def test_edited_place_keeps_its_row(self):
        response, _code = begin(make_survey())
        response = save(response, 1, {"qgood": [point("a"), point("b")]})
        _first, second = read_sheet(response)["qgood"]
        second.words = "Rannassa"
        response = save(response, 1, {"qgood": [second]})
        assert [(mark.key, mark.words) for mark in read_sheet(response)["qgood"]] == [(second.key, "Rannassa")]

    def test_key_of_anothers_place_makes_a_row_of_ones_own(self):
        survey = make_survey()
        theirs, _code = begin(survey)
        theirs = save(theirs, 1, {"qgood": [point(words="Heidän")]})
        key = read_sheet(theirs)["qgood"][0].key
        own, _code = begin(survey)
        save(own, 1, {"qgood": [point(key, words="Oma")]})
        assert read_sheet(theirs)["qgood"][0].words == "Heidän"

    def test_unfinished_step_is_not_done(self):
        response, _code = begin(make_survey())
        response = save(response, 0, {"qliving": {"chosen": ["qhere"]}})
        assert response.steps_done == ["qstepone"]
        response = save(response, 0, {"qmoving": {"chosen": ["qwalk"]}}, verb=keep_step)
        assert (response.steps_done, response.answers) == ([], {"qmoving": {"chosen": ["qwalk"]}})

    def test_long_pause_is_not_time_used(self):
        response, _code = begin(make_survey(), now=NOON - timedelta(days=2))
        assert save(response, 0, {}).seconds == 30 * 60

    def test_required_question_stops_sending(self):
        response, _code = begin(make_survey())
        with pytest.raises(Incomplete) as refused:
            send(response)
        assert refused.value.step.id == "qstepone"

    def test_step_stays_saved_where_another_is_missing(self):
        response, _code = begin(make_survey())
        with pytest.raises(Incomplete) as refused:
            save(response, 1, {"qwish": "Puita"}, verb=finish_response)
        stored = Response.objects.get()
        assert (refused.value.step.id, stored.answers, stored.is_submitted) == ("qstepone", {"qwish": "Puita"}, False)

    def test_sending_twice_is_once(self):
        response, _code = begin(make_survey())
        response = save(response, 0, {"qliving": {"chosen": ["qhere"]}})
        assert send(response).submitted_at == send(response, now=NOON + timedelta(hours=1)).submitted_at == NOON
        assert Event.objects.filter(kind="submitted").count() == 1

    def test_answers_that_rules_hide_are_pruned(self):
        response, _code = begin(make_survey(document=THREE_PAGES))
        response = save(response, 0, {"home": {"chosen": ["near"]}, "years": 12})
        response.answers["home"] = {"chosen": ["far"]}
        response.save()
        assert send(response).answers == {"home": {"chosen": ["far"]}}

    def test_places_and_files_that_rules_hide_are_pruned(self):
        rule = [[{"question": "which", "test": "chosen", "value": "yes"}]]
        choices = options("yes", "no")
        document = {
            "steps": [
                step(
                    "first",
                    question("single_choice", "which", "Which?", choices=choices),
                ),
                step("then", question("point", "where", "Where?"), question("file", "photo", "Photo"), show_when=rule),
            ]
        }
        response, _code = begin(make_survey(document=document))
        response = save(response, 0, {"which": {"chosen": ["yes"]}})
        response = save(response, 1, {"where": [point()], "photo": Upload("a.jpg", b"x", "image/jpeg")})
        response = save(response, 0, {"which": {"chosen": ["no"]}})
        assert (Feature.objects.count(), Attachment.objects.count()) == (1, 1)
        send(response)
        assert (Feature.objects.count(), Attachment.objects.count()) == (0, 0)

    def test_personal_answer_is_kept_apart(self):
        response, _code = begin(make_survey(document=THREE_PAGES))
        response = save(response, 2, {"email": "aino@example.org", "wish": "Puita"})
        assert response.answers == {"wish": "Puita"}
        assert PersonalAnswer.objects.values_list("question", "answer").get() == ("email", "aino@example.org")

    def test_file_is_replaced_and_taken_away(self):
        response, _code = begin(make_survey(document=THREE_PAGES))
        for name in ("first.jpg", "second.jpg"):
            response = save(response, 2, {"photo": Upload(name, b"x", "image/jpeg")})
        assert list(Attachment.objects.values_list("name", flat=True)) == ["second.jpg"]
        response = save(response, 2, {"photo": response.answers["photo"]})
        assert Attachment.objects.count() == 1
        save(response, 2, {})
        assert Attachment.objects.count() == 0

    def test_withdrawn_leaves_nothing(self):
        response = make_response(make_survey(), {"qliving": {"chosen": ["qhere"]}, "qgood": [point()]})
        withdraw_response(response=response, user=ANYONE, now=NOON)
        assert (Response.objects.count(), Feature.objects.count()) == (0, 0)

    @pytest.mark.parametrize("verb", [save_step, keep_step])
    def test_closed_survey_stores_nothing(self, verb):
        survey = make_survey()
        response, _code = begin(survey)
        survey.close_at = NOON - timedelta(minutes=1)
        survey.save()
        response = Response.objects.get(pk=response.pk)
        with pytest.raises(AnswerRefused):
            save(response, 1, {"qwish": "Myöhässä"}, verb=verb)
        assert Response.objects.get().answers == {}

    def test_second_answer_of_an_account_goes_on_with_the_first(self):
        survey, user = make_survey(access="signed_in"), make_user()
        first, code = begin(survey, user=user)
        second, again = begin(survey, user=user)
        assert first == second
        assert (find_response(code), find_response(again)) == (None, first)


@pytest.mark.django_db
class TestCodes:
    @pytest.fixture
    def survey(self):
        survey = make_survey(access="code")
        channel = make_channel(survey, "code")
        AccessCode.objects.create(survey=survey, channel=channel, code_hash=hash_code("ABCD-EFGH-JKMN"))
        return survey

    def answered(self, survey):
        response, _code = begin(survey, access_code=find_code(survey, "abcd efgh jkmn"))
        return send(save(response, 0, {"qliving": {"chosen": ["qhere"]}}))

    def test_code_works_once_and_leads_to_no_answer(self, survey):
        response = self.answered(survey)
        assert response.code is None
        assert AccessCode.objects.get().is_used
        with pytest.raises(CodeRefused):
            find_code(survey, "ABCD-EFGH-JKMN")

    def test_unused_code_leads_back_to_what_was_begun(self, survey):
        first, _code = begin(survey, access_code=find_code(survey, "ABCD-EFGH-JKMN"))
        second, _code = begin(survey, access_code=find_code(survey, "ABCD-EFGH-JKMN"))
        assert first == second

    def test_code_of_another_survey_is_refused(self, survey):
        with pytest.raises(CodeRefused):
            find_code(make_survey(access="code"), "ABCD-EFGH-JKMN")


@pytest.mark.django_db
def test_storing_and_sending_a_big_step_costs_few_queries():
    many = [question("text", f"text{number}", "Text", personal=number % 2 == 0) for number in range(20)]
    places = [question("point", f"place{number}", "Where?", most=10) for number in range(5)]
    response, _code = begin(make_survey(document={"steps": [step("big", *many, *places)]}))
    answers = {each["id"]: "Puita" for each in many}
    answers |= {each["id"]: [point(f"{each['id']}{number}") for number in range(10)] for each in places}
    with CaptureQueriesContext(connection) as queries:
        save(response, 0, answers, verb=finish_response)
    spent = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert Feature.objects.count() == 50
    assert len(spent) <= MOST_QUERIES, "\n".join(sql[:120] for sql in spent)


@pytest.mark.django_db(transaction=True)
def test_hundred_at_once_lose_and_double_nothing():
    """Each of a hundred people sends every page twice at the same moment, as a double click does."""
    survey = make_survey()
    version = current_version(survey)
    version.survey = survey
    gate, faults = threading.Barrier(2 * LANES), []

    def person(number):
        response, _code = begin_response(
            version=version, user=ANYONE, language="fi", form_key=f"person-{number}", now=NOON
        )
        response = save(response, 0, {"qliving": {"chosen": ["qhere"]}})
        send(save(response, 1, {"qgood": [point()], "qwish": f"Toive {number}"}))

    def browser(lane):
        gate.wait()
        try:
            for number in range(lane, 100, LANES):
                person(number)
        except Exception as fault:  # noqa: BLE001 - told below, in the thread that can fail the test
            faults.append(fault)
        connections.close_all()

    threads = [threading.Thread(target=browser, args=(lane,)) for lane in [*range(LANES), *range(LANES)]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    wishes = Response.objects.counted().values_list("answers__qwish", flat=True)
    assert sorted(wishes) == sorted(f"Toive {number}" for number in range(100))
    assert Feature.objects.count() == 100
