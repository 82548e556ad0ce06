"""Form fields that hearings and map surveys share."""

from cms.forms.geometry import AreaField, PlaceField

__all__ = ["AreaField", "PlaceField"]
