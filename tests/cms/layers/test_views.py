"""The shapes of layers, and which hosts a page may fetch pictures from."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from cms.layers.maps import layers_config
from cms.layers.sources import LayerSourcesMiddleware
from hearings.models import Section
from tests.factories import make_layer, make_organisation, make_user
from tests.factories.layers import SHAPES

pytestmark = pytest.mark.django_db


def test_shapes_of_a_layer_in_use_are_for_everyone(client, django_assert_num_queries):
    layer = make_layer("geojson")
    with django_assert_num_queries(1):
        response = client.get(f"/map/layers/{layer.pk}.geojson")
    assert response.json() == SHAPES
    assert response.headers["Content-Type"] == "application/geo+json"
    assert "public" in response.headers["Cache-Control"]
    assert not response.cookies
    again = client.get(f"/map/layers/{layer.pk}.geojson", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("kind", ["wms", "image"])
def test_layer_of_another_kind_has_no_shapes(client, kind):
    assert client.get(f"/map/layers/{make_layer(kind).pk}.geojson").status_code == 404


def test_shapes_of_a_layer_not_in_use_are_for_its_organisation_alone(client):
    layer = make_layer("geojson", is_active=False, organisation=make_organisation())
    address = f"/map/layers/{layer.pk}.geojson"
    assert client.get(address).status_code == 404
    client.force_login(make_user(role="publisher", organisation=make_organisation()))
    assert client.get(address).status_code == 404
    client.force_login(make_user(role="viewer", organisation=layer.organisation))
    response = client.get(address)
    assert response.json() == SHAPES
    assert "private" in response.headers["Cache-Control"]


def images_allowed(response) -> list[str]:
    directives = response.headers["Content-Security-Policy"].split("; ")
    return next(directive for directive in directives if directive.startswith("img-src")).split()[1:]


@pytest.mark.usefixtures("clock", "site")
def test_page_allows_pictures_from_the_hosts_of_its_own_layers_alone(client, hearing):
    before = images_allowed(client.get(f"/fi/hearings/{hearing.slug}/"))
    section = hearing.sections.first()
    used = [
        make_layer(address="https://maps.example.org:8443/wms"),
        make_layer("xyz", address="https://{s}.example.net/{z}/{x}/{y}.png"),
        make_layer("geojson"),
        make_layer("image"),
        make_layer("wmts", address="https://gone.example.org/wmts", is_active=False),
    ]
    make_layer("xyz", address="https://unused.example.org/{z}/{x}/{y}.png")
    section.layers.set(used)
    section.save()
    allowed = ["https://*.example.net", "https://maps.example.org:8443"]
    assert images_allowed(client.get(f"/fi/hearings/{hearing.slug}/")) == [*before, *allowed]
    assert images_allowed(client.get("/fi/hearings/")) == before
    Section.objects.get(pk=section.pk).layers.model.objects.update(is_active=False)
    assert images_allowed(client.get(f"/fi/hearings/{hearing.slug}/")) == before


def test_middleware_keeps_what_a_view_itself_allows():
    layer = make_layer()

    def view(request):
        layers_config([layer])
        response = HttpResponse()
        response._csp_update = {"img-src": ["https://own.example"], "font-src": ["x"]}
        return response

    response = LayerSourcesMiddleware(view)(RequestFactory().get("/"))
    assert response._csp_update == {"img-src": ["https://own.example", "https://maps.example.org"], "font-src": ["x"]}
