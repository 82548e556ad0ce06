"""What publishing a hearing and publishing a survey have in common, and closing either of them early."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.choices import ConsultationStatus
from cms.consultations import Consultation, this_second
from cms.translations import TranslatedModel, is_blank


class PublishingRefused(Exception):
    """Something is missing; `gaps` says what, in the reader's language, one sentence each."""

    def __init__(self, gaps: list[str]):
        super().__init__(" ".join(gaps))
        self.gaps = gaps


def required_languages() -> list[tuple[str, str]]:
    """(code, name in the reader's language) of those that a bilingual municipality owes (kielilaki 423/2003 § 32)."""
    return [(code, get_language_info(code)["name_translated"]) for code in settings.KUULE_REQUIRED_LANGUAGES]


def text_gaps(consultation: Consultation, language: str) -> list[str]:
    """The texts that every consultation needs in `language`, as it is in memory, and does not have."""
    names = ["title", "abstract", *(["main_image_alt"] if consultation.main_image_id else [])]
    return [
        _("%(language)s: %(field)s is missing.")
        % {"language": get_language_info(language)["name_translated"], "field": field_name(consultation, name)}
        for name in names
        if is_blank(consultation.text_in(name, language))
    ]


def field_name(instance: TranslatedModel, name: str) -> str:
    """What planners call a translated field."""
    return str(instance.translation_model()._meta.get_field(name).verbose_name)


def time_gaps(consultation: Consultation, closes_too_early: str) -> list[str]:
    """What is wrong with the opening hours; `closes_too_early` is the sentence for when they end before they begin."""
    gaps = []
    if consultation.open_at is None:
        gaps.append(_("The opening time is missing."))
    if consultation.close_at is None:
        gaps.append(_("The closing time is missing."))
    if closes_before_it_opens(consultation.open_at, consultation.close_at):
        gaps.append(closes_too_early)
    return gaps


def closes_before_it_opens(opens: datetime | None, closes: datetime | None) -> bool:
    return bool(opens and closes and closes <= opens)


@transaction.atomic
def publish_now(consultation: Consultation, *, by, gaps: list[str]) -> Consultation:
    """Publish it as it is in memory, at once. Rights are the caller's. Raises PublishingRefused if there are `gaps`."""
    if gaps:
        raise PublishingRefused(gaps)
    consultation.save_revision(user=by).publish(user=by)
    consultation.refresh_from_db()
    return consultation


@transaction.atomic
def close_early(consultation: Consultation, *, by, action: str, now: datetime | None = None) -> Consultation:
    """End an open consultation a second ago, in the published version and in newer and scheduled drafts alike.

    One that is not open stays as it is. `action` is what the log calls it. Rights are the caller's.
    """
    now = (now or this_second()).replace(microsecond=0)
    model = type(consultation)
    consultation = model.objects.select_for_update(of=["self"]).get(pk=consultation.pk)
    if not consultation.live or consultation.status_at(now) != ConsultationStatus.OPEN:
        return consultation
    consultation.close_at = max(now - timedelta(seconds=1), consultation.open_at)
    model.objects.filter(pk=consultation.pk).update(close_at=consultation.close_at)
    draft = consultation.latest_revision.as_object() if consultation.latest_revision_id else consultation
    draft.close_at = consultation.close_at
    # As it is: a draft may hold what is refused only when it is published.
    revision = draft.save_revision(user=by, log_action=False, clean=False)
    for scheduled in consultation.revisions.filter(approved_go_live_at__isnull=False):
        scheduled.content["close_at"] = revision.content["close_at"]
        scheduled.save(update_fields=["content"])
    if not consultation.has_unpublished_changes:
        revision.publish(user=by, log_action=False)
    log(instance=consultation, action=action, user=by)
    return model.objects.get(pk=consultation.pk)
