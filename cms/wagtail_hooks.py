"""Registers what the ground floor brings to the Wagtail admin."""

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
