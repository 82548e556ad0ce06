"""Editing texts one language at a time in the Wagtail admin.

A form made by `translation_form` reads and writes the rows of one language in the draft, and leaves the
others alone. All languages in one form do not scale: a survey of 20 questions made 1,800 fields and 3 MB.
"""

import functools
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.gis.db.models import GeometryField
from django.db import models
from django.utils.formats import get_format, localize_input
from django.utils.text import capfirst, format_lazy
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.datetimepicker import to_datetimepicker_format
from wagtail.admin.forms.models import (
    WagtailAdminModelForm,
    formfield_for_dbfield,
    register_form_field_override,
)
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.panels.base import get_form_for_model
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from cms.comparing import compare_translations, only_changes
from cms.forms.geometry import AreaField
from cms.translations import (
    TranslatedModel,
    completeness,
    fallback_chain,
    is_blank,
    language_codes,
    plain_text,
)

#: Names of the form's hidden field that says which language its texts are in, and of the query's.
LANGUAGE_FIELD = "editing-language"
NEXT_LANGUAGE_FIELD = "next-language"

register_form_field_override(GeometryField, override={"form_class": AreaField})


class InOwnFormat:
    """Wagtail's calendars, in the format of the planner's language: 31.12.2035 23.59 in Finnish.

    By default they put the present moment in place of whatever is typed in another format, without a word.
    """

    formats = ""

    def own_format(self) -> str:
        return get_format(self.formats)[0].removesuffix(":%S").removesuffix(".%S")

    def get_config(self):
        return super().get_config() | {
            "format": to_datetimepicker_format(self.own_format()),
            "validateOnBlur": False,
        }

    def format_value(self, value):
        return localize_input(value, self.own_format())

    @property
    def media(self):
        return super().media + forms.Media(js=["cms/admin/calendars.js"])


class DayInput(InOwnFormat, AdminDateInput):
    formats = "DATE_INPUT_FORMATS"


class MomentInput(InOwnFormat, AdminDateTimeInput):
    formats = "DATETIME_INPUT_FORMATS"


register_form_field_override(models.DateField, override={"widget": DayInput})
register_form_field_override(models.DateTimeField, override={"widget": MomentInput})


def chosen_language(request) -> str:
    """The language that an editor works in: as the form says, else the address, else the service's first."""
    for value in (request.POST.get(LANGUAGE_FIELD), request.GET.get("language")):
        if value in language_codes():
            return value
    return settings.LANGUAGE_CODE


class TranslationForm(WagtailAdminModelForm):
    """Edits the texts of `language` and the fields that all languages share."""

    language: str

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        empty = self.instance.translation_model()()
        row = self.instance.translation_rows().get(self.language, empty)
        for name in self._text_names():
            self.initial[name] = getattr(row, name)

    def _text_names(self) -> list[str]:
        return [name for name in self.instance.translated_names() if name in self.fields]

    def _post_clean(self):
        super()._post_clean()
        texts = {name: self.cleaned_data[name] for name in self._text_names() if name in self.cleaned_data}
        known = self.language in self.instance.translation_rows()
        if not known and all(is_blank(value) for value in texts.values()):
            return
        row = self.instance.set_translation(self.language, **texts)
        for name in set(texts) & set(self.changed_data):
            source = source_of(self.instance, name, self.language)
            row.translated_from[name] = source and {"language": source["language"], "text": source["text"]}


@functools.cache
def translation_form(model: type[TranslatedModel], language: str, base: type = TranslationForm) -> type:
    """A form class for the texts of `model` in `language`. No text is required: publishing asks for them."""
    texts = {
        name: formfield_for_dbfield(model.translation_model()._meta.get_field(name), required=False)
        for name in model.translated_names()
    }
    return type(f"{model.__name__}TranslationForm", (base,), {"language": language, **texts})


def source_of(instance: TranslatedModel, name: str, language: str) -> dict[str, Any] | None:
    """What a translator works from: the first fallback that has the text; None where there is none."""
    rows = instance.translation_rows()
    for code in fallback_chain(language)[1:]:
        if code in rows and not is_blank(value := getattr(rows[code], name)):
            return {"language": code, "text": plain_text(value), "value": value}
    return None


def source_change(instance: TranslatedModel, name: str, language: str) -> str:
    """The source text that the translation was made from, where the source has changed since; else ""."""
    row = instance.translation_rows().get(language)
    before = row and row.translated_from.get(name)
    source = source_of(instance, name, language)
    if not before or not source or before["language"] != source["language"]:
        return ""
    return before["text"] if before["text"] != source["text"] else ""


class TranslatedFieldPanel(FieldPanel):
    """A field of one language, with the source text beside it while translating."""

    def __init__(self, field_name, *, language=settings.LANGUAGE_CODE, **kwargs):
        super().__init__(field_name, **kwargs)
        self.language = language

    def clone_kwargs(self):
        return super().clone_kwargs() | {"language": self.language}

    @functools.cached_property
    def db_field(self):
        return self.model.translation_model()._meta.get_field(self.field_name)

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "cms/admin/translated_field_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            language, name = self.panel.language, self.field_name
            context["language"] = language
            context["source"] = source_of(self.instance, name, language) if language != settings.LANGUAGE_CODE else None
            context["source_before"] = source_change(self.instance, name, language)
            return context

        def get_comparison(self):
            comparator = self.panel.get_comparison_class()
            return [
                functools.partial(compare_translations, comparator, self.panel.db_field, code)
                for code in language_codes()
            ]


class TranslatedChildFormSet(BaseChildFormSet):
    """Children of a draft, of which some may live only in it."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        # Django's own field looks for the key in the database, and would refuse such a child when it is saved again.
        known = form.fields[self.model._meta.pk.name]
        form.fields[self.model._meta.pk.name] = forms.UUIDField(
            initial=known.initial, required=False, widget=forms.HiddenInput
        )


class TranslatedInlinePanel(InlinePanel):
    """Children whose texts are edited in one language."""

    def __init__(
        self,
        *args,
        language=settings.LANGUAGE_CODE,
        formset=TranslatedChildFormSet,
        form=TranslationForm,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.language = language
        self.formset = formset
        self.form = form

    def clone_kwargs(self):
        return super().clone_kwargs() | {"language": self.language, "formset": self.formset, "form": self.form}

    def get_form_options(self):
        options = super().get_form_options()
        mine = options["formsets"][self.relation_name]
        child = self.db_field.related_model
        mine["form"] = get_form_for_model(
            child,
            form_class=translation_form(child, self.language, self.form),
            defer_required_on_fields=self.child_edit_handler.get_form_options().get("defer_required_on_fields", []),
        )
        mine["formset"] = self.formset
        mine["inherit_kwargs"] = ["for_user"]
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        def get_comparison(self):
            return only_changes(super().get_comparison())


class LanguageTabs(Panel):
    """Tabs that say which language is edited and how complete each one is."""

    def __init__(self, *, language=settings.LANGUAGE_CODE, **kwargs):
        super().__init__(**kwargs)
        self.language = language

    def clone_kwargs(self):
        return super().clone_kwargs() | {"language": self.language}

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/language_tabs.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["language_field"] = LANGUAGE_FIELD
            context["next_language_field"] = NEXT_LANGUAGE_FIELD
            context["language"] = self.panel.language
            context["tabs"] = [self.tab(code) for code in language_codes()]
            return context

        def tab(self, code: str) -> dict:
            done, total = completeness(self.instance, code)
            return {
                "code": code,
                "name": get_language_info(code)["name_translated"],
                "current": code == self.panel.language,
                "required": code in settings.KUULE_REQUIRED_LANGUAGES,
                "done": done,
                "total": total,
                "percent": round(100 * done / total) if total else 0,
            }

        @property
        def media(self):
            return forms.Media(css={"all": ["cms/admin/editing.css"]}, js=["cms/admin/language-tabs.js"])


class EditsOneLanguage:
    """For Wagtail's create, edit and preview views: the form edits the language that was chosen.

    The viewset's `language_edit_handler(language)` gives the panels.
    """

    language_edit_handler = None

    @functools.cached_property
    def language(self) -> str:
        return chosen_language(self.request)

    def get_panel(self):
        return self.language_edit_handler(self.language)

    def get_form_class(self):
        return self.language_edit_handler(self.language).get_form_class()

    def get_edit_url(self):
        return f"{super().get_edit_url()}?language={self.next_language}"

    @property
    def next_language(self) -> str:
        wanted = self.request.POST.get(NEXT_LANGUAGE_FIELD)
        return wanted if wanted in language_codes() else self.language


class AllLanguagesForm(WagtailAdminModelForm):
    """For things with a word or two in each language: one field a language, all on one page."""

    #: Names of texts that may be missing in the service's first language too.
    optional_texts: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, code, field_name in each_text(type(self.instance)):
            self.initial[field_name] = self.instance.text_in(name, code)

    def _post_clean(self):
        super()._post_clean()
        known = self.instance.translation_rows()
        for name, code, field_name in each_text(type(self.instance)):
            text = self.cleaned_data.get(field_name, "")
            if text or code in known:
                self.instance.set_translation(code, **{name: text})


def each_text(model: type[TranslatedModel]):
    """(field, language code, name of the form's field) of every text of a model, language by language."""
    for code in language_codes():
        for name in model.translated_names():
            yield name, code, f"{name}_{code.replace('-', '_')}"


def all_languages_form(model: type[TranslatedModel], base: type = AllLanguagesForm) -> type:
    """A form class for `model`; the texts that it needs are required in the service's first language."""
    fields = {}
    for name, code, field_name in each_text(model):
        db_field = model.translation_model()._meta.get_field(name)
        label = format_lazy("{} ({})", capfirst(db_field.verbose_name), get_language_info(code)["name_local"])
        required = code == settings.LANGUAGE_CODE and name not in base.optional_texts
        fields[field_name] = formfield_for_dbfield(db_field, required=required, label=label)
    return type(f"{model.__name__}AllLanguagesForm", (base,), fields)


def all_languages_handler(model: type[TranslatedModel], *panels, base: type = AllLanguagesForm):
    """The panels of a form made by `all_languages_form`: `panels`, and the texts of each language."""
    texts = [FieldPanel(field_name) for _name, _code, field_name in each_text(model)]
    children = [*panels, MultiFieldPanel(texts, heading=_("Texts"))]
    return ObjectList(children, base_form_class=all_languages_form(model, base)).bind_to_model(model)
