"""Organisations, roles, contact persons, labels and areas in the Wagtail admin."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from cms.editing import AllLanguagesForm, all_languages_handler
from cms.organisations.models import Area, ContactPerson, Label, Membership, Organisation
from cms.ownership import OwnViews
from cms.permissions import Right, within_right
from cms.policies import RIGHT_FOR
from cms.translations import with_texts


class NamedIndexView(generic.IndexView):
    """Lists what the person may work with, with its texts at hand."""

    def get_base_queryset(self):
        own = self.permission_policy.instances_user_has_any_permission_for(self.request.user, list(RIGHT_FOR))
        return own.prefetch_related("translations") if hasattr(self.model, "translations") else own


class TranslatedViewSet(ModelViewSet):
    """A model with a word or two in each language."""

    index_view_class = NamedIndexView
    copy_view_enabled = False
    add_to_admin_menu = False
    panels = ()
    form_base = AllLanguagesForm

    def get_edit_handler(self):
        return all_languages_handler(self.model, *self.panels, base=self.form_base)


class OrganisationForm(AllLanguagesForm):
    """An organisation and its place in the tree."""

    parent = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Part of"),
        required=False,
        empty_label=_("Not part of another organisation"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = Organisation.objects.all()
        if not self.instance._state.adding:
            others = others.exclude(path__startswith=self.instance.path)
            self.initial["parent"] = self.instance.get_parent()
        self.fields["parent"].queryset = with_texts(others, "name")

    def save(self, commit=True):
        parent = self.cleaned_data["parent"]
        if self.instance._state.adding:
            instance = super().save(commit=False)
            return parent.add_child(instance=instance) if parent else Organisation.add_root(instance=instance)
        instance = super().save(commit)
        if parent != instance.get_parent():
            if parent:
                instance.move(parent, pos="last-child")
            else:
                instance.move(Organisation.get_first_root_node(), pos="last-sibling")
        return instance


class OrganisationViewSet(TranslatedViewSet):
    model = Organisation
    name = "organisations"
    icon = "group"
    menu_label = _("Organisations")
    panels = (FieldPanel("slug"), FieldPanel("parent"))
    form_base = OrganisationForm
    list_display = [
        "__str__",
        Column("parent", label=_("Part of"), accessor=lambda each: each.get_parent() or ""),
    ]


class MembershipViewSet(ModelViewSet):
    model = Membership
    name = "memberships"
    icon = "user"
    menu_label = _("Roles")
    copy_view_enabled = False
    add_to_admin_menu = False
    form_fields = ["user", "organisation", "role"]
    list_display = ["user", "organisation", "role"]
    list_filter = ["role"]


class ContactPersonForm(AllLanguagesForm):
    """A contact person of an organisation that the editor writes for."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = Organisation.objects.filter(within_right(self.for_user, Right.EDIT, prefix=""))
        self.fields["organisation"].queryset = with_texts(own, "name")

    def clean(self):
        cleaned = super().clean()
        if not (cleaned.get("phone") or cleaned.get("email")):
            raise ValidationError(gettext("Give a phone number or an e-mail address."))
        return cleaned


class ContactPersonViewSet(OwnViews, TranslatedViewSet):
    model = ContactPerson
    name = "contacts"
    icon = "mail"
    menu_label = _("Contact persons")
    panels = (FieldPanel("organisation"), FieldPanel("name"), FieldPanel("phone"), FieldPanel("email"))
    form_base = ContactPersonForm
    list_display = ["name", "organisation", "phone", "email"]


class LabelViewSet(TranslatedViewSet):
    model = Label
    name = "labels"
    icon = "tag"
    menu_label = _("Labels")
    panels = (FieldPanel("slug"),)


class AreaViewSet(TranslatedViewSet):
    model = Area
    name = "areas"
    icon = "globe"
    menu_label = _("Areas")
    panels = (FieldPanel("slug"), FieldPanel("kind"), FieldPanel("geometry"))
    list_display = ["__str__", "kind"]


class OrganisationsGroup(ModelViewSetGroup):
    menu_label = _("Organisation")
    menu_icon = "group"
    menu_order = 200
    items = (OrganisationViewSet, MembershipViewSet, ContactPersonViewSet, LabelViewSet, AreaViewSet)
