"""The addresses below /ogc/ with hearings and their comments in them."""

import json
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.opendata.datasets import find_dataset
from cms.opendata.ogc.queries import MAX_LIMIT
from tests.factories import NOON, WEEK, make_comment, make_hearing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ROOT = "http://testserver/ogc"


@pytest.fixture
def comments():
    """Four comments with places from west to east, an hour between them, and one without a place."""
    section = make_hearing("park").sections.first()
    return [
        make_comment(
            section,
            place=f"POINT({24.9 + number / 100} 60.18)" if number < 4 else None,
            created_at=NOON - timedelta(hours=9 - number),
        )
        for number in range(5)
    ]


@pytest.fixture
def ask(client):
    """The JSON that an address below /ogc/ answers with."""

    def read(path="", status=200, **query):
        response = client.get(f"/ogc/{path}", query)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == status, body
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.headers["Cache-Control"] == "public, no-cache"
        return json.loads(body)

    return read


def links(document):
    return {link["rel"]: link["href"] for link in document["links"]}


def identifiers(document):
    return [feature["id"] for feature in document["features"]]


# --- Documents -------------------------------------------------------------------------------------------


def test_landing_page_links_to_the_rest(ask):
    assert links(ask(lang="en")) == {
        "self": f"{ROOT}/?lang=en",
        "service-desc": f"{ROOT}/api?lang=en",
        "service-doc": "http://testserver/open-data/",
        "conformance": f"{ROOT}/conformance?lang=en",
        "data": f"{ROOT}/collections?lang=en",
    }


def test_browser_is_led_to_the_page_for_people(client):
    response = client.get("/ogc/?lang=sv", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})

    assert (response.status_code, response.headers["Location"]) == (302, "/sv/open-data/#map-programs")
    assert "Accept" in response.headers["Vary"]


def test_page_for_people_tells_the_address(client, site):
    page = client.get("/en/open-data/").content.decode()

    assert 'id="map-programs"' in page
    assert '<code class="address">http://testserver/ogc/</code>' in page


def test_conformance_names_the_three_classes(ask):
    base = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"

    assert ask("conformance") == {"conformsTo": [f"{base}/core", f"{base}/oas30", f"{base}/geojson"]}


def test_collections_are_the_datasets_with_places(ask):
    document = ask("collections")

    assert {"comments", "hearings", "surveys"} == {each["id"] for each in document["collections"]}
    for each in document["collections"]:
        assert ask(f"collections/{each['id']}") == each


@pytest.mark.parametrize(("query", "accepted", "title"), [({"lang": "sv"}, "", "Kommentarer"), ({}, "en", "Comments")])
def test_collection_speaks_the_readers_language(client, query, accepted, title):
    response = client.get("/ogc/collections/comments", query, headers={"Accept-Language": accepted})

    assert response.json()["title"] == title


def test_collection_says_what_it_is(ask):
    document = ask("collections/comments", lang="en")

    assert document["itemType"] == "feature"
    assert document["crs"] == ["http://www.opengis.net/def/crs/OGC/1.3/CRS84"]
    assert document["extent"] == {
        "spatial": {"bbox": [[24.75, 59.9, 25.3, 60.35]], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"},
        "temporal": {"interval": [[None, None]], "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"},
    }
    assert links(document) == {
        "self": f"{ROOT}/collections/comments?lang=en",
        "items": f"{ROOT}/collections/comments/items?lang=en",
        "enclosure": "http://testserver/open-data/comments.gpkg",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


# --- OpenAPI ---------------------------------------------------------------------------------------------


def references(part):
    if isinstance(part, dict):
        if "$ref" in part:
            yield part["$ref"]
        for each in part.values():
            yield from references(each)
    elif isinstance(part, list):
        for each in part:
            yield from references(each)


def resolve(document, reference):
    found = document
    for name in reference.removeprefix("#/").split("/"):
        found = found[name]
    return found


def test_api_is_described_as_openapi(client):
    response = client.get("/ogc/api", {"lang": "en"})
    document = response.json()

    assert response.headers["Content-Type"] == "application/vnd.oai.openapi+json;version=3.0"
    assert (document["openapi"], document["servers"]) == ("3.0.3", [{"url": ROOT}])
    assert set(document["info"]) >= {"title", "version"}
    for reference in references(document):
        assert resolve(document, reference)
    operations = [path["get"] for path in document["paths"].values()]
    assert len({each["operationId"] for each in operations}) == len(operations)
    for path, item in document["paths"].items():
        parameters = [each if "in" in each else resolve(document, each["$ref"]) for each in item["get"]["parameters"]]
        told = {each["name"] for each in parameters if each["in"] == "path"}
        assert told == {part.strip("{}") for part in path.split("/") if part.startswith("{")}
        assert all("schema" in each and each["in"] in ("path", "query") for each in parameters)
        assert all(answer["description"] for answer in item["get"]["responses"].values())


def test_api_describes_what_is_answered(ask, comments):
    """Each parameter that it names is known to the address, whose answer has the members that it requires."""
    document = ask("api")
    examples = {"limit": "1", "bbox": "24,60,25,61", "datetime": "../..", "after": "1", "hearing": "park"}
    examples |= {"lang": "en", "f": "json"}
    path = document["paths"]["/collections/comments/items"]["get"]
    names = {each["name"] if "in" in each else each["$ref"].split("/")[-1] for each in path["parameters"]}

    assert names == set(examples)
    page = ask("collections/comments/items", **examples | {"after": comments[0].pk})
    schema = document["components"]["schemas"]["FeatureCollection"]
    assert set(page) == set(schema["properties"])
    assert set(page["features"][0]) >= set(document["components"]["schemas"]["Feature"]["required"])


# --- Features --------------------------------------------------------------------------------------------


def test_pages_hold_every_feature_once(ask, comments):
    path, found, pages = "collections/comments/items?limit=2&lang=en", [], 0
    while path:
        page = ask(path)
        assert (page["numberMatched"], page["numberReturned"]) == (5, len(page["features"]))
        found += identifiers(page)
        following = urlsplit(links(page).get("next", ""))
        path = f"{following.path.removeprefix('/ogc/')}?{following.query}" if following.path else ""
        pages += 1

    assert (found, pages) == ([comment.pk for comment in comments], 3)


def test_page_begins_after_a_comment_that_was_hidden_meanwhile(ask, comments):
    following = urlsplit(links(ask("collections/comments/items", limit=2))["next"])
    type(comments[1]).objects.filter(pk=comments[1].pk).update(state="hidden", hidden_reason="spam")

    page = ask(f"collections/comments/items?{following.query}")

    assert identifiers(page) == [comments[2].pk, comments[3].pk]


def test_feature_has_every_column_with_what_is_empty(ask, comments):
    page = ask("collections/comments/items")
    names = [column.name for column in find_dataset("comments").columns]

    assert page["type"] == "FeatureCollection"
    assert page["timeStamp"] == "2026-11-21T10:00:00Z"
    for feature in page["features"]:
        assert list(feature["properties"]) == names
    assert page["features"][4]["geometry"] is None
    assert page["features"][0]["geometry"] == {"type": "Point", "coordinates": [24.9, 60.18]}


def test_feature_is_found_by_its_identifier(ask, client, comments):
    comment = comments[1]
    feature = ask(f"collections/comments/items/{comment.pk}")

    assert links(feature) == {
        "self": f"{ROOT}/collections/comments/items/{comment.pk}",
        "collection": f"{ROOT}/collections/comments",
    }
    del feature["links"]
    assert feature == ask("collections/comments/items")["features"][1]
    assert client.get(f"/ogc/collections/comments/items/{comment.pk}")["Content-Type"] == "application/geo+json"


def test_hearing_is_found_by_its_address(ask, comments):
    feature = ask("collections/hearings/items/park")

    assert (feature["id"], feature["properties"]["hearing"], feature["geometry"]["type"]) == ("park", "park", "Polygon")


@pytest.mark.parametrize("state", ["hidden", "withdrawn", "pending"])
def test_what_the_public_does_not_see_is_not_there(ask, comments, state):
    reason = {"hidden_reason": "spam"} if state == "hidden" else {}
    type(comments[0]).objects.filter(pk=comments[0].pk).update(state=state, **reason)

    page = ask("collections/comments/items")

    assert (identifiers(page), page["numberMatched"]) == ([comment.pk for comment in comments[1:]], 4)
    assert ask(f"collections/comments/items/{comments[0].pk}", 404)["code"] == "unknown_feature"


@pytest.mark.parametrize(
    ("box", "places"),
    [
        ("24.905,60,24.925,61", [1, 2]),
        ("24.905,60,-5,24.925,61,5", [1, 2]),
        ("24.91,60.18,24.91,60.18", [1]),
        ("-180,-90,180,90", [0, 1, 2, 3]),
        ("0,0,1,1", []),
    ],
)
def test_box_finds_places_in_it(ask, comments, box, places):
    page = ask("collections/comments/items", bbox=box)

    assert identifiers(page) == [comments[place].pk for place in places]
    assert page["numberMatched"] == len(places)


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("2026-11-21T02:00:00Z", [1]),
        ("2026-11-21T02:00:00Z/2026-11-21T03:00:00Z", [1, 2]),
        ("2026-11-21T03:00:00Z/..", [2, 3, 4]),
        ("../2026-11-21T01:00:00Z", [0]),
        ("2026-11-21", [0, 1, 2, 3, 4]),
        ("2026-11-22", []),
    ],
)
def test_time_finds_what_was_sent_then(ask, comments, asked, places):
    assert identifiers(ask("collections/comments/items", datetime=asked)) == [comments[place].pk for place in places]


@pytest.mark.parametrize(
    ("moment", "found"),
    [(NOON, ["park"]), (NOON - 2 * WEEK, []), (NOON + 2 * WEEK, [])],
    ids=["open", "before", "after"],
)
def test_time_finds_hearings_that_are_open_then(ask, comments, moment, found):
    assert identifiers(ask("collections/hearings/items", datetime=moment.isoformat())) == found


def test_filter_of_the_dataset_narrows(ask, comments):
    other = make_comment(make_hearing("square").sections.first())

    assert identifiers(ask("collections/comments/items", hearing="square")) == [other.pk]


def test_limit_above_the_greatest_is_that(ask, comments):
    assert ask("collections/comments/items", limit=MAX_LIMIT * 10)["numberReturned"] == 5


# --- What cannot be answered -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("?x=1", 400, "unknown_parameter"),
        ("?lang=xx", 400, "unknown_language"),
        ("?f=xml", 400, "invalid_f"),
        ("collections?limit=1", 400, "unknown_parameter"),
        ("collections/nothing", 404, "unknown_collection"),
        ("collections/comments.park", 404, "unknown_collection"),
        ("collections/survey-responses.park", 404, "not_found"),
        ("collections/survey-places", 404, "unknown_collection"),
        ("collections/survey-places..", 404, "not_found"),
        ("collections/survey-places.%00.%00", 404, "not_found"),
        ("collections/comments/items?x=1", 400, "unknown_parameter"),
        ("collections/comments/items?limit=1&limit=2", 400, "repeated_parameter"),
        ("collections/comments/items?limit=0", 400, "invalid_limit"),
        ("collections/comments/items?limit=-1", 400, "invalid_limit"),
        ("collections/comments/items?limit=ten", 400, "invalid_limit"),
        ("collections/comments/items?bbox=1,2", 400, "invalid_bbox"),
        ("collections/comments/items?datetime=soon", 400, "invalid_datetime"),
        ("collections/comments/items?after=x", 400, "invalid_after"),
        ("collections/comments/items?after=%00", 400, "invalid_after"),
        ("collections/comments/items?hearing=nothing", 404, "not_found"),
        ("collections/comments/items?hearing=%00", 404, "not_found"),
        ("collections/comments/items/x%00", 404, "unknown_feature"),
        ("collections/comments/items/0", 404, "unknown_feature"),
        ("collections/hearings/items/nothing", 404, "unknown_feature"),
        ("nothing/here", 404, "unknown_address"),
        ("collections/", 404, "unknown_address"),
    ],
)
def test_failure_is_told_in_the_standards_shape(ask, path, status, code):
    failure = ask(path, status)

    assert failure["code"] == code
    assert set(failure) == {"code", "description"}
    assert failure["description"]


def test_data_can_only_be_read():
    response = Client(enforce_csrf_checks=True).post("/ogc/collections/comments/items")

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")
    assert response.json()["code"] == "method_not_allowed"


def test_head_runs_no_query_for_features(client, comments):
    with CaptureQueriesContext(connection) as queries:
        response = client.head("/ogc/collections/comments/items")

    assert (response.status_code, response["Content-Type"], len(queries)) == (200, "application/geo+json", 0)


# --- Cost ------------------------------------------------------------------------------------------------


def test_page_costs_two_queries_however_large(ask, comments):
    with CaptureQueriesContext(connection) as few:
        ask("collections/comments/items", limit=1)
    with CaptureQueriesContext(connection) as many:
        ask("collections/comments/items", limit=1000, bbox="24,60,26,61")

    assert (len(few), len(many)) == (2, 2)
