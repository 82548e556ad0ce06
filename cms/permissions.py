"""What a role lets a person do with what an organisation owns.

|            | viewer | editor | publisher | moderator | service administrator |
|------------|--------|--------|-----------|-----------|-----------------------|
| see drafts | yes    | yes    | yes       | yes       | yes                   |
| edit       |        | yes    | yes       |           | yes                   |
| publish    |        |        | yes       |           | yes                   |
| moderate   |        |        |           | yes       | yes                   |

A role counts in its organisation and in all branches below it. Someone who is not active, or has no
account, has no right. Service administrators are Django's superusers.
"""

from django.apps import apps
from django.db.models import Q, TextChoices

from cms.organisations.choices import Role


class Right(TextChoices):
    SEE_DRAFTS = "see_drafts"
    EDIT = "edit"
    PUBLISH = "publish"
    MODERATE = "moderate"


ROLES_WITH = {
    Right.SEE_DRAFTS: {Role.VIEWER, Role.EDITOR, Role.PUBLISHER, Role.MODERATOR},
    Right.EDIT: {Role.EDITOR, Role.PUBLISHER},
    Right.PUBLISH: {Role.PUBLISHER},
    Right.MODERATE: {Role.MODERATOR},
}


def granted_paths(user, right: Right) -> list[str]:
    """Tree paths of the organisations in which a role of `user` gives `right` (one query a request)."""
    if not user.is_authenticated or not user.is_active:
        return []
    if not hasattr(user, "_membership_paths"):
        user._membership_paths = list(user.memberships.values_list("role", "organisation__path"))
    return [path for role, path in user._membership_paths if role in ROLES_WITH[right]]


def has_right(user, right: Right, organisation) -> bool:
    """Whether `user` has `right` over what `organisation` owns; the table is in this module's docstring."""
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    return any(organisation.path.startswith(path) for path in granted_paths(user, right))


def has_right_somewhere(user, right: Right) -> bool:
    """Whether `user` has `right` in any organisation."""
    return user.is_active and (user.is_superuser or bool(granted_paths(user, right)))


def within_right(user, right: Right, prefix: str = "organisation__") -> Q:
    """A filter for what `user` has `right` over; `prefix` leads from the rows to their organisation."""
    if user.is_active and user.is_superuser:
        return ~Q(pk__in=[])  # an empty Q would vanish in `Q(live=True) | Q()`
    condition = Q(pk__in=[])
    for path in granted_paths(user, right):
        condition |= Q(**{f"{prefix}path__startswith": path})
    return condition


def within_reach(user, right: Right, prefix: str = "organisation__") -> Q:
    """A filter for what `user` has `right` over, and for what belongs to the organisations above theirs."""
    step = apps.get_model("organisations.Organisation").steplen
    paths = granted_paths(user, right)
    above = {path[:end] for path in paths for end in range(step, len(path), step)}
    return within_right(user, right, prefix) | Q(**{f"{prefix}path__in": above})
