"""What Wagtail is told about permission."""

import itertools

import pytest

from cms.policies import AdministratorPolicy, OrganisationPolicy
from hearings.models import Hearing
from tests.factories import make_hearing, make_organisation, make_user

pytestmark = pytest.mark.django_db

TABLE = {
    "viewer": {"view"},
    "editor": {"view", "add", "change", "delete"},
    "publisher": {"view", "add", "change", "delete", "publish", "lock", "unlock"},
    "moderator": {"view"},
}
ACTIONS = ["view", "add", "change", "delete", "publish", "lock", "unlock"]
CELLS = list(itertools.product(TABLE, ACTIONS))

policy = OrganisationPolicy(Hearing)


@pytest.fixture
def draft():
    return make_hearing(live=False)


@pytest.mark.parametrize(("role", "action"), CELLS)
def test_role_allows_action_on_own_draft(draft, role, action):
    user = make_user(role=role, organisation=draft.organisation)
    expected = action in TABLE[role]
    assert policy.user_has_permission(user, action) == expected
    assert policy.user_has_permission_for_instance(user, action, draft) == expected
    assert policy.instances_user_has_any_permission_for(user, [action]).contains(draft) == expected


@pytest.mark.parametrize(("role", "action"), CELLS)
def test_no_role_allows_action_on_draft_of_another_organisation(draft, role, action):
    user = make_user(role=role, organisation=make_organisation())
    assert not policy.user_has_permission_for_instance(user, action, draft)
    assert not policy.instances_user_has_any_permission_for(user, [action]).contains(draft)


@pytest.mark.parametrize("action", ACTIONS)
def test_outsider_may_do_nothing(draft, action):
    user = make_user()
    assert not policy.user_has_permission(user, action)
    assert not policy.user_has_permission_for_instance(user, action, draft)


def test_unknown_action_is_refused_to_all_but_administrators(draft):
    publisher = make_user(role="publisher", organisation=draft.organisation)
    assert not policy.user_has_permission(publisher, "bulk_delete")
    assert not policy.user_has_permission_for_instance(publisher, "bulk_delete", draft)
    assert policy.user_has_permission(make_user(is_superuser=True), "bulk_delete")


def test_published_hearing_is_never_deleted(hearing):
    administrator = make_user(is_superuser=True)
    assert not policy.user_has_permission_for_instance(administrator, "delete", hearing)


def test_people_with_permission_are_those_whose_role_gives_it(draft):
    people = {role: make_user(role=role, organisation=draft.organisation) for role in TABLE}
    administrator = make_user(is_superuser=True)
    make_user(role="publisher", organisation=draft.organisation, is_active=False)
    assert set(policy.users_with_any_permission(["publish"])) == {people["publisher"], administrator}
    assert set(policy.users_with_any_permission(["change"])) == {
        people["editor"],
        people["publisher"],
        administrator,
    }


def test_shared_things_are_for_administrators():
    shared = AdministratorPolicy(Hearing)
    assert shared.user_has_permission(make_user(is_superuser=True), "change")
    assert not shared.user_has_permission(make_user(is_superuser=True, is_active=False), "change")
    assert not shared.user_has_permission(make_user(role="publisher", organisation=make_organisation()), "change")
