"""The form in which a planner keeps a map layer, its words in all languages."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.editing import AllLanguagesForm
from cms.layers.files import MOST_CHARACTERS, read_layer_file, size_in_words
from cms.organisations.models import Organisation
from cms.permissions import Right, within_right
from cms.translations import with_texts


class LayerFileField(forms.FileField):
    """An uploaded GeoJSON file; cleans to its checked FeatureCollection, or to the stored one without an upload."""

    widget = forms.FileInput

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not data:
            return initial
        # A letter may take several bytes, so the reader has the last word on the size.
        if file.size > 4 * MOST_CHARACTERS:
            raise ValidationError(gettext("The file is too large."), code="too_large")
        try:
            text = file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError(gettext("The file is not in UTF-8, as GeoJSON must be."), code="encoding") from None
        return read_layer_file(text)


class LayerForm(AllLanguagesForm):
    """A layer of one of the editor's organisations or, for service administrators, of the whole service."""

    optional_texts = ("attribution", "legend", "legend_alt")

    geojson = LayerFileField(
        label=_("GeoJSON file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".geojson,.json,application/geo+json,application/json"}),
        help_text=_(
            "Points, lines and areas in WGS 84 (EPSG:4326), ETRS-TM35FIN (EPSG:3067) or ETRS-GK25 (EPSG:3879), at "
            "most two megabytes. Of the file's properties only each shape's name (name, nimi, namn or title) is "
            "published."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = Organisation.objects.filter(within_right(self.for_user, Right.EDIT, prefix=""))
        organisation = self.fields["organisation"]
        organisation.queryset = with_texts(own, "name")
        organisation.required = not self.for_user.is_superuser
        if organisation.required:
            organisation.help_text = ""
        if stored := size_in_words(self.instance.geojson):
            self.fields["geojson"].help_text = f"{self.fields['geojson'].help_text} {stored}"

    def clean(self):
        cleaned = super().clean()
        in_words = f"legend_alt_{settings.LANGUAGE_CODE}"
        if cleaned.get("legend_image") and not cleaned.get(in_words):
            self.add_error(in_words, gettext("Say what the picture of the key shows."))
        return cleaned

    class Media:
        js = ["cms/admin/layers.js"]
