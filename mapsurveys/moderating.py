"""What a moderator does with places and remarks: hide them with a reason, and restore them. Each decision is logged."""

from cms import moderation
from cms.choices import HiddenReason
from mapsurveys.models import Feature, Remark


def hide_place(*, place: Feature, by, reason: HiddenReason, note: str = "") -> Feature:
    """Take a place out of what other respondents and the public see; staff keep it. Raises PermissionDenied."""
    return moderation.hide(place, by=by, reason=reason, note=note, action="mapsurveys.hide_place")


def restore_place(*, place: Feature, by, note: str = "") -> Feature:
    """Raises PermissionDenied."""
    return moderation.restore(place, by=by, note=note, action="mapsurveys.restore_place")


def hide_remark(*, remark: Remark, by, reason: HiddenReason, note: str = "") -> Remark:
    """Take a remark out of sight; a tombstone shows. Raises PermissionDenied."""
    return moderation.hide(remark, by=by, reason=reason, note=note, action="mapsurveys.hide_remark")


def restore_remark(*, remark: Remark, by, note: str = "") -> Remark:
    """Raises PermissionDenied."""
    return moderation.restore(remark, by=by, note=note, action="mapsurveys.restore_remark")
