"""The comment form: what is stored, and what a reader is told when nothing is."""

import json
import uuid
from datetime import timedelta

import pytest
from django.utils import translation

from cms import geo
from hearings.commenting import find_comment
from hearings.models import Comment
from tests.factories import NOON, WEEK, make_comment, make_hearing, make_user
from tests.reading import faults, given_back, soup, told, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LANGUAGES = ["fi", "sv", "en", "fi-simple", "ru"]
POINT = '{"type": "Point", "coordinates": [24.95, 60.18]}'
LINE = '{"type": "LineString", "coordinates": [[24.94, 60.17], [24.95, 60.18]]}'
AREA = '{"type": "Polygon", "coordinates": [[[24.94, 60.17], [24.95, 60.17], [24.95, 60.18], [24.94, 60.17]]]}'
BOW_TIE = '{"type":"Polygon","coordinates":[[[24.94,60.17],[24.96,60.19],[24.96,60.17],[24.94,60.19],[24.94,60.17]]]}'


def address(hearing, language="fi"):
    return f"/{language}/hearings/{hearing.slug}/comments/"


def filled(hearing, **fields):
    """What a browser sends from the hearing's form."""
    whole = {
        "section": str(hearing.sections.first().pk),
        "text": "Lisää puita.",
        "place_text": "Rannalla",
        "author_name": "Aino",
        "form_key": "a" * 32,
    }
    return whole | fields


def send(client, hearing, language="fi", headers=None, **fields):
    return client.post(address(hearing, language), filled(hearing, **fields), headers=headers)


def ring(vertices):
    """A polygon of so many vertices, as text."""
    step = 0.01 / vertices
    shore = [[round(24.94 + step * number, 9), 60.18 + 0.001 * (number % 2)] for number in range(vertices - 2)]
    return json.dumps({"type": "Polygon", "coordinates": [[[24.94, 60.17], *shore, [24.94, 60.17]]]})


@pytest.mark.parametrize("language", LANGUAGES)
def test_comment_is_stored_once_and_leads_to_its_receipt(client, hearing, language):
    response = send(client, hearing, language, geometry=POINT)
    comment = Comment.objects.get()
    code = response["Location"].split("/")[3]
    assert (response.status_code, response["Location"]) == (302, f"/{language}/receipts/{code}/?sent=1")
    assert find_comment(code) == comment
    assert (comment.text, comment.place_text, comment.author_name) == ("Lisää puita.", "Rannalla", "Aino")
    assert comment.geometry.wkt == "POINT (24.95 60.18)"
    assert client.get(response["Location"]).status_code == 200


def test_same_form_twice_leads_to_same_receipt(client, hearing):
    assert send(client, hearing)["Location"] == send(client, hearing)["Location"]
    assert Comment.objects.count() == 1


def test_same_form_with_other_words_is_another_comment(client, hearing):
    assert send(client, hearing)["Location"] != send(client, hearing, text="Muuta.")["Location"]
    assert Comment.objects.count() == 2


@pytest.mark.parametrize("geometry", [POINT, LINE, AREA])
def test_every_shape_is_stored_where_every_tool_is_offered(client, hearing, geometry):
    assert send(client, hearing, geometry=geometry).status_code == 302
    assert Comment.objects.get().geometry.geom_type == json.loads(geometry)["type"]


def test_place_alone_is_a_comment(client, hearing):
    assert send(client, hearing, text="", place_text="", geometry=POINT).status_code == 302
    assert send(client, hearing, text="").status_code == 302
    assert list(Comment.objects.order_by("pk").values_list("text", "place_text")) == [("", ""), ("", "Rannalla")]


@pytest.mark.parametrize(
    "text",
    [
        "Emojia 🌳👩‍👩‍👧‍👦🏳️‍🌈",
        "Больше деревьев у берега",
        "\"lainaus\", pilkku; 'heitto'",
        "<b>lihavaa</b> & <script>alert(1)</script>",
        "rivi\nrivi\n\nkappale",
        "{{ 7|add:7 }} {% now 'Y' %} %(x)s",
        "x" * 10_000,
        "a\u202eb \u200b c",
    ],
)
def test_text_is_kept_as_written_and_shown_as_text(client, hearing, text):
    assert send(client, hearing, text=text, geometry=POINT).status_code == 302
    assert Comment.objects.get().text == text
    pages = [f"/fi/hearings/{hearing.slug}/", address(hearing)]
    for page in map(client.get, pages):
        shown = soup(page).select_one(".comment__text").get_text(" ")
        assert shown.split() == text.split()
        assert b"<script>alert" not in page.content
        assert b"<b>lihavaa" not in page.content


def test_line_breaks_of_browsers_are_kept(client, hearing):
    send(client, hearing, text="yksi\r\nkaksi")
    assert Comment.objects.get().text.splitlines() == ["yksi", "kaksi"]


@pytest.mark.parametrize("field", ["author_name", "place_text"])
def test_markup_in_short_fields_is_shown_as_text(client, hearing, field):
    send(client, hearing, **{field: "<script>alert(1)</script>"})
    for page in (f"/fi/hearings/{hearing.slug}/", address(hearing)):
        response = client.get(page)
        assert b"<script>alert" not in response.content
        assert "<script>alert(1)</script>" in soup(response).select_one(".comment").get_text()


def test_comment_at_last_second_is_stored(client, clock):
    hearing = make_hearing(close_at=NOON)
    clock.move_to(NOON + timedelta(seconds=1) - timedelta(microseconds=1))
    assert send(client, hearing).status_code == 302
    clock.move_to(NOON + timedelta(seconds=1))
    assert send(client, hearing, text="Myöhässä").status_code == 422
    assert list(Comment.objects.values_list("text", flat=True)) == ["Lisää puita."]


def test_body_of_many_small_fields_is_read(client, hearing):
    assert send(client, hearing, **{f"extra-{number}": "x" for number in range(500)}).status_code == 302


# --- Refused, with what was typed --------------------------------------------------------------------------

SPACES_ALONE = "Write a comment or mark a place. Spaces alone are not enough."
REFUSALS = {
    "no section": ({"section": ""}, "Choose which part you comment on."),
    "not a section": (
        {"section": "not-a-uuid"},
        "You can't comment on that part. Choose one from the list.",
    ),
    "unknown section": (
        {"section": str(uuid.UUID(int=7))},
        "You can't comment on that part. Choose one from the list.",
    ),
    "null in section": (
        {"section": "a\0"},
        "You can't comment on that part. Choose one from the list.",
    ),
    "nothing": ({"text": "", "place_text": ""}, SPACES_ALONE),
    "spaces": ({"text": "  \n\t \u00a0 ", "place_text": " "}, SPACES_ALONE),
    "null in text": ({"text": "puu\0ta"}, "Null characters are not allowed."),
    "null in name": ({"author_name": "Ai\0no"}, "Null characters are not allowed."),
    "null in place": ({"place_text": "Ran\0ta"}, "Null characters are not allowed."),
    "outside": ({"geometry": '{"type":"Point","coordinates":[0,0]}'}, geo.MESSAGES["outside"]),
    "self-crossing": ({"geometry": BOW_TIE}, geo.MESSAGES["crossing"]),
    "not a number": ({"geometry": '{"type":"Point","coordinates":[NaN,60.2]}'}, geo.MESSAGES["coordinates"]),
    "infinite": ({"geometry": '{"type":"Point","coordinates":[1e999,60.2]}'}, geo.MESSAGES["coordinates"]),
    "words for numbers": ({"geometry": '{"type":"Point","coordinates":["24","60"]}'}, geo.MESSAGES["coordinates"]),
    "100,000 vertices": ({"geometry": ring(100_000)}, geo.MESSAGES["too_large"]),
    "crs": (
        {
            "geometry": '{"type":"Point","coordinates":[24.95,60.18],'
            '"crs":{"type":"name","properties":{"name":"EPSG:3067"}}}'
        },
        geo.MESSAGES["crs"],
    ),
    "many shapes": ({"geometry": '{"type":"MultiPoint","coordinates":[[24.95,60.18]]}'}, geo.MESSAGES["wrong_type"]),
    "not JSON": ({"geometry": "tässä"}, geo.MESSAGES["unreadable"]),
    "JSON of nothing": ({"geometry": "null"}, geo.MESSAGES["unreadable"]),
    "nested JSON": ({"geometry": "[" * 50_000}, geo.MESSAGES["unreadable"]),
    "null in geometry": ({"geometry": POINT + "\0"}, geo.MESSAGES["unreadable"]),
}


@pytest.mark.parametrize(("fields", "message"), REFUSALS.values(), ids=REFUSALS)
def test_bad_field_is_told_in_readers_language_and_nothing_is_lost(client, hearing, fields, message):
    language = "ru"
    response = send(client, hearing, language, **fields)
    assert response.status_code == 422
    assert faults(response) == [told(language, str_in_english(message))]
    assert soup(response).html["lang"] == language
    # HTML has no null character: a browser shows a replacement, and sends the rest again.
    sent = {name: value.replace("\0", "") for name, value in filled(hearing, **fields).items()}
    shown = {name: given_back(response, name).replace("\0", "").replace("\ufffd", "") for name in sent}
    if "section" in fields:
        sent["section"] = ""  # there is no such part to choose again
    assert shown == sent
    assert not Comment.objects.exists()


def str_in_english(message):
    with translation.override(None):
        return str(message)


def test_message_of_bad_field_is_beside_it(client, hearing):
    page = soup(send(client, hearing, text="", place_text=""))
    [link] = page.select(".error-summary a")
    field = page.select_one(link["href"])
    assert field["name"] == "text"
    assert field["aria-invalid"] == "true"
    described = [page.find(id=name) for name in field["aria-describedby"].split()]
    assert told("fi", SPACES_ALONE) in " ".join(part.get_text() for part in described if part)


def test_drawing_of_too_many_vertices_is_told_their_limit(client, hearing):
    geometry = ring(1_200)
    response = send(client, hearing, geometry=geometry)
    assert response.status_code == 422
    assert faults(response) == [told("fi", str_in_english(geo.MESSAGES["too_many_vertices"]), limit="1\xa0000")]
    assert given_back(response, "geometry") == geometry


def test_comment_of_a_megabyte_is_given_back_whole(client, hearing):
    text = "Lisää puita! " * 80_000
    response = send(client, hearing, text=text)
    assert response.status_code == 422
    assert len(faults(response)) == 1
    assert given_back(response, "text") == text
    assert not Comment.objects.exists()


def test_section_of_another_hearing_is_refused(client, hearing):
    foreign = make_hearing().sections.first()
    response = send(client, hearing, section=str(foreign.pk))
    assert response.status_code == 422
    assert faults(response) == [told("fi", "You can't comment on that part. Choose one from the list.")]
    assert given_back(response, "text") == "Lisää puita."
    assert not Comment.objects.exists()


@pytest.mark.parametrize("commenting", ["nobody", "signed_in"])
def test_section_that_takes_no_comments_from_reader_is_refused(client, hearing, commenting):
    section = hearing.sections.last()
    type(section).objects.filter(pk=section.pk).update(commenting=commenting)
    assert send(client, hearing, section=str(section.pk)).status_code == 422
    assert not Comment.objects.exists()


@pytest.mark.parametrize(("tools", "geometry"), [("none", POINT), ("point", LINE), ("point", AREA)])
def test_shape_that_section_does_not_take_is_refused(client, hearing, tools, geometry):
    section = hearing.sections.first()
    type(section).objects.filter(pk=section.pk).update(map_tools=tools)
    response = send(client, hearing, geometry=geometry)
    assert response.status_code == 422
    assert faults(response) == [told("fi", "You can't draw that kind of shape on the part you comment on.")]
    assert given_back(response, "geometry") == geometry
    assert given_back(response, "text") == "Lisää puita."
    assert not Comment.objects.exists()


@pytest.mark.parametrize("hours", [(NOON + WEEK, NOON + 2 * WEEK), (NOON - 2 * WEEK, NOON - WEEK)])
@pytest.mark.parametrize("language", ["fi", "ru"])
def test_hearing_that_is_not_open_refuses_and_gives_words_back(client, hours, language):
    hearing = make_hearing(open_at=hours[0], close_at=hours[1])
    response = send(client, hearing, language)
    assert response.status_code == 422
    shown = words(response)
    assert told(language, "Your comment was not stored") in shown
    for typed in ("Lisää puita.", "Rannalla", "Aino"):
        assert typed in shown
    assert not Comment.objects.exists()


def test_draft_is_not_there_for_a_comment(client):
    hearing = make_hearing(live=False)
    assert send(client, hearing).status_code == 404
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/xx/hearings/{slug}/comments/",
        "/fi-FI/hearings/{slug}/comments/",
        "/FI/hearings/{slug}/comments/",
        "/fi/hearings/no-such/comments/",
        "/fi/hearings/%00/comments/",
    ],
)
def test_wrong_address_is_not_there(client, hearing, path):
    path = path.format(slug=hearing.slug)
    # An unknown language is looked for below the reader's own first.
    assert client.post(path, filled(hearing), follow=True).status_code == 404
    assert client.get(path, follow=True).status_code == 404
    assert not Comment.objects.exists()


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
@pytest.mark.parametrize("language", ["fi", "ru"])
def test_body_over_the_limit_is_told_in_readers_language(client, hearing, settings, content_type, language):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    text = "x" * 2000
    part = f'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n{text}\r\n--x--\r\n'
    body = part if "multipart" in content_type else f"text={text}"
    response = client.generic("POST", address(hearing, language), body, content_type=content_type)
    assert response.status_code == 400
    assert soup(response).html["lang"] == language
    assert told(language, "We could not read what was sent") in words(response)
    assert not Comment.objects.exists()


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data", "text/plain", "nonsense"])
def test_body_of_another_kind_is_a_form_without_fields(client, hearing, content_type):
    response = client.generic("POST", address(hearing), b"\xff\xfe{", content_type=content_type)
    assert response.status_code in (400, 422)
    assert not Comment.objects.exists()


# --- Replies -------------------------------------------------------------------------------------------------


@pytest.fixture
def comment(hearing):
    return make_comment(hearing.sections.last(), text="Ensimmäinen")


def test_reply_joins_its_thread_and_section(client, hearing, comment):
    assert send(client, hearing, reply_to=comment.pk, section="", text="Samaa mieltä").status_code == 302
    reply = comment.replies.get()
    assert (reply.text, reply.section, reply.geometry) == ("Samaa mieltä", comment.section, None)
    assert send(client, hearing, reply_to=reply.pk, text="Minä myös").status_code == 302
    assert comment.replies.count() == 2


@pytest.mark.parametrize("target", ["nonsense", "-1", "0", "9" * 40, "1.5", "²", "\0"])
def test_reply_to_nonsense_is_not_there(client, hearing, target):
    assert send(client, hearing, reply_to=target).status_code == 404
    assert client.get(address(hearing), {"reply_to": target}).status_code == 404
    assert not Comment.objects.exists()


def test_reply_to_comment_of_another_hearing_is_not_there(client, hearing):
    foreign = make_comment(make_hearing().sections.first())
    assert send(client, hearing, reply_to=foreign.pk).status_code == 404
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("state", ["hidden", "withdrawn", "pending"])
def test_reply_to_comment_that_is_not_shown_is_not_there(client, hearing, state):
    gone = make_comment(hearing.sections.first(), state=state)
    assert send(client, hearing, reply_to=gone.pk).status_code == 404


def test_reply_to_reply_of_hidden_comment_does_not_show_what_was_hidden(client, hearing):
    gone = make_comment(hearing.sections.first(), text="piilotettu", state="hidden")
    reply = make_comment(hearing.sections.first(), parent=gone)
    for response in (client.get(address(hearing), {"reply_to": reply.pk}), send(client, hearing, reply_to=reply.pk)):
        assert response.status_code == 404
        assert "piilotettu" not in response.content.decode()


def test_reply_of_spaces_is_refused_on_page_of_thread(client, hearing, comment):
    response = send(client, hearing, reply_to=comment.pk, text="   ")
    assert response.status_code == 422
    assert len(faults(response)) == 1
    assert given_back(response, "reply_to") == str(comment.pk)
    assert given_back(response, "author_name") == "Aino"
    assert Comment.objects.count() == 1


def test_reply_where_only_signed_in_may_comment_is_refused_to_others(client, hearing, comment):
    type(comment.section).objects.filter(pk=comment.section_id).update(commenting="signed_in")
    response = send(client, hearing, reply_to=comment.pk, section="", text="Samaa mieltä")
    assert response.status_code == 422
    assert "Samaa mieltä" in response.content.decode()
    assert Comment.objects.count() == 1


# --- Other sites -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 302),
        ({"Sec-Fetch-Site": "none"}, 302),
        ({"Origin": "http://testserver"}, 302),
    ],
)
def test_form_of_another_site_is_refused_to_signed_in_person(client, hearing, headers, status):
    client.force_login(make_user())
    assert send(client, hearing, headers=headers).status_code == status
    assert Comment.objects.exists() == (status == 302)


def test_form_without_account_has_nothing_to_misuse(client, hearing):
    assert send(client, hearing, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 302
