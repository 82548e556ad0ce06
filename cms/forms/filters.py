"""Form fields of the filters of lists and maps."""

from django import forms
from django.contrib.gis.geos import Polygon
from django.utils.translation import gettext_lazy as _

from cms.translations import with_texts


class NamedChoiceField(forms.ModelChoiceField):
    """Chooses among things that have a translated name, in the order of those names."""

    def __init__(self, queryset, **kwargs):
        super().__init__(with_texts(queryset, "name"), required=False, to_field_name="slug", **kwargs)

    def label_from_instance(self, thing):
        return str(thing.translated("name"))

    def sort_by_name(self):
        """Read the choices once and put them in the order of the reader's alphabet."""
        choices = [(thing.slug, self.label_from_instance(thing)) for thing in self.queryset]
        self.choices = [("", self.empty_label), *sorted(choices, key=lambda choice: choice[1].casefold())]


class BoundsField(forms.CharField):
    """`west,south,east,north` in degrees (EPSG:4326); cleans to a Polygon, or None."""

    default_error_messages = {"bounds": _("Give the box as four numbers: west, south, east, north.")}

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return None
        try:
            west, south, east, north = (float(part) for part in value.split(","))
        except ValueError:
            raise forms.ValidationError(self.error_messages["bounds"], "bounds") from None
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise forms.ValidationError(self.error_messages["bounds"], "bounds")
        box = Polygon.from_bbox((west, south, east, north))
        box.srid = 4326
        return box
