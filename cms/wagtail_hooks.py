"""Registers what the ground floor brings to the Wagtail admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from cms.organisations.models import Area, ContactPerson, Label, Membership, Organisation
from cms.organisations.viewsets import OrganisationsGroup
from cms.policies import AdministratorPolicy, OrganisationPolicy

for model in (Organisation, Membership, Label, Area):
    register_permission_policy(model, AdministratorPolicy(model))
register_permission_policy(ContactPerson, OrganisationPolicy(ContactPerson))


@hooks.register("register_admin_viewset")
def organisations():
    return OrganisationsGroup()


@hooks.register("insert_global_admin_css")
def own_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin/branding.css"))


@hooks.register("construct_help_menu")
def leave_out_news_of_wagtail(request, menu_items):
    """They are for those who build the service, and their badge asks everyone to look."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(("whats-new", "editor-guide"))]
