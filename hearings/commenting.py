"""What a participant does: leave a comment, change it, withdraw it."""

import functools
import hashlib
import uuid
from datetime import datetime

from django.contrib.gis.geos import GEOSGeometry
from django.db import IntegrityError, transaction
from django.utils import timezone
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from cms import receipts
from cms.choices import ModerationState
from hearings.models import Comment, Section
from hearings.permissions import can_change_comment, can_comment

#: Languages told apart in comments: those of the service and the most spoken others in Finland.
COMMENT_LANGUAGES = ["fi", "sv", "en", "ru", "et", "so", "ar"]
#: Below this many characters, or this sure, the language of the page is the better guess.
SHORTEST_TEXT = 20
LEAST_CERTAINTY = 0.8


class CommentRefused(Exception):
    """The rules do not allow it now: the section takes no comments, or the hearing is not open."""


@functools.cache
def language_identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(COMMENT_LANGUAGES)
    return identifier


def detect_language(text: str, page_language: str) -> str:
    """Language code of `text` for its `lang` attribute; the page's where the text does not tell."""
    page_language = page_language.partition("-")[0]
    if len(text) < SHORTEST_TEXT:
        return page_language
    language, certainty = language_identifier().classify(text)
    return language if certainty >= LEAST_CERTAINTY else page_language


def make_idempotency_key(form_key: str, *content: object) -> str:
    """A key that two submissions share only if both form and content are the same."""
    parts = [form_key or uuid.uuid4().hex, *map(str, content)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def leave_comment(
    *,
    section: Section,
    user,
    text: str = "",
    author_name: str = "",
    geometry: GEOSGeometry | None = None,
    place_text: str = "",
    parent: Comment | None = None,
    language: str,
    form_key: str = "",
    now: datetime | None = None,
) -> tuple[Comment, str]:
    """Store a comment and return it with its receipt code.

    `geometry` is in EPSG:4326 and has been checked (cms.geo). The same content from the same form makes
    one comment, also when both arrive at once. Raises CommentRefused, also where the section has just been
    removed.
    """
    now = now or timezone.now()
    if not can_comment(user, section, now):
        raise CommentRefused
    key = make_idempotency_key(form_key, section.pk, parent and parent.pk, text, author_name, geometry, place_text)
    code = receipts.make_code(key)
    comment = Comment(
        hearing=section.hearing,
        section=section,
        parent=parent,
        text=text,
        author_name=author_name,
        author=user if user.is_authenticated else None,
        language=detect_language(text, language),
        geometry=geometry,
        place_text=place_text,
        created_at=now,
        idempotency_key=key,
        receipt_hash=receipts.hash_code(code),
    )
    return _store_once(comment), code


def _store_once(comment: Comment) -> Comment:
    """Store a comment, or find the one that the same form has stored already."""
    try:
        with transaction.atomic():
            comment.save(force_insert=True)
    except IntegrityError as error:
        same = Comment.objects.select_related("hearing", "section").filter(idempotency_key=comment.idempotency_key)
        comment = same.first()
        if comment is None:
            raise CommentRefused from error
    return comment


def find_comment(code: str) -> Comment | None:
    """The comment that a receipt code belongs to."""
    comments = Comment.objects.select_related("hearing__organisation", "section", "parent")
    return comments.filter(receipt_hash=receipts.hash_code(code), hearing__live=True).first()


def _hold(comment: Comment, now: datetime) -> Comment:
    """The comment as it is stored now, locked: a moderator may have hidden it a moment ago. Raises CommentRefused."""
    comments = Comment.objects.select_for_update(of=["self"]).select_related("hearing", "section")
    comment = comments.get(pk=comment.pk)
    if not can_change_comment(comment, now):
        raise CommentRefused
    return comment


@transaction.atomic
def change_comment(
    *,
    comment: Comment,
    text: str,
    author_name: str,
    place_text: str,
    language: str,
    now: datetime | None = None,
) -> Comment:
    """Replace the words of a comment whose receipt the caller holds. Raises CommentRefused."""
    now = now or timezone.now()
    comment = _hold(comment, now)
    comment.text = text
    comment.author_name = author_name
    comment.place_text = place_text
    comment.language = detect_language(text, language)
    comment.edited_at = now
    comment.save(update_fields=["text", "author_name", "place_text", "language", "edited_at"])
    return comment


@transaction.atomic
def withdraw_comment(*, comment: Comment, now: datetime | None = None) -> Comment:
    """Take a comment out of sight for its author; replies to it stay. Raises CommentRefused."""
    comment = _hold(comment, now or timezone.now())
    comment.state = ModerationState.WITHDRAWN
    comment.save(update_fields=["state"])
    return comment
