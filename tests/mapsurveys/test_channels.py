"""Ways to a survey: addresses that lead where they say, their QR codes, counts, and who may change channels."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from mapsurveys.channels import (
    add_channel,
    channel_address,
    channels_of,
    cover_address,
    open_channel,
    qr_drawing,
    rename_channel,
    shut_channel,
)
from mapsurveys.models import Channel
from tests.factories import make_organisation, make_user
from tests.factories.surveys import make_channel, make_response, make_survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def survey():
    return make_survey("ranta")


@pytest.fixture
def planner(survey):
    return make_user(role="editor", organisation=survey.organisation)


def test_addresses_are_whole_and_of_each_language(survey, settings):
    settings.BASE_URL = "https://kuule.example/"
    channel = make_channel(survey, key="a-b_c")
    assert cover_address(survey) == "https://kuule.example/surveys/ranta/"
    assert cover_address(survey, "sv") == "https://kuule.example/sv/surveys/ranta/"
    assert channel_address(channel, "fi-simple") == "https://kuule.example/fi-simple/surveys/ranta/?c=a-b_c"
    assert cover_address(survey, c="k", code="A B") == "https://kuule.example/surveys/ranta/?c=k&code=A+B"


@pytest.mark.parametrize(("wish", "language"), [("sv", "sv"), ("ru-RU", "ru"), ("de", "fi")])
def test_address_on_paper_leads_to_the_readers_language_with_its_channel(client, survey, wish, language):
    channel = make_channel(survey)
    path = channel_address(channel).removeprefix("http://testserver")
    response = client.get(path, headers={"accept-language": wish})
    assert response["Location"] == f"/{language}/surveys/ranta/?c={channel.key}"


def test_drawing_needs_no_style_and_is_passed_over_by_screen_readers():
    drawing = qr_drawing("https://kuule.example/surveys/ranta/?c=k&code=ABCD")
    assert re.match(r'<svg aria-hidden="true" focusable="false" viewBox="0 0 \d+ \d+" class="kuule-qr"><path ', drawing)
    assert "style" not in drawing


def test_answers_that_count_are_counted_by_channel(survey):
    busy, quiet = make_channel(survey, "event"), make_channel(survey, "panel")
    make_response(survey, channel=busy)
    make_response(survey, channel=busy)
    make_response(survey, channel=busy, submitted=False)
    make_response(survey, channel=busy, is_test=True)
    make_response(survey)
    assert [(channel.pk, channel.answer_count) for channel in channels_of(survey)] == [(busy.pk, 2), (quiet.pk, 0)]


def test_channel_is_added_renamed_and_taken_out_of_use_and_keeps_its_key(survey, planner):
    channel = add_channel(survey=survey, kind="event", name="Kirjasto", by=planner)
    key = channel.key
    rename_channel(channel=channel, name="Kallion kirjasto", by=planner)
    shut_channel(channel=channel, by=planner)
    stored = Channel.objects.get()
    assert (stored.kind, stored.name, stored.key, stored.is_open) == ("event", "Kallion kirjasto", key, False)
    open_channel(channel=channel, by=planner)
    assert Channel.objects.get().is_open


@pytest.mark.parametrize("role", ["viewer", "moderator", "stranger"])
def test_changing_channels_takes_someone_who_may_edit(survey, role):
    stranger = role == "stranger"
    organisation = make_organisation() if stranger else survey.organisation
    user = make_user(role="editor" if stranger else role, organisation=organisation)
    channel = make_channel(survey, name="Ennen")
    for verb, arguments in (
        (add_channel, {"survey": survey, "kind": "open", "name": "Uusi"}),
        (rename_channel, {"channel": channel, "name": "Jälkeen"}),
        (shut_channel, {"channel": channel}),
    ):
        with pytest.raises(PermissionDenied):
            verb(by=user, **arguments)
    assert list(Channel.objects.values_list("name", "is_open")) == [("Ennen", True)]
