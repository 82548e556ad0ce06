"""Who sees which layers, who may choose them, and layers in a draft."""

import pytest
from django.contrib.auth.models import AnonymousUser

from cms.layers.models import Layer, layers_named, layers_of
from hearings.models import Hearing, Section
from tests.factories import make_hearing, make_layer, make_organisation, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    """A city, a division of it and another division."""
    city = make_organisation()
    return city, make_organisation(parent=city), make_organisation(parent=city)


def test_visible_layers_are_those_in_use_and_ones_own(tree):
    _city, own, other = tree
    shown = make_layer()
    hidden = make_layer(is_active=False, organisation=own)
    foreign = make_layer(is_active=False, organisation=other)
    everyones = make_layer(is_active=False)
    member = make_user(role="viewer", organisation=own)
    assert set(Layer.objects.public()) == set(Layer.objects.visible_to(AnonymousUser())) == {shown}
    assert set(Layer.objects.visible_to(member)) == {shown, hidden}
    assert set(Layer.objects.visible_to(make_user(is_superuser=True))) == {shown, hidden, foreign, everyones}


def test_offered_layers_are_of_the_service_of_ones_own_organisation_and_of_those_above(tree):
    city, own, other = tree
    offered = {make_layer(), make_layer(organisation=city), make_layer(organisation=own)}
    make_layer(organisation=other)
    make_layer(organisation=own, is_active=False)
    assert set(Layer.objects.offered_to(make_user(role="editor", organisation=own))) == offered
    assert set(Layer.objects.offered_to(make_user(role="viewer", organisation=own))) == {
        layer for layer in offered if layer.organisation is None
    }


def test_shapes_of_files_are_not_read_until_asked_for(django_assert_num_queries):
    make_layer("geojson")
    with django_assert_num_queries(1):
        layer = Layer.objects.get()
    with django_assert_num_queries(2):  # and one of parler's, which forgets its texts whenever a field is read
        assert layer.geojson["features"][0]["properties"] == {"name": "Laituri"}


def add_layers(hearing, *chosen):
    """Choose layers for sections of a hearing, in order, in a published version."""
    for section, layers in zip(hearing.sections.all(), chosen, strict=False):
        section.layers.set(layers)
        section.save()
    return list(Section.objects.filter(hearing=hearing))


def test_layers_of_sections_come_once_in_order_and_in_one_query(hearing, django_assert_num_queries):
    upper, lower, hidden = make_layer(sort_order=1), make_layer(sort_order=2), make_layer(is_active=False)
    first = make_layer(sort_order=3)
    sections = add_layers(hearing, [first], [lower, upper, hidden, first])
    with django_assert_num_queries(1):
        assert layers_of(sections) == [first, upper, lower]


def choose(hearing, *layers):
    """Choose layers for the second section in a draft; returns that section."""
    draft = hearing.get_latest_revision_as_object()
    section = draft.sections.all()[1]
    section.layers.set(layers)
    draft.sections.add(section)
    draft.save_revision()
    return section


def test_layers_live_in_a_draft_until_it_is_published(hearing):
    layer, another = make_layer(), make_layer()
    part = choose(hearing, layer, another)
    assert not Section.objects.filter(layers=layer).exists()
    again = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    assert layers_of(list(again.sections.all())) == [layer, another]
    again.save_revision().publish()
    assert list(Section.objects.get(pk=part.pk).layers.all()) == [layer, another]


def test_layer_of_a_section_that_lives_only_in_a_draft_is_kept():
    layer = make_layer()
    hearing = make_hearing(live=False, sections=["main"])
    draft = hearing.get_latest_revision_as_object()
    section = Section(kind="part", sort_order=5)
    section.layers.set([layer])
    draft.sections.add(section)
    draft.save_revision()
    again = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    again.save_revision().publish()
    assert list(Section.objects.get(pk=section.pk).layers.all()) == [layer]


def test_deleted_layer_leaves_the_drafts_that_chose_it(hearing):
    layer = make_layer()
    choose(hearing, layer)
    layer.delete()
    again = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    assert layers_of(list(again.sections.all())) == []


def test_layers_are_found_by_their_keys_in_order(django_assert_num_queries):
    first, second, hidden = make_layer(), make_layer(), make_layer(is_active=False)
    keys = [str(second.pk), "17", "", str(hidden.pk), str(first.pk), str(second.pk)]
    with django_assert_num_queries(1):
        assert layers_named(keys) == [second, first]
    with django_assert_num_queries(0):
        assert layers_named(["x"]) == []
