"""The shapes of the demo content: plain data that a loader turns into hearings, sections and comments.

Nothing here imports Django, so writers and translators can read, check and test the texts alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from cms.site_content.types import Text, folded, tr

__all__ = [
    "CommentSpec",
    "ContactSpec",
    "DistrictSpec",
    "HearingSpec",
    "LabelSpec",
    "LayerSpec",
    "NeighbourhoodSpec",
    "OrganisationSpec",
    "Paragraph",
    "Picture",
    "SectionSpec",
    "Text",
    "line",
    "point",
    "polygon",
    "tr",
]

LonLat = tuple[float, float]
"""Longitude, latitude in degrees, EPSG:4326."""

Geometry = dict[str, Any]
"""A GeoJSON geometry object (no `crs` member), coordinates as longitude, latitude in EPSG:4326."""


def point(lon: float, lat: float) -> Geometry:
    """Return a GeoJSON point."""
    return {"type": "Point", "coordinates": [lon, lat]}


def line(*coordinates: LonLat) -> Geometry:
    """Return a GeoJSON line through the given places."""
    return {"type": "LineString", "coordinates": [list(pair) for pair in coordinates]}


def polygon(*coordinates: LonLat) -> Geometry:
    """Return a GeoJSON polygon without holes; the ring is closed here, not by the caller."""
    ring = [list(pair) for pair in (*coordinates, coordinates[0])]
    return {"type": "Polygon", "coordinates": [ring]}


@dataclass(frozen=True, slots=True)
class OrganisationSpec:
    """A branch of the organisation tree; parents are listed before their children."""

    slug: str
    name: Text
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class LabelSpec:
    """A term that classifies hearings and comments."""

    slug: str
    name: Text


@dataclass(frozen=True, slots=True)
class ContactSpec:
    """A made-up contact person: a first name only, a number and an address that reach nobody."""

    key: str
    organisation: str
    name: str
    phone: str
    email: str
    title: Text


@dataclass(frozen=True, slots=True)
class DistrictSpec:
    """A major district, drawn by hand to about 300 metres; not an official boundary."""

    slug: str
    name: Text
    geometry: Geometry


@dataclass(frozen=True, slots=True)
class NeighbourhoodSpec:
    """A well-known neighbourhood as a circle: good enough to find and to frame it on a map."""

    slug: str
    name: Text
    centre: LonLat
    radius_metres: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rich text; the HTML uses only p, h3, ul, ol, li, b and i."""

    html: Text

    def block(self, language: str) -> dict[str, str] | None:
        """Return this block in one language, or None where it is not translated."""
        if language not in self.html:
            return None
        return {"type": "paragraph", "html": self.html[language]}


@dataclass(frozen=True, slots=True)
class Picture:
    """An illustration with its alt text and caption; `image` is the stem of a file in illustrations/."""

    image: str
    alt: Text
    caption: Text

    def block(self, language: str) -> dict[str, str] | None:
        """Return this block in one language, or None where the alt text is not translated."""
        if language not in self.alt:
            return None
        caption = self.caption.get(language, "")
        return {"type": "image", "image": self.image, "alt": self.alt[language], "caption": caption}


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """A map layer: named shapes, or an illustration laid between (west, south, east, north) in degrees."""

    organisation: str
    kind: Literal["geojson", "image"]
    name: Text
    attribution: Text
    legend: Text
    features: tuple[tuple[str, Geometry], ...] = ()
    image: str = ""
    bounds: tuple[float, float, float, float] | None = None
    opacity: int = 100


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section of a hearing; sections stand in the order in which the hearing lists them."""

    key: str
    kind: Literal["main", "part", "scenario", "closure"]
    title: Text
    abstract: Text
    body: tuple[Paragraph | Picture, ...] = ()
    commenting: Literal["nobody", "everyone", "signed_in"] = "everyone"
    map_tools: Literal["none", "point", "all"] = "all"
    layers: tuple[LayerSpec, ...] = ()

    def blocks(self, language: str) -> list[dict[str, str]]:
        """Return the body in one language, leaving out what has no text in it."""
        return [block for part in self.body if (block := part.block(language))]


@dataclass(frozen=True, slots=True)
class CommentSpec:
    """A demo resident's comment.

    `days` and `time` say when it was left: whole days before now (negative), and HH:MM in Europe/Helsinki.
    `reply_to` names the `key` of an earlier comment of the same hearing; None begins a thread.
    """

    text: str
    days: int
    time: str
    section: str = "main"
    language: str = "fi"
    author: str = ""
    place: Geometry | None = None
    place_text: str = ""
    label: str | None = None
    key: str = ""
    reply_to: str | None = None
    state: Literal["visible", "hidden", "withdrawn"] = "visible"
    hidden_reason: str = ""

    @property
    def body(self) -> str:
        """The text as the resident wrote it, without the line wrapping of this source file."""
        return folded(self.text)


@dataclass(frozen=True, slots=True)
class HearingSpec:
    """A hearing with its sections and comments; moments are whole days from now (negative is past)."""

    slug: str
    organisation: str
    title: Text
    abstract: Text
    labels: tuple[str, ...]
    contacts: tuple[str, ...]
    area: Geometry | None
    open_days: int
    close_days: int
    main_image: str
    main_image_alt: Text
    sections: tuple[SectionSpec, ...]
    results_expected_days: int | None = None
    comments: tuple[CommentSpec, ...] = field(default=())
