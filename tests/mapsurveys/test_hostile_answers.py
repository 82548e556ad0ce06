"""What no browser of ours sends: it is refused or cut, and never an error of the server."""

import io
import json

import pytest
from PIL import Image
from pydantic import ValidationError

from cms.layers.files import read_layer_file
from mapsurveys.kinds.text import Text
from mapsurveys.mark_forms import read_effort
from mapsurveys.models import Feature, Response
from tests.factories.questionnaires import ONE_PAGE, question, step
from tests.factories.surveys import make_survey

BEGIN = "/en/surveys/shore/answer/"
POINT = {"type": "Point", "coordinates": [24.95, 60.18]}


def test_effort_takes_no_number_too_great_for_a_float_and_no_letter_the_database_refuses():
    told = f'{{"zoom": {"9" * 4000}, "edits": -{"9" * 400}, "layers": ["a\\u0000b", "\\ud800", "3f2a-1", 5]}}'
    assert read_effort(told) == {"zoom": 25, "edits": 0, "layers": ["3f2a-1"]}


def test_names_of_layers_lose_what_cannot_be_stored():
    shape = {"type": "Feature", "properties": {"name": "a\0b\ud800"}, "geometry": POINT}
    assert read_layer_file(json.dumps(shape))["features"][0]["properties"] == {"name": "ab"}


@pytest.mark.parametrize("identifier", ["back", "code", "next"])
def test_a_question_is_not_called_what_a_button_is(identifier):
    with pytest.raises(ValidationError):
        Text(id=identifier)


@pytest.mark.django_db
@pytest.mark.usefixtures("clock", "site")
class TestSent:
    def test_nul_in_a_channel_or_in_ones_own_option_is_passed_over(self, client):
        make_survey("shore", document=ONE_PAGE)
        assert [client.get(address, {"c": "\0"}).status_code for address in ("/en/surveys/shore/", BEGIN)] == [200, 200]
        client.post(BEGIN, {"form_key": "key", "home": "other", "home-other": "a\0b", "next": "1"})
        assert Response.objects.get().answers == {"home": {"chosen": ["other"], "other": "ab"}}

    def test_a_place_sent_beside_its_own_copy_is_one_place(self, client):
        make_survey(
            "shore", document={"steps": [step("one"), step("two", question("point", "spot", "Where?")), step("end")]}
        )
        two = client.post(BEGIN, {"form_key": "key", "next": "1"})["Location"]
        row = {"spot-0-key": "mine", "spot-0-geometry": json.dumps(POINT), "next": "1"}
        client.post(two, row)
        [stored] = Feature.objects.all()
        copy = {"spot-1-key": str(stored.pk), "spot-1-geometry": json.dumps(POINT)}
        assert client.post(two, row | copy).status_code == 302
        assert [feature.pk for feature in Feature.objects.all()] == [stored.pk]

    def test_a_picture_with_broken_exif_is_refused(self, client):
        make_survey("shore", document={"steps": [step("one", question("file", "photo", "Photo"))]})
        exif = Image.Exif()
        exif[274] = 6
        exif[271] = "camera"
        made = io.BytesIO()
        Image.new("RGB", (8, 8)).save(made, "JPEG", exif=exif)
        # The turn of the picture as text of a kind that Pillow can't write back.
        broken = made.getvalue().replace(b"\x01\x12\x00\x03", b"\x01\x12\x00\x02")
        photo = io.BytesIO(broken)
        photo.name = "a.jpg"
        assert client.post(BEGIN, {"form_key": "key", "photo": photo, "next": "1"}).status_code in (302, 422)
