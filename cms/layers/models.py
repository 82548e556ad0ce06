"""Map layers: one model for every map of the service, whoever shows it."""

import uuid
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import Prefetch, Q, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from cms.layers.checking import faults_of, source_of
from cms.layers.choices import REMOTE_KINDS, ImageFormat, LayerKind, LayerRole, WMSVersion
from cms.organisations.models import Organisation
from cms.permissions import Right, within_reach, within_right
from cms.translations import (
    ParentalTranslationsKey,
    TranslatedModel,
    Translation,
    one_row_a_language,
    with_texts,
)

#: The closest zoom level of any map; a planner's limits lie between it and 0, the whole world.
CLOSEST_ZOOM = 22

colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Give the colour as # and six digits or letters from a to f."))


class LayerQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What `user` may see: layers in use, and all layers of the organisations they work for."""
        return self.filter(Q(is_active=True) | within_right(user, Right.SEE_DRAFTS))

    def public(self):
        """What anyone may see."""
        return self.filter(is_active=True)

    def offered_to(self, user):
        """What `user` may put on a map: layers in use of the service, of their organisations and of those above."""
        return self.public().filter(Q(organisation=None) | within_reach(user, Right.EDIT))

    def for_maps(self):
        """With all that `cms.layers.maps.layers_config` reads, in one query."""
        return with_texts(self, *Layer.translated_names()).select_related("image", "legend_image")


class LayerManager(models.Manager.from_queryset(LayerQuerySet)):
    """Leaves the shapes of files in the database until somebody asks for them: they may be megabytes."""

    def get_queryset(self):
        return super().get_queryset().defer("geojson")


class Layer(TranslatedModel):
    """A background map or an overlay that residents can choose on a map."""

    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="layers",
        verbose_name=_("organisation"),
        help_text=_("Leave empty for a layer that all organisations may use."),
    )
    role = models.CharField(_("place on the map"), max_length=20, choices=LayerRole, default=LayerRole.OVERLAY)
    kind = models.CharField(_("kind"), max_length=20, choices=LayerKind, default=LayerKind.WMS)
    is_active = models.BooleanField(
        _("in use"), default=True, help_text=_("A layer that is not in use disappears from every map.")
    )
    shown_first = models.BooleanField(
        _("shown when the map opens"),
        default=False,
        help_text=_("Otherwise residents choose it themselves. Of several background maps the first is shown."),
    )
    sort_order = models.PositiveSmallIntegerField(
        _("place in the list"), default=0, help_text=_("Layers with a smaller number come first, and lie uppermost.")
    )

    address = models.CharField(
        _("web address"),
        max_length=1000,
        blank=True,
        help_text=_(
            "The service must offer the coordinate system of web maps, EPSG:3857. WMS: the address before the “?”. "
            "WMTS: the same, or a template with {TileMatrix}, {TileRow} and {TileCol}. "
            "XYZ: a template with {z}, {x} and {y}."
        ),
    )
    remote_layers = models.CharField(
        _("name of the layer at the service"),
        max_length=300,
        blank=True,
        help_text=_("As in the service's list of capabilities. For WMS, several with commas between."),
    )
    style = models.CharField(
        _("style"), max_length=100, blank=True, help_text=_("Leave empty for the service's own choice.")
    )
    image_format = models.CharField(_("image format"), max_length=20, choices=ImageFormat, default=ImageFormat.PNG)
    version = models.CharField(_("version of WMS"), max_length=10, choices=WMSVersion, default=WMSVersion.V130)
    matrix_set = models.CharField(
        _("tile matrix set (WMTS)"),
        max_length=100,
        blank=True,
        help_text=_("The one in EPSG:3857, often GoogleMapsCompatible or WGS84_Pseudo-Mercator."),
    )
    matrix_prefix = models.CharField(
        _("beginning of the matrix names (WMTS)"),
        max_length=40,
        blank=True,
        help_text=_("What stands before the zoom level in their names, such as “EPSG:3857:”. Often nothing."),
    )

    geojson = models.JSONField(_("GeoJSON file"), null=True, blank=True)
    line_colour = models.CharField(_("colour of lines"), max_length=7, default="#00525c", validators=[colour])
    fill_colour = models.CharField(_("colour of areas"), max_length=7, default="#7fb4bd", validators=[colour])

    image = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("plan image"),
        help_text=_("North must be up. The image is stretched between the four sides below."),
    )
    west = models.FloatField(_("western side"), null=True, blank=True, help_text=_("Longitude in degrees (WGS 84)."))
    south = models.FloatField(_("southern side"), null=True, blank=True, help_text=_("Latitude in degrees (WGS 84)."))
    east = models.FloatField(_("eastern side"), null=True, blank=True, help_text=_("Longitude in degrees (WGS 84)."))
    north = models.FloatField(_("northern side"), null=True, blank=True, help_text=_("Latitude in degrees (WGS 84)."))

    opacity = models.PositiveSmallIntegerField(
        _("opacity"),
        default=100,
        validators=[MaxValueValidator(100)],
        help_text=_("Per cent at first: 0 cannot be seen, 100 hides what is below. Residents can change it."),
    )
    min_zoom = models.PositiveSmallIntegerField(
        _("smallest zoom level"), null=True, blank=True, validators=[MaxValueValidator(CLOSEST_ZOOM)]
    )
    max_zoom = models.PositiveSmallIntegerField(
        _("largest zoom level"), null=True, blank=True, validators=[MaxValueValidator(CLOSEST_ZOOM)]
    )
    attribution_url = models.URLField(
        _("link of the source"), blank=True, max_length=500, help_text=_("Where the source tells about its licence.")
    )
    legend_image = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture of the key"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("edited"), auto_now=True)

    objects = LayerManager()

    class Meta:
        verbose_name = _("map layer")
        verbose_name_plural = _("map layers")
        ordering = ["sort_order", "created_at"]

    def clean(self):
        super().clean()
        if faults := faults_of(self):
            raise ValidationError(faults)

    @property
    def source(self) -> str:
        """Scheme and host that a browser must be allowed to fetch pictures from; "" for our own files."""
        return source_of(self.address) if self.kind in REMOTE_KINDS else ""

    @property
    def data_url(self) -> str:
        """Address of the shapes of a GeoJSON layer; it changes when the layer is edited."""
        return f"{reverse('layers:geojson', args=[self.pk])}?v={self.updated_at:%Y%m%d%H%M%S%f}"


class LayerTranslation(Translation):
    master = ParentalTranslationsKey(
        Layer, related_name="translations", null=True, editable=False, on_delete=models.CASCADE
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    attribution = models.CharField(
        _("source"), max_length=200, blank=True, help_text=_("Shown in the corner of the map.")
    )
    legend = models.TextField(
        _("key to the layer"), max_length=1000, blank=True, help_text=_("What its colours and signs mean.")
    )
    legend_alt = models.CharField(
        _("what the picture of the key shows"),
        max_length=500,
        blank=True,
        help_text=_("Read aloud to those who do not see the image."),
    )

    class Meta:
        constraints = [one_row_a_language("layer_one_row_a_language")]


def layers_of(owners: list) -> list[Layer]:
    """The layers in use of many things that have `layers`, each once, in the order of the things; one query.

    Of things that live in a draft it gives the draft's layers, whose texts then cost a query each.
    """
    prefetch_related_objects(owners, Prefetch("layers", Layer.objects.public().for_maps()))
    found = {layer.pk: layer for owner in owners for layer in owner.layers.all() if layer.is_active}
    return list(found.values())


def layers_named(keys: Iterable[str]) -> list[Layer]:
    """The layers in use with these keys (UUIDs as text), in the order of the keys; other text is passed over.

    One query, and none where no key is given.
    """
    known = [key for key in map(_read_key, keys) if key]
    layers = Layer.objects.public().for_maps().in_bulk(known) if known else {}
    return [layers[key] for key in dict.fromkeys(known) if key in layers]


def _read_key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
