"""Registers what the ground floor brings to the Wagtail admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from cms.consultation_admin import PublishItem, UnpublishItem
from cms.consultations import Consultation
from cms.layers.models import Layer
from cms.layers.policies import LayerPolicy
from cms.layers.viewsets import LayerViewSet
from cms.organisations.models import Area, ContactPerson, Label, Membership, Organisation
from cms.organisations.viewsets import OrganisationsGroup
from cms.policies import AdministratorPolicy, OrganisationPolicy

for model in (Organisation, Membership, Label, Area):
    register_permission_policy(model, AdministratorPolicy(model))
register_permission_policy(ContactPerson, OrganisationPolicy(ContactPerson))
register_permission_policy(Layer, LayerPolicy(Layer))


@hooks.register("register_admin_viewset")
def organisations():
    return OrganisationsGroup()


@hooks.register("register_admin_viewset")
def map_layers():
    return LayerViewSet()


@hooks.register("construct_snippet_action_menu")
def offer_publishing_by_role(menu_items, request, context):
    if issubclass(context["model"], Consultation):
        menu_items[:] = [item for item in menu_items if item.name not in ("action-publish", "action-unpublish")]
        offered = [UnpublishItem(order=20), PublishItem(order=30)]
        menu_items.extend(item for item in offered if item.is_shown(context))


@hooks.register("insert_global_admin_css")
def own_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin/branding.css"))


@hooks.register("construct_help_menu")
def leave_out_news_of_wagtail(request, menu_items):
    """They are for those who build the service, and their badge asks everyone to look."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(("whats-new", "editor-guide"))]
