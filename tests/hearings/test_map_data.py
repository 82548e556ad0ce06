"""What the maps get: one view at a time, few features, nothing hidden."""

import json

import pytest

from hearings.models import Comment
from tests.factories import make_area, make_comment, make_hearing, make_organisation, make_user
from tests.factories.hearings import box

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

VIEW = "bbox=24.90,60.10,25.00,60.20"


def comments_in(client, hearing, query=f"{VIEW}&zoom=17"):
    response = client.get(f"/map/hearings/{hearing.slug}/comments.json?{query}")
    assert response.status_code == 200
    return response.json()["features"]


def test_comment_is_given_with_its_shape_and_words(client, hearing):
    comment = make_comment(hearing.sections.first(), text="Tähän penkki", place="POINT(24.95 60.18)")
    assert comments_in(client, hearing, f"{VIEW}&zoom=17&lang=sv") == [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [24.95, 60.18]},
            "properties": {
                "id": comment.pk,
                "excerpt": "Tähän penkki",
                "url": f"/sv/hearings/{hearing.slug}/comments/{comment.pk}/",
                "lang": "fi",
            },
        }
    ]


@pytest.mark.parametrize("state", ["hidden", "withdrawn", "pending"])
def test_comment_that_is_not_shown_is_not_on_map(client, hearing, state):
    make_comment(hearing.sections.first(), place="POINT(24.95 60.18)", state=state)
    assert comments_in(client, hearing) == []


def test_only_comments_of_hearing_in_box_are_given(client, hearing):
    make_comment(hearing.sections.first(), place="POINT(25.2 60.3)")
    make_comment(hearing.sections.first(), place_text="Ilman pistettä")
    make_comment(make_hearing().sections.first(), place="POINT(24.95 60.18)")
    assert comments_in(client, hearing) == []


def test_near_comments_are_one_mark_until_close(client, hearing):
    for _number in range(3):
        make_comment(hearing.sections.first(), place="POINT(24.95 60.18)")
    [cluster] = comments_in(client, hearing, f"{VIEW}&zoom=12")
    assert cluster["properties"] == {"cluster": True, "count": 3}
    assert len(comments_in(client, hearing)) == 3


def test_counts_of_clusters_add_up(client, hearing):
    section = hearing.sections.first()
    for number in range(60):
        make_comment(section, place=f"POINT({24.901 + 0.0016 * number} {60.101 + 0.0016 * number})")
    features = comments_in(client, hearing, f"{VIEW}&zoom=12")
    assert sum(feature["properties"].get("count", 1) for feature in features) == 60
    assert len(features) <= 24


def test_shape_that_begins_outside_box_is_given(client, hearing):
    make_comment(hearing.sections.first(), place="LINESTRING(24.85 60.05, 24.95 60.15)")
    assert len(comments_in(client, hearing)) == 1


def test_markup_of_comment_stays_text_in_json(client, hearing):
    make_comment(hearing.sections.first(), text="<script>alert(1)</script>", place="POINT(24.95 60.18)")
    response = client.get(f"/map/hearings/{hearing.slug}/comments.json?{VIEW}&zoom=17")
    assert response.headers["Content-Type"] == "application/json"
    assert response.json()["features"][0]["properties"]["excerpt"] == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "box_text", ["", "1,2,3", "a,b,c,d", "nan,nan,nan,nan", "25,60,24,61", "-inf,0,inf,1", "0,0,0,0", "%00"]
)
def test_bad_box_is_told_in_readers_language(client, hearing, box_text):
    response = client.get(f"/map/hearings/{hearing.slug}/comments.json?bbox={box_text}&lang=sv")
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "bad_request"
    assert response.json()["error"]["message"]


@pytest.mark.parametrize("query", ["zoom=abc", "zoom=-1", "zoom=99999", "zoom=%00", "lang=xx", "lang=%00", "zoom=²"])
def test_rubbish_beside_box_does_not_matter(client, hearing, query):
    make_comment(hearing.sections.first(), place="POINT(24.95 60.18)")
    assert len(comments_in(client, hearing, f"{VIEW}&{query}")) == 1


def test_map_of_draft_is_for_its_organisation(client):
    draft = make_hearing(live=False)
    address = f"/map/hearings/{draft.slug}/comments.json?{VIEW}"
    assert client.get(address).status_code == 404
    client.force_login(make_user(role="viewer", organisation=make_organisation()))
    assert client.get(address).status_code == 404
    client.force_login(make_user(role="viewer", organisation=draft.organisation))
    assert client.get(address).status_code == 200


def test_areas_of_hearings_follow_lists_filters(client):
    area = box(24.94, 60.17, 24.96, 60.19)
    shown = make_hearing(area=area, texts={"sv": {"title": "Strandparken", "abstract": "."}})
    make_hearing(live=False, area=area)
    make_hearing(area=None)
    make_hearing(area=area, open_at=shown.open_at.replace(year=2027), close_at=shown.close_at.replace(year=2027))
    [feature] = client.get("/map/hearings.json?status=open&lang=sv").json()["features"]
    assert feature["geometry"]["type"] == "Polygon"
    assert feature["properties"]["title"] == "Strandparken"
    assert feature["properties"]["url"] == f"/sv/hearings/{shown.slug}/"
    assert feature["properties"]["status"] == "open"


@pytest.mark.parametrize("query", ["bbox=a", "label=%00", "q=%00", "lang=%00", "status=x", "area=x"])
def test_rubbish_in_filters_of_areas_is_no_error(client, hearing, query):
    assert client.get(f"/map/hearings.json?{query}").status_code == 200


def test_places_are_found_by_part_of_name(client):
    make_area("kallio", (24.94, 60.18, 24.96, 60.19), fi="Kallio", sv="Berghäll")
    make_area("punakallio", (24.90, 60.18, 24.92, 60.19), fi="Punakallio")
    found = client.get("/map/places.json?q=kallio").json()["places"]
    assert [place["name"] for place in found] == ["Kallio", "Punakallio"]
    assert (found[0]["lon"], found[0]["lat"]) == (24.95, 60.185)
    assert [place["name"] for place in client.get("/map/places.json?q=BERG&lang=sv").json()["places"]] == ["Berghäll"]


@pytest.mark.parametrize("query", ["", "q=", "q=a", "q=%00", "q=%00%00%00", "q=%25%25", "q=" + "x" * 5000])
def test_place_that_is_not_found_is_an_empty_list(client, query):
    make_area("kallio", (24.94, 60.18, 24.96, 60.19), fi="Kallio")
    assert client.get(f"/map/places.json?{query}").json() == {"places": []}


def test_places_are_told_by_the_smallest_area_around_them(client):
    make_area("kallio", (24.94, 60.18, 24.96, 60.19), fi="Kallio", sv="Berghäll")
    make_area("keskinen", (24.90, 60.15, 25.00, 60.20), fi="Keskinen suurpiiri")
    asked = "/map/around.json?at=24.95,60.185;24.91,60.16;25.3,60.3"
    assert client.get(asked).json() == {"names": ["Kallio", "Keskinen suurpiiri", ""]}
    assert client.get(f"{asked}&lang=sv").json()["names"][0] == "Berghäll"


@pytest.mark.parametrize("query", ["", "at=", "at=x", "at=1", "at=1,2,3", "at=nan,60", "at=inf,60", "at=%00,%00"])
def test_nonsense_is_around_nowhere(client, query):
    make_area("kallio", (24.94, 60.18, 24.96, 60.19), fi="Kallio")
    assert client.get(f"/map/around.json?{query}").json() == {"names": [""]}


def test_answer_for_one_view_stays_small(client, hearing):
    section = hearing.sections.first()
    ring = ", ".join(f"{24.95 + 0.00001 * number} {60.15 + 0.00001 * (number % 7)}" for number in range(200))
    seed = make_comment(section, text="ä" * 10_000, place=f"LINESTRING({ring})")
    copies = [
        Comment(hearing=hearing, section=section, text=seed.text, geometry=seed.geometry, created_at=seed.created_at)
        for _number in range(400)
    ]
    Comment.objects.bulk_create(copies)
    for zoom in (10, 17):
        response = client.get(f"/map/hearings/{hearing.slug}/comments.json?{VIEW}&zoom={zoom}")
        assert len(response.content) < 100_000
        assert len(json.loads(response.content)["features"]) <= 250
