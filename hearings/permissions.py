"""Who may do what with a hearing and its comments. One predicate a right; its table is its docstring."""

from cms.permissions import Right, has_right
from hearings.choices import Commenting


def can_see(user, hearing) -> bool:
    """
    |           | anyone | outsider | viewer, editor, publisher, moderator of its organisation | administrator |
    |-----------|--------|----------|-----------------------------------------------------------|---------------|
    | published | yes    | yes      | yes                                                       | yes           |
    | draft     | no     | no       | yes                                                       | yes           |

    `Hearing.objects.visible_to(user)` is the same rule in SQL.
    """
    return hearing.live or has_right(user, Right.SEE_DRAFTS, hearing.organisation)


def can_edit(user, hearing) -> bool:
    """Editors and publishers of its organisation, and administrators."""
    return has_right(user, Right.EDIT, hearing.organisation)


def can_publish(user, hearing) -> bool:
    """Publishers of its organisation, and administrators. Closing early is publishing too."""
    return has_right(user, Right.PUBLISH, hearing.organisation)


def can_moderate(user, hearing) -> bool:
    """Moderators of its organisation, and administrators."""
    return has_right(user, Right.MODERATE, hearing.organisation)


def can_comment(user, section, moment) -> bool:
    """
    | who may comment | upcoming | open: anyone | open: signed in | closed | draft |
    |-----------------|----------|--------------|-----------------|--------|-------|
    | everyone        | no       | yes          | yes             | no     | no    |
    | signed in       | no       | no           | yes             | no     | no    |
    | nobody          | no       | no           | no              | no     | no    |

    An outcome (closure section) never takes comments. `moment` is aware.
    """
    hearing = section.hearing
    if not hearing.live or section.is_closure or hearing.status_at(moment) != "open":
        return False
    if section.commenting == Commenting.SIGNED_IN:
        return user.is_authenticated
    return section.commenting == Commenting.EVERYONE


def can_change_comment(comment, moment) -> bool:
    """Whoever holds a comment's receipt may change or withdraw it while its hearing is open.

    | comment is | upcoming | open | closed |
    |------------|----------|------|--------|
    | visible    | no       | yes  | no     |
    | pending    | no       | yes  | no     |
    | hidden     | no       | no   | no     |
    | withdrawn  | no       | no   | no     |
    """
    return (
        comment.hearing.live
        and comment.hearing.status_at(moment) == "open"
        and not comment.is_hidden
        and not comment.is_withdrawn
    )
