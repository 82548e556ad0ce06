"""Map layers in the Wagtail admin: each planner keeps those of their organisations."""

from django import forms
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button

from cms.layers.choices import LayerKind
from cms.layers.forms import LayerForm
from cms.layers.models import Layer
from cms.organisations.viewsets import NamedIndexView, TranslatedViewSet
from cms.ownership import OwnViews


def see_button(layer: Layer, **options) -> Button:
    url = reverse("layers_admin:see", args=[layer.pk])
    return Button(_("See it on a map"), url=url, icon_name="view", **options)


class LayerIndexView(NamedIndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("organisation__translations")

    def get_list_more_buttons(self, instance):
        return [*super().get_list_more_buttons(instance), see_button(instance, priority=5)]


class LayerEditView(generic.EditView):
    @cached_property
    def header_more_buttons(self):
        return [*super().header_more_buttons, see_button(self.object, priority=5)]


class SeeLayerView(PermissionCheckedMixin, View):
    """Shows one layer on a map, as it is stored, whether in use or not."""

    model = Layer
    any_permission_required = ["change", "view"]

    def get(self, request, pk):
        layer = Layer.objects.for_maps().get(pk=self.own.pk)
        layer.shown_first = True
        context = {"layer": layer, "layers": [layer], "back": reverse("layers_admin:edit", args=[pk])}
        return TemplateResponse(request, "cms/layers/see.html", context)


def colour_panel(name: str) -> FieldPanel:
    return FieldPanel(name, widget=forms.TextInput(attrs={"type": "color"}))


def panel_of_kinds(fields: list, kinds: list[str], heading: str) -> MultiFieldPanel:
    """Fields (names or panels) that only some kinds of layer have; layers.js hides them for the others."""
    panels = [FieldPanel(field) if isinstance(field, str) else field for field in fields]
    return MultiFieldPanel(panels, heading=heading, attrs={"data-layer-kinds": " ".join(kinds)})


class LayerViewSet(OwnViews, TranslatedViewSet):
    model = Layer
    name = "layers_admin"
    url_prefix = "layers"
    icon = "globe"
    menu_label = _("Map layers")
    menu_order = 210
    add_to_admin_menu = True
    index_view_class = LayerIndexView
    edit_view_class = LayerEditView
    form_base = LayerForm
    list_display = [
        "__str__",
        Column("organisation", label=_("Organisation"), accessor=lambda layer: layer.organisation or _("All")),
        Column("role", label=_("Place on the map"), accessor="get_role_display"),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        BooleanColumn("is_active", label=_("In use")),
    ]
    panels = (
        FieldPanel("organisation"),
        FieldPanel("kind"),
        FieldPanel("role"),
        panel_of_kinds(["address"], [LayerKind.WMS, LayerKind.WMTS, LayerKind.XYZ], _("Web address")),
        panel_of_kinds(
            ["remote_layers", "style", "image_format"], [LayerKind.WMS, LayerKind.WMTS], _("Layer at the service")
        ),
        panel_of_kinds(["version"], [LayerKind.WMS], _("WMS")),
        panel_of_kinds(["matrix_set", "matrix_prefix"], [LayerKind.WMTS], _("WMTS")),
        panel_of_kinds(
            ["geojson", colour_panel("line_colour"), colour_panel("fill_colour")],
            [LayerKind.GEOJSON],
            _("GeoJSON file"),
        ),
        panel_of_kinds(["image", "west", "south", "east", "north"], [LayerKind.IMAGE], _("Plan image")),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in ("is_active", "shown_first", "sort_order", "opacity", "min_zoom", "max_zoom")
            ],
            heading=_("How it is shown"),
        ),
        FieldPanel("attribution_url"),
        FieldPanel("legend_image"),
    )

    def get_urlpatterns(self):
        see = self.construct_view(SeeLayerView)
        return [*super().get_urlpatterns(), path("see/<uuid:pk>/", see, name="see")]
