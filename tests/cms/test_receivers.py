"""Membership opens the admin, and its end closes it."""

import pytest

from tests.factories import make_organisation, make_user

pytestmark = pytest.mark.django_db


def may_enter(user) -> bool:
    return type(user).objects.get(pk=user.pk).has_perm("wagtailadmin.access_admin")


def test_members_alone_may_enter():
    member, other = make_user(role="viewer", organisation=make_organisation()), make_user()
    assert [may_enter(member), may_enter(other)] == [True, False]
    member.memberships.get().delete()
    assert not may_enter(member)


def test_role_handed_to_another_person_closes_the_admin_to_the_first():
    first, second = make_user(role="editor", organisation=make_organisation()), make_user()
    membership = first.memberships.get()
    membership.user = second
    membership.save()
    assert [may_enter(first), may_enter(second)] == [False, True]


def test_one_of_two_roles_keeps_the_admin_open():
    organisation = make_organisation()
    member = make_user(role="editor", organisation=organisation)
    member.memberships.create(organisation=organisation, role="moderator")
    member.memberships.first().delete()
    assert may_enter(member)
