"""The table of cms.permissions, one cell a test."""

import itertools

import pytest
from django.contrib.auth.models import AnonymousUser

from cms.organisations.models import Organisation
from cms.permissions import Right, has_right, has_right_somewhere, within_right
from tests.factories import make_organisation, make_user

pytestmark = pytest.mark.django_db

#: What the brief promises, written out a second time so that a slip in the code shows.
TABLE = {
    "viewer": {"see_drafts"},
    "editor": {"see_drafts", "edit"},
    "publisher": {"see_drafts", "edit", "publish"},
    "moderator": {"see_drafts", "moderate"},
}
RIGHTS = ["see_drafts", "edit", "publish", "moderate"]
CELLS = list(itertools.product(TABLE, RIGHTS))
REACHED = {"own": True, "branch": True, "branch of branch": True, "parent": False, "sister": False, "other": False}


@pytest.fixture
def places():
    """Organisations around the member's own, named from the member's point of view."""
    parent = make_organisation()
    own = make_organisation(parent=parent)
    sister = make_organisation(parent=Organisation.objects.get(pk=parent.pk))
    branch = make_organisation(parent=Organisation.objects.get(pk=own.pk))
    twig = make_organisation(parent=Organisation.objects.get(pk=branch.pk))
    names = {
        "own": own,
        "parent": parent,
        "sister": sister,
        "branch": branch,
        "branch of branch": twig,
        "other": make_organisation(),
    }
    return {name: Organisation.objects.get(pk=organisation.pk) for name, organisation in names.items()}


@pytest.mark.parametrize("place", REACHED)
@pytest.mark.parametrize(("role", "right"), CELLS)
def test_role_gives_right_in_its_organisation_and_branches(places, role, right, place):
    user = make_user(role=role, organisation=places["own"])
    assert has_right(user, Right(right), places[place]) == (right in TABLE[role] and REACHED[place])


@pytest.mark.parametrize(("role", "right"), CELLS)
def test_filter_finds_organisations_that_right_reaches(places, role, right):
    user = make_user(role=role, organisation=places["own"])
    found = set(Organisation.objects.filter(within_right(user, Right(right), prefix="")))
    reached = {places[place] for place in REACHED if REACHED[place] and right in TABLE[role]}
    assert found == reached


@pytest.mark.parametrize(("role", "right"), CELLS)
def test_right_somewhere_is_role_anywhere(places, role, right):
    user = make_user(role=role, organisation=places["own"])
    assert has_right_somewhere(user, Right(right)) == (right in TABLE[role])


@pytest.mark.parametrize("superuser", [False, True])
@pytest.mark.parametrize(("role", "right"), CELLS)
def test_inactive_person_has_no_right(places, role, right, superuser):
    user = make_user(role=role, organisation=places["own"], is_active=False, is_superuser=superuser)
    assert not has_right(user, Right(right), places["own"])
    assert not has_right_somewhere(user, Right(right))
    assert not Organisation.objects.filter(within_right(user, Right(right), prefix="")).exists()


@pytest.mark.parametrize("right", RIGHTS)
def test_anonymous_person_has_no_right(places, right):
    assert not has_right(AnonymousUser(), Right(right), places["own"])
    assert not has_right_somewhere(AnonymousUser(), Right(right))
    assert not Organisation.objects.filter(within_right(AnonymousUser(), Right(right), prefix="")).exists()


@pytest.mark.parametrize("right", RIGHTS)
def test_service_administrator_has_every_right(places, right):
    user = make_user(is_superuser=True)
    assert has_right(user, Right(right), places["other"])
    assert has_right_somewhere(user, Right(right))
    assert Organisation.objects.filter(within_right(user, Right(right), prefix="")).count() == len(places)


def test_roles_in_two_organisations_do_not_mix(places):
    user = make_user(role="publisher", organisation=places["branch"])
    user.memberships.create(organisation=places["other"], role="viewer")
    assert has_right(user, Right.PUBLISH, places["branch"])
    assert not has_right(user, Right.PUBLISH, places["other"])
    assert has_right(user, Right.SEE_DRAFTS, places["other"])


def test_rights_cost_one_query_a_person(places, django_assert_num_queries):
    user = make_user(role="editor", organisation=places["own"])
    with django_assert_num_queries(1):
        for right, place in itertools.product(RIGHTS, places):
            has_right(user, Right(right), places[place])
