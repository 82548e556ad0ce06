import pytest

from tests.factories import NOON, WEEK
from tests.mapsurveys.exporting.survey import make_answered_survey


@pytest.fixture
def answered(clock):
    """The survey, while it is open."""
    return make_answered_survey()


@pytest.fixture
def closed(answered, clock):
    """The survey, after it has closed."""
    clock.move_to(NOON + 2 * WEEK)
    return answered


@pytest.fixture
def download(client):
    """The bytes of a public file: survey-responses.csv, of the survey by default."""

    def read(name, survey="viihtyisyys", **query):
        response = client.get(f"/open-data/{name}", {"survey": survey, "lang": "fi", **query})
        assert response.status_code == 200, response.content
        return b"".join(response.streaming_content)

    return read


@pytest.fixture
def refusal(client):
    """(status, code) of the error with which a public address answers."""

    def ask(name="survey-responses.csv", survey="viihtyisyys", **query):
        response = client.get(f"/open-data/{name}", {"survey": survey, **query})
        return response.status_code, response.json()["error"]["code"]

    return ask
