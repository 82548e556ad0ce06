import json
import string

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.contrib.gis.geos import GEOSGeometry
from django.template import Context, Template
from django.utils import translation

from cms.forms import AreaField, PlaceField
from cms.map_config import map_config, map_messages

POINT = '{"type": "Point", "coordinates": [24.94, 60.17]}'
POLYGON = '{"type": "Polygon", "coordinates": [[[24.94, 60.17], [24.95, 60.17], [24.95, 60.18], [24.94, 60.17]]]}'
OUTSIDE = '{"type": "Point", "coordinates": [0, 0], "note": "</textarea><script>"}'


class CommentForm(forms.Form):
    place = PlaceField(required=False)


class HearingForm(forms.Form):
    area = AreaField(required=False)


def soup(html):
    return BeautifulSoup(str(html), "html.parser")


@pytest.mark.parametrize("text", ["", "   ", None])
def test_place_may_be_left_out(text):
    form = CommentForm({"place": text})
    assert form.is_valid()
    assert form.cleaned_data == {"place": None}


def test_place_cleans_to_geometry():
    form = CommentForm({"place": POINT})
    assert form.is_valid()
    assert form.cleaned_data["place"] == GEOSGeometry("POINT(24.94 60.17)", srid=4326)


def test_required_place_is_asked_for():
    with pytest.raises(forms.ValidationError) as caught:
        PlaceField().clean("")
    assert caught.value.code == "required"


def test_refused_place_is_shown_again_as_it_was_sent():
    form = CommentForm({"place": OUTSIDE})
    assert not form.is_valid()
    assert form.errors.as_data()["place"][0].code == "outside"
    page = soup(form["place"])
    assert page.textarea.text == OUTSIDE
    assert page.script is None


def test_place_tools_are_offered_and_enforced():
    form = CommentForm({"place": POLYGON})
    form.fields["place"].tools = ("point",)
    assert [tool["data-tool"] for tool in soup(form["place"]).select("[data-tool]")] == ["point"]
    assert form.errors.as_data()["place"][0].code == "wrong_type"
    assert CommentForm.base_fields["place"].tools == ("point", "line", "polygon")


def test_place_widget_without_javascript_shows_nothing():
    page = soup(CommentForm()["place"])
    assert [child.has_attr("hidden") for child in page.find_all(recursive=False)] == [True, True]
    assert not page.select("[style], [onclick], script")


def test_place_widget_is_grouped_by_a_fieldset():
    page = soup(CommentForm()["place"].as_field_group())
    assert page.find("label", attrs={"for": "id_place"}) is None
    assert CommentForm()["place"].use_fieldset


def test_place_widget_carries_outline():
    outline = GEOSGeometry(POLYGON)
    form = CommentForm()
    form.fields["place"].widget.outline = outline
    page = soup(form["place"])
    source = page.find(id=page.select_one("[data-map]")["data-outline"])
    assert json.loads(source.text) == json.loads(POLYGON)


@pytest.mark.parametrize(
    ("initial", "data", "changed"),
    [
        (None, "", False),
        (None, POINT, True),
        (GEOSGeometry(POINT), "", True),
        (GEOSGeometry(POINT), POINT, False),
        (GEOSGeometry("POINT(24.9400000004 60.17)", srid=4326), POINT, False),
        (GEOSGeometry("POINT(24.95 60.17)", srid=4326), POINT, True),
        (GEOSGeometry(POLYGON), POINT, True),
        (GEOSGeometry(POINT), "nonsense", True),
        ("SRID=4326;POINT(24.94 60.17)", POINT, False),
        (lambda: GEOSGeometry(POINT), POINT, False),
    ],
)
def test_place_has_changed(initial, data, changed):
    assert PlaceField(required=False).has_changed(initial, data) is changed


def test_area_cleans_to_multipolygon_and_survives_the_form():
    form = HearingForm({"area": POLYGON})
    assert form.is_valid()
    area = form.cleaned_data["area"]
    assert area.geom_type == "MultiPolygon"
    shown = soup(HearingForm(initial={"area": area})["area"]).textarea.text
    assert not AreaField(required=False).has_changed(area, shown)


def test_area_field_takes_what_model_fields_give():
    assert AreaField(geom_type="GEOMETRY", srid=4326, required=False).clean("") is None


def test_area_widget_brings_its_own_media_and_configuration():
    form = HearingForm()
    assert '<script src="/static/cms/map/index.js" type="module"></script>' in str(form.media)
    assert "leaflet/leaflet.js" in str(form.media)
    configuration = json.loads(soup(form["area"]).select_one("[data-map-config] script").text)
    assert configuration["bounds"] == [[59.90, 24.75], [60.35, 25.30]]


def test_map_tags_write_no_inline_code():
    template = Template(
        "{% load map_tags %}{% map_media %}{% map_config %}"
        "{% results_map url='/map/hearings.json?status=open' kind='hearings' label='Hearings' outline=area %}"
        "{% shown_map geometry=area label='The place' map_id='place' %}"
    )
    page = soup(template.render(Context({"area": GEOSGeometry(POLYGON)})))
    assert [script.get("src") or script["type"] for script in page.select("script")] == [
        "/static/leaflet/leaflet.js",
        "/static/cms/map/index.js",
        "application/json",
        "application/json",
        "application/json",
    ]
    assert not page.select("[style], style, [onclick]")
    assert all(block.has_attr("hidden") for block in page.select("[data-map]"))
    for block in page.select("[data-map]"):
        assert json.loads(page.find(id=block["data-outline"]).text)["type"] == "Polygon"


def test_shown_map_of_nothing_is_empty():
    template = Template("{% load map_tags %}{% shown_map geometry=None label='x' map_id='y' %}")
    assert template.render(Context()).strip() == ""


def test_map_messages_keep_their_placeholders_in_every_language(settings):
    with translation.override("en"):
        english = map_messages()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            messages = map_messages()
        assert placeholders(messages) == placeholders(english), language


def placeholders(messages):
    """By key, the names in braces; a plural form may leave its number out of words such as "one point"."""
    found = {}
    for key, value in messages.items():
        forms_ = value.values() if isinstance(value, dict) else [value]
        names = [{name for _text, name, _spec, _conv in string.Formatter().parse(form) if name} for form in forms_]
        found[key] = names if isinstance(value, str) else [set().union(*names)]
    return found


def test_map_config_is_json():
    assert json.loads(json.dumps(map_config()))["tiles"]["url"].endswith("{z}/{x}/{y}.png")
