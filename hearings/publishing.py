"""What a publisher does: publish a hearing when nothing is missing, and close it early."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from cms.consultation_publishing import close_early, field_name, publish_now, required_languages, text_gaps, time_gaps
from cms.translations import is_blank
from hearings.choices import SectionKind
from hearings.models import Comment, Hearing
from hearings.permissions import can_publish


def publishing_gaps(hearing: Hearing) -> list[str]:
    """What must be mended before the hearing, as it is in memory, may be published.

    The texts that a bilingual municipality owes in both languages (kielilaki 423/2003 § 32), opening
    hours that make sense, one main section, and every section that has comments.
    """
    sections = list(hearing.sections.all())
    return [
        *_text_gaps(hearing, sections),
        *time_gaps(hearing, _("The hearing closes before it opens.")),
        *_section_gaps(sections),
        *_lost_section_gaps(hearing, sections),
    ]


def _text_gaps(hearing: Hearing, sections: list) -> list[str]:
    gaps = []
    for language, language_name in required_languages():
        gaps += text_gaps(hearing, language)
        for number, section in enumerate(sections, start=1):
            for field in _section_fields(section):
                if is_blank(section.text_in(field, language)):
                    gaps.append(
                        _("%(language)s: %(field)s of section %(number)s is missing.")
                        % {"language": language_name, "field": field_name(section, field), "number": number}
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


def publish_hearing(*, hearing: Hearing, by) -> Hearing:
    """Publish the hearing as it is in memory, at once. Raises PublishingRefused, PermissionDenied."""
    if not can_publish(by, hearing):
        raise PermissionDenied
    return publish_now(hearing, by=by, gaps=publishing_gaps(hearing))


def close_hearing(*, hearing: Hearing, by, now: datetime | None = None) -> Hearing:
    """End an open hearing a second ago, in the published version and in newer and scheduled drafts alike.

    Raises PermissionDenied. A hearing that is not open stays as it is.
    """
    if not can_publish(by, hearing):
        raise PermissionDenied
    return close_early(hearing, by=by, action="hearings.close_hearing", now=now)
