"""What a publisher does: publish a hearing when nothing is missing, and close it early."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.consultations import this_second
from cms.translations import TranslatedModel, is_blank
from hearings.choices import SectionKind
from hearings.models import Comment, Hearing
from hearings.permissions import can_publish


class PublishingRefused(Exception):
    """Something is missing; `gaps` says what, in the reader's language, one sentence each."""

    def __init__(self, gaps: list[str]):
        super().__init__(" ".join(gaps))
        self.gaps = gaps


def publishing_gaps(hearing: Hearing) -> list[str]:
    """What must be mended before the hearing, as it is in memory, may be published.

    The texts that a bilingual municipality owes in both languages (kielilaki 423/2003 § 32), opening
    hours that make sense, one main section, and every section that has comments.
    """
    sections = list(hearing.sections.all())
    return [
        *_text_gaps(hearing, sections),
        *_time_gaps(hearing),
        *_section_gaps(sections),
        *_lost_section_gaps(hearing, sections),
    ]


def _text_gaps(hearing: Hearing, sections: list) -> list[str]:
    gaps = []
    for language in settings.KUULE_REQUIRED_LANGUAGES:
        name = get_language_info(language)["name_translated"]
        required = ["title", "abstract", *(["main_image_alt"] if hearing.main_image_id else [])]
        for field in required:
            if is_blank(hearing.text_in(field, language)):
                gaps.append(
                    _("%(language)s: %(field)s is missing.") % {"language": name, "field": _verbose(hearing, field)}
                )
        for number, section in enumerate(sections, start=1):
            for field in _section_fields(section):
                if is_blank(section.text_in(field, language)):
                    gaps.append(
                        _("%(language)s: %(field)s of section %(number)s is missing.")
                        % {"language": name, "field": _verbose(section, field), "number": number}
                    )
    return gaps


def _section_fields(section) -> list[str]:
    """A section needs a title in every required language, and whatever it has in any language."""
    rows = section.translation_rows().values()
    return [
        name
        for name in section.translated_names()
        if name == "title" or any(not is_blank(getattr(row, name)) for row in rows)
    ]


def _verbose(instance: TranslatedModel, field: str) -> str:
    return str(instance.translation_model()._meta.get_field(field).verbose_name)


def _time_gaps(hearing: Hearing) -> list[str]:
    gaps = []
    if hearing.open_at is None:
        gaps.append(_("The opening time is missing."))
    if hearing.close_at is None:
        gaps.append(_("The closing time is missing."))
    if hearing.open_at and hearing.close_at and hearing.close_at <= hearing.open_at:
        gaps.append(_("The hearing closes before it opens."))
    return gaps


def _section_gaps(sections: list) -> list[str]:
    kinds = [section.kind for section in sections]
    gaps = []
    if kinds.count(SectionKind.MAIN) != 1:
        gaps.append(_("There must be exactly one main section."))
    if kinds.count(SectionKind.CLOSURE) > 1:
        gaps.append(_("There can be only one outcome section."))
    return gaps


def _lost_section_gaps(hearing: Hearing, sections: list) -> list[str]:
    kept = [section.pk for section in sections]
    lost = Comment.objects.filter(hearing_id=hearing.pk).exclude(section__in=kept)
    if lost.exists():
        return [_("A section that has comments has been removed. Comments are never deleted: bring it back.")]
    return []


@transaction.atomic
def publish_hearing(*, hearing: Hearing, by) -> Hearing:
    """Publish the hearing as it is in memory, at once. Raises PublishingRefused, PermissionDenied."""
    if not can_publish(by, hearing):
        raise PermissionDenied
    if gaps := publishing_gaps(hearing):
        raise PublishingRefused(gaps)
    hearing.save_revision(user=by).publish(user=by)
    hearing.refresh_from_db()
    return hearing


@transaction.atomic
def close_hearing(*, hearing: Hearing, by, now: datetime | None = None) -> Hearing:
    """End an open hearing a second ago, in the published version and in newer and scheduled drafts alike.

    Raises PermissionDenied. A hearing that is not open stays as it is.
    """
    if not can_publish(by, hearing):
        raise PermissionDenied
    now = (now or this_second()).replace(microsecond=0)
    hearing = Hearing.objects.select_for_update(of=["self"]).get(pk=hearing.pk)
    if not hearing.live or hearing.status_at(now) != "open":
        return hearing
    hearing.close_at = max(now - timedelta(seconds=1), hearing.open_at)
    Hearing.objects.filter(pk=hearing.pk).update(close_at=hearing.close_at)
    draft = hearing.latest_revision.as_object() if hearing.latest_revision_id else hearing
    draft.close_at = hearing.close_at
    # As it is: a draft may hold what is refused only when it is published.
    revision = draft.save_revision(user=by, log_action=False, clean=False)
    for scheduled in hearing.revisions.filter(approved_go_live_at__isnull=False):
        scheduled.content["close_at"] = revision.content["close_at"]
        scheduled.save(update_fields=["content"])
    if not hearing.has_unpublished_changes:
        revision.publish(user=by, log_action=False)
    log(instance=hearing, action="hearings.close_hearing", user=by)
    return Hearing.objects.get(pk=hearing.pk)
