"""Who holds consultations, who works there, and the terms and areas that all consultations share."""

from django.conf import settings
from django.contrib.gis.db.models import MultiPolygonField
from django.db import models
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node

from cms.organisations.choices import AreaKind, Role
from cms.translations import ParentalTranslationsKey, TranslatedModel, Translation, one_row_a_language


class Organisation(TranslatedModel, MP_Node):
    """A body that holds consultations; its branches are below it in the tree."""

    slug = models.SlugField(_("identifier"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class OrganisationTranslation(Translation):
    master = ParentalTranslationsKey(
        Organisation, related_name="translations", null=True, editable=False, on_delete=models.CASCADE
    )
    name = models.CharField(_("name"), max_length=200, blank=True)

    class Meta:
        constraints = [one_row_a_language("organisation_one_row_a_language")]


class Membership(models.Model):
    """A person's role in an organisation and its branches."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="memberships", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation", "role"], name="membership_once"),
        ]

    def __str__(self):
        return f"{self.user} – {self.organisation}: {self.get_role_display()}"


class ContactPerson(TranslatedModel):
    """Someone a resident may call or write to about a consultation."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="contact_persons", verbose_name=_("organisation")
    )
    name = models.CharField(_("name"), max_length=120)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        ordering = ["name"]

    def __str__(self):
        return self.name


class ContactPersonTranslation(Translation):
    master = ParentalTranslationsKey(
        ContactPerson, related_name="translations", null=True, editable=False, on_delete=models.CASCADE
    )
    title = models.CharField(_("job title"), max_length=200, blank=True)

    class Meta:
        constraints = [one_row_a_language("contactperson_one_row_a_language")]


class Label(TranslatedModel):
    """A term that classifies consultations and comments."""

    slug = models.SlugField(_("identifier"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        ordering = ["slug"]


class LabelTranslation(Translation):
    master = ParentalTranslationsKey(
        Label, related_name="translations", null=True, editable=False, on_delete=models.CASCADE
    )
    name = models.CharField(_("name"), max_length=80, blank=True)

    class Meta:
        constraints = [one_row_a_language("label_one_row_a_language")]


class Area(TranslatedModel):
    """A named part of the city, for filtering and for finding a place."""

    slug = models.SlugField(_("identifier"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=AreaKind.choices)
    geometry = MultiPolygonField(_("boundary"), srid=4326)

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["slug"]


class AreaTranslation(Translation):
    master = ParentalTranslationsKey(
        Area, related_name="translations", null=True, editable=False, on_delete=models.CASCADE
    )
    name = models.CharField(_("name"), max_length=120, blank=True)

    class Meta:
        constraints = [one_row_a_language("area_one_row_a_language")]
