"""One-time codes: nothing but hashes is kept, and nothing leads from a code to an answer."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from cms.receipts import ALPHABET, hash_code
from mapsurveys.codes import code_counts, make_codes, void_codes
from mapsurveys.models import AccessCode
from mapsurveys.responding import CodeRefused, find_code, submit_response
from tests.factories import make_user
from tests.factories.surveys import make_channel, make_response, make_survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def survey():
    return make_survey(access="code")


@pytest.fixture
def channel(survey):
    return make_channel(survey, "code")


@pytest.fixture
def planner(survey):
    return make_user(role="editor", organisation=survey.organisation)


def stored_codes() -> str:
    return " ".join(str(vars(code)) for code in AccessCode.objects.all())


def test_codes_are_random_letters_that_are_not_misread(channel, planner):
    codes = make_codes(channel=channel, count=300, by=planner)
    assert len(set(codes)) == 300
    group = f"[{ALPHABET}]{{4}}"
    assert all(re.fullmatch(f"{group}-{group}-{group}", code) for code in codes)
    assert {letter for code in codes for letter in code} == {*ALPHABET, "-"}


def test_only_hashes_are_stored(channel, planner):
    codes = make_codes(channel=channel, count=20, by=planner)
    stored = stored_codes()
    assert set(AccessCode.objects.values_list("code_hash", flat=True)) == {hash_code(code) for code in codes}
    assert not any(code in stored or code.replace("-", "") in stored for code in codes)


def test_code_opens_its_own_survey_alone(survey, channel, planner):
    [code] = make_codes(channel=channel, count=1, by=planner)
    assert find_code(survey, code.lower().replace("-", " ")).channel == channel
    with pytest.raises(CodeRefused):
        find_code(make_survey(access="code"), code)


def test_used_code_says_neither_when_nor_by_which_answer(survey, channel, planner):
    code, other = make_codes(channel=channel, count=2, by=planner)
    before = {field.name for field in AccessCode._meta.get_fields() if field.concrete}
    assert before == {"id", "survey", "channel", "code_hash", "is_used"}
    response = make_response(survey, access_code=find_code(survey, code))
    assert (response.code, response.channel) == (None, channel)
    assert AccessCode.objects.get(is_used=True).code_hash == hash_code(code)
    assert find_code(survey, other)
    with pytest.raises(CodeRefused):
        find_code(survey, code)


def test_counts_are_of_each_channel(survey, channel, planner):
    other = make_channel(survey, "code")
    code, *_rest = make_codes(channel=channel, count=3, by=planner)
    make_codes(channel=other, count=2, by=planner)
    make_response(survey, access_code=find_code(survey, code))
    assert code_counts(survey) == {channel.pk: (3, 1), other.pk: (2, 0)}


def test_voiding_spares_codes_that_are_used_or_begun_with(survey, channel, planner):
    used, begun, unused = make_codes(channel=channel, count=3, by=planner)
    [elsewhere] = make_codes(channel=make_channel(survey, "code"), count=1, by=planner)
    make_response(survey, access_code=find_code(survey, used))
    unsent = make_response(survey, access_code=find_code(survey, begun), submitted=False)
    assert void_codes(channel=channel, by=planner) == 1
    with pytest.raises(CodeRefused):
        find_code(survey, unused)
    assert find_code(survey, elsewhere)
    assert submit_response(response=unsent, user=planner).is_submitted
    assert code_counts(survey)[channel.pk] == (2, 2)


@pytest.mark.parametrize("role", ["viewer", "moderator"])
def test_codes_take_someone_who_may_edit(survey, channel, role):
    user = make_user(role=role, organisation=survey.organisation)
    with pytest.raises(PermissionDenied):
        make_codes(channel=channel, count=1, by=user)
    with pytest.raises(PermissionDenied):
        void_codes(channel=channel, by=user)
    assert not AccessCode.objects.exists()


def test_many_codes_take_few_statements(channel, planner, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        make_codes(channel=channel, count=11_000, by=planner)
    assert AccessCode.objects.count() == 11_000
