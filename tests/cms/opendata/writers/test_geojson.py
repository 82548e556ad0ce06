import json

from cms.opendata.writers import find_writer

from ..samples import ROWS, make_dataset, make_distribution, read

WHOLE_FILE = """\
{"type":"FeatureCollection","name":"remarks",\
"licence":"https://creativecommons.org/licenses/by/4.0/","attribution":"Kuule, Helsinki",\
"source":"https://kuule.example/open-data/remarks.geojson","features":[
{"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[24.9384,60.1699]},"properties":\
{"id":1,"text":"Lisää puita, kiitos","longitude":24.9384,"created_at":"2026-11-21T18:09:21+02:00",\
"is_answer":true}},
{"type":"Feature","id":2,"geometry":null,"properties":\
{"id":2,"text":"Hän sanoi \\"ei\\",\\nja lähti 🚲","longitude":null,"created_at":"2026-06-01T00:00:00+03:00",\
"is_answer":false}},
{"type":"Feature","id":3,"geometry":null,"properties":\
{"id":3,"text":"=1+1","longitude":-0.5,"created_at":null,"is_answer":null}},
{"type":"Feature","id":4,"geometry":null,"properties":\
{"id":4,"text":"Больше деревьев","longitude":25.0,"created_at":"2026-01-01T12:00:00+02:00","is_answer":true}},
{"type":"Feature","id":5,"geometry":null,"properties":\
{"id":5,"text":null,"longitude":null,"created_at":null,"is_answer":null}}
]}
"""


def test_geojson_whole_file(settings):
    settings.KUULE_SITE_NAME, settings.KUULE_CITY_NAME = "Kuule", "Helsinki"

    assert read(make_distribution("geojson")).decode() == WHOLE_FILE


def test_geojson_without_rows_is_an_empty_collection():
    collection = json.loads(read(make_distribution("geojson", make_dataset(listed=()))))

    assert collection["features"] == []


def test_geojson_has_every_column_in_every_feature_and_no_crs():
    collection = json.loads(read(make_distribution("geojson")))

    keys = {tuple(feature["properties"]) for feature in collection["features"]}
    assert keys == {("id", "text", "longitude", "created_at", "is_answer")}
    assert "crs" not in collection


def test_geojson_of_what_is_not_open_names_no_licence():
    collection = json.loads(read(make_distribution("geojson", make_dataset(licence=None))))

    assert list(collection) == ["type", "name", "source", "features"]


def test_geojson_leaves_before_all_rows_are_read():
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield ROWS[0]

    first = next(make_distribution("geojson", make_dataset(listed=endless())).stream())

    assert first.startswith(b'{"type":"FeatureCollection"')
    assert len(taken) < 2000


def test_geojson_is_offered_only_where_rows_have_places():
    assert find_writer(make_dataset(geometry=None), "geojson") is None
