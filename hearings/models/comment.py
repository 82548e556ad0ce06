"""Comments: what residents say about a hearing, and where."""

from django.conf import settings
from django.contrib.gis.db.models import GeometryField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.moderation import Moderated, ModeratedQuerySet
from cms.organisations.models import Label
from hearings.models.hearing import Hearing
from hearings.models.section import Section

#: Longest comment, in characters.
TEXT_LIMIT = 10_000


class CommentQuerySet(ModeratedQuerySet):
    organisation_path = "hearing__organisation"

    def visible_to(self, user):
        """Comments whose text `user` may read: shown ones of the hearings that they may see.

        Moderators read hidden ones in the admin alone (`moderated_by`), so that no page mixes the two.
        """
        return self.shown().filter(Exists(Hearing.objects.visible_to(user).filter(pk=OuterRef("hearing_id"))))


class Comment(Moderated):
    """A participant's free contribution to a section: words, a place, or both.

    `idempotency_key` is unique: the same form sent twice makes one comment. Of the receipt code only a
    hash is kept (cms.receipts).
    """

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="comments", verbose_name=_("hearing"))
    section = models.ForeignKey(Section, models.PROTECT, related_name="comments", verbose_name=_("section"))
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name=_("reply to"),
    )
    label = models.ForeignKey(
        Label, models.SET_NULL, null=True, blank=True, related_name="comments", verbose_name=_("label")
    )
    text = models.TextField(_("comment"), max_length=TEXT_LIMIT, blank=True)
    author_name = models.CharField(_("name"), max_length=80, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="comments"
    )
    language = models.CharField(_("language"), max_length=20, blank=True)
    geometry = GeometryField(_("place on the map"), srid=4326, null=True, blank=True)
    place_text = models.CharField(_("place in words"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("sent"))
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    receipt_hash = models.CharField(max_length=64, blank=True, editable=False)
    idempotency_key = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001 - many without

    #: Wagtail would note each comment's foreign keys in its index of references: five queries, for nobody.
    wagtail_reference_index_ignore = True

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-created_at", "-pk"]
        indexes = [
            # Counting and paging a hearing's comments reads the index alone.
            models.Index(fields=["hearing", "state", "parent", "-created_at"], name="comment_of_hearing"),
            models.Index(fields=["section", "state", "parent", "-created_at"], name="comment_of_section"),
            models.Index(fields=["receipt_hash"], name="comment_receipt", condition=~Q(receipt_hash="")),
            models.Index(fields=["state", "-created_at"], name="comment_state"),
        ]

    def __str__(self):
        return self.text[:80] or self.place_text[:80] or f"#{self.pk}"

    def get_absolute_url(self) -> str:
        """Leads to the page of the hearing's list that the comment is on."""
        return reverse("hearings:comment", args=[self.hearing.slug, self.pk])

    @property
    def moderate_url(self) -> str:
        return reverse("comments:moderate", args=[self.pk])
