"""How many queries a page costs: few, and no more for more data. And what each page may send."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hearings.models import Hearing
from tests.factories import (
    NOON,
    make_area,
    make_comment,
    make_contact,
    make_hearing,
    make_image,
    make_label,
    make_layer,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "site")]

MOST = 12
MOST_FOR_COMMENT = 15
ADDRESSES = [
    "/fi/",
    "/fi/hearings/",
    "/fi/hearings/?q=puisto&status=open&label=label-x&area=etela&bbox=24,59,26,61",
    "/fi/hearings/big/",
    "/sv/hearings/big/",
    "/ru/hearings/big/",
    "/fi/hearings/big/comments/",
    "/fi/hearings/big/comments/?page=2&order=oldest",
    "/fi/receipts/",
    "/fi/receipts/ABCD-ABCD-ABCD/",
    "/fi/open-data/",
    "/fi/nothing/here/",
    "/map/hearings.json",
    "/map/hearings/big/comments.json?bbox=24.75,59.90,25.30,60.35&zoom=12",
    "/map/places.json?q=et",
]


def populate(size):
    """As many hearings, and in one of them as many sections with an image, and comments, as `size`."""
    label = make_label(f"label-{size}")
    make_area(f"etela-{size}", (24.90, 60.10, 24.95, 60.18))
    for _number in range(size):
        hearing = make_hearing(main_image=make_image(), sections=["main"])
        hearing.labels.add(label)
        hearing.save()
    big = make_hearing(slug="big", main_image=make_image(), sections=["main", *["part"] * (size - 1)])
    for _number in range(min(size, 5)):
        big.contact_rows.create(person=make_contact(big.organisation))
    big.labels.add(label)
    for number, section in enumerate(big.sections.all()):
        block = {"image": make_image(), "alt": "Kuva", "caption": ""}
        section.set_translation("fi", body=[("paragraph", "<p>Teksti</p>"), ("image", block), ("image", block)])
        section.layers.set([make_layer("xyz"), make_layer("image")])
        section.save()
        comment = make_comment(section, place="POINT(24.95 60.18)", created_at=NOON - timedelta(minutes=number))
        make_comment(section, parent=comment)
        make_comment(section, state="hidden")
    big.save()
    return big


def cost(client, address):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        assert response.status_code in (200, 404)
    return len(queries)


def costs(client):
    for address in ADDRESSES:
        client.get(address)  # makes the renditions, fills what is read once a process
    return {address: cost(client, address) for address in ADDRESSES}


def test_no_page_costs_more_than_twelve_queries_whatever_the_data(client):
    populate(3)
    few = costs(client)
    Hearing.objects.filter(slug="big").update(slug="big-before")
    populate(30)
    many = costs(client)
    assert {address: count for address, count in many.items() if count > MOST} == {}
    assert {address: (few[address], many[address]) for address in many if many[address] > few[address]} == {}


def test_comment_costs_at_most_fifteen_queries(client, django_assert_max_num_queries):
    big = populate(10)
    client.get("/fi/hearings/big/")  # makes the renditions
    fields = {"section": str(big.sections.first().pk), "text": "Lisää puita.", "form_key": "a"}
    point = '{"type": "Point", "coordinates": [24.95, 60.18]}'
    for form in (fields, fields | {"geometry": point}, fields | {"text": " "}):
        with django_assert_max_num_queries(MOST_FOR_COMMENT):
            assert client.post("/fi/hearings/big/comments/", form).status_code in (302, 422)


@pytest.mark.parametrize("address", ADDRESSES)
def test_public_page_sets_no_cookie_and_is_asked_about_each_time(client, address):
    if not address.endswith(("/here/", "ABCD/")):
        make_hearing(slug="big")
    response = client.get(address)
    assert not response.cookies
    if response.status_code == 200:
        assert "no-cache" in response.headers.get("Cache-Control", ""), response.headers


@pytest.mark.parametrize("address", [each for each in ADDRESSES if not each.startswith("/map/")])
def test_public_page_has_no_inline_script_or_style_and_forbids_others(client, address):
    make_hearing(slug="big", main_image=make_image())
    response = client.get(address)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert inline_code(BeautifulSoup(response.content, "html.parser")) == []


def inline_code(page) -> list[str]:
    """What a strict policy would stop: scripts, styles and handlers written into the page."""
    scripts = [tag for tag in page.select("script:not([src])") if tag.get("type") != "application/json"]
    attributes = [
        f"{tag.name} {name}"
        for tag in page.find_all(True)
        for name in tag.attrs
        if name == "style" or re.fullmatch(r"on[a-z]+", name)
    ]
    links = page.select("[href^='javascript:']")
    return [str(tag) for tag in [*scripts, *page.select("style"), *links]] + attributes
