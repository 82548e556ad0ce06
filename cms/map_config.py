"""What the browser's maps need to know: tiles, bounds, addresses and every sentence they may say.

The sentences live here and not in JavaScript, so that they are translated with all the others. Names in
braces are filled in by the browser. A sentence that depends on a number is given in each plural form of the
active language.
"""

from collections.abc import Callable

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from cms import geo

#: A number that falls in each CLDR plural category in every language that has the category, for whole
#: numbers.
PLURAL_SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}


def map_config() -> dict:
    """The configuration of all maps on a page, ready for JSON, in the active language.

    `bounds` is Leaflet's [[south, west], [north, east]] and `centre` [lat, lon], unlike the (lon, lat)
    of the settings.
    """
    west, south, east, north = geo.service_area_bounds()
    lon, lat = getattr(settings, "MAP_CENTRE", (24.945, 60.185))
    return {
        "language": get_language() or settings.LANGUAGE_CODE,
        "tiles": {
            "url": getattr(settings, "MAP_TILE_URL", "https://tile.openstreetmap.org/{z}/{x}/{y}.png"),
            "attribution": getattr(settings, "MAP_ATTRIBUTION", "© OpenStreetMap"),
            "maxZoom": getattr(settings, "MAP_MAX_ZOOM", 19),
        },
        "bounds": [[south, west], [north, east]],
        "centre": [lat, lon],
        "zoom": getattr(settings, "MAP_ZOOM", 12),
        "placesUrl": _places_url(),
        "maxVertices": getattr(settings, "PLACE_MAX_VERTICES", 1_000),
        "footballPitch": geo.FOOTBALL_PITCH,
        "messages": map_messages(),
    }


def map_messages() -> dict[str, str | dict[str, str]]:
    """Every sentence that the map scripts show or speak, by key, in the active language."""
    texts = (_map_words, _layer_words, _drawing_words, _editing_words, _place_words, _size_words, _result_words)
    return {key: sentence for words in texts for key, sentence in words().items()}


def _places_url() -> str:
    """The address of the place search; empty hides the search box."""
    try:
        return reverse("map:places")
    except NoReverseMatch:
        return ""


def plural_forms(sentence: Callable[[int], str]) -> dict[str, str]:
    """A sentence in each plural category of the active language; `sentence` is asked for a number of each."""
    return {category: sentence(sample) for category, sample in PLURAL_SAMPLES.items()}


def _map_words() -> dict:
    return {
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "panNorth": _("Move the map north"),
        "panSouth": _("Move the map south"),
        "panWest": _("Move the map west"),
        "panEast": _("Move the map east"),
        "tilesFailed": _("The background map cannot be shown right now. The map still works without it."),
        "twoFingers": _("Move the map with two fingers"),
        "closePopup": _("Close"),
        "loading": _("Loading…"),
    }


def _layer_words() -> dict:
    return {
        "layers": _("Map layers"),
        "baseLayers": _("Background map"),
        "serviceBase": _("The usual map"),
        "overlays": _("On top of the map"),
        "overlayOpacity": _("How strongly it is shown: {name}"),
        "percent": _("{count} %"),
        "layerKey": pgettext("what the signs of a map mean", "Key: {name}"),
        "layerPlaces": plural_forms(
            lambda n: ngettext("{count} place on this layer", "{count} places on this layer", n)
        ),
        "layerShown": _("Shown on the map: {name}."),
        "layerHidden": _("No longer on the map: {name}."),
        "layerFailed": _("The layer “{name}” cannot be shown right now."),
        "layerCloser": _("Zoom in to see this layer."),
        "layerFarther": _("Zoom out to see this layer."),
    }


def _drawing_words() -> dict:
    return {
        "point": pgettext("shape on a map", "Point"),
        "line": pgettext("shape on a map", "Line"),
        "polygon": pgettext("shape on a map", "Area"),
        "promptChoose": _("Choose what to draw, or press the map where the place is."),
        "promptOne": _("Press the map where the place is, or press the button above."),
        "promptOneShape": _("Press the button above, and then mark the points on the map."),
        "promptReplace": _("Your place is marked. A new drawing replaces it."),
        "promptFull": _("All the places you can mark are marked. Delete one to mark another."),
        "promptPoint": _("Move the map so that the cross is on the place. Then add the point."),
        "promptLine": _("Move the cross along the line and add a point at each bend."),
        "promptPolygon": _("Move the cross round the area and add a point at each corner."),
        "promptEdit": _("Choose a point, move the map so that the cross is where it should be, and move the point."),
        "promptEditPoint": _("Move the map so that the cross is where the point should be. Then move the point."),
        "startedPoint": _("Marking a point. Arrow keys move the map, Enter adds the point."),
        "startedLine": _("Drawing a line. Arrow keys move the map, Enter adds a point."),
        "startedPolygon": _("Drawing an area. Arrow keys move the map, Enter adds a point."),
        "startedPointByHand": _(
            "Marking a point. Press the map where it should be, or move the map under the cross and press the button."
        ),
        "startedLineByHand": _(
            "Drawing a line. Press the map at each bend, or move the map under the cross and press the button."
        ),
        "startedPolygonByHand": _(
            "Drawing an area. Press the map at each corner, or move the map under the cross and press the button."
        ),
        "added": _("Point {number} added."),
        "addedFurther": _("Point {number} added. {distance} from the previous one."),
        "addedCanFinish": _("Point {number} added. {distance} from the previous one. You can finish now."),
        "undone": _("Point {number} removed."),
        "nothingToUndo": _("There is nothing to undo."),
        "alreadyHere": _("There is already a point here. Move the map first, or finish."),
        "needsMore": plural_forms(
            lambda n: ngettext("Add {count} more point first.", "Add {count} more points first.", n)
        ),
        "full": _("No more points can be added. Please finish."),
        "outside": _("This place is outside the area of this service. Move the map back."),
        "zoomCloser": _("Zoom in closer to mark the place exactly."),
        "crossing": _("The edge of the area crosses itself. Undo or move points until it does not."),
        "finished": _("{shape} finished."),
        "finishedSize": _("{shape} finished: {size}."),
        "stopped": _("Drawing stopped. Nothing was marked."),
        "unfinished": _("Your drawing is not finished. Finish or cancel it first."),
        "restore": _("Bring it back"),
        "restored": _("The drawing was brought back."),
        "notShown": _("The place that was sent cannot be shown on the map. Please mark it again."),
        "elsewhere": _("The area is in another coordinate system. It will be shown on the map when you have saved."),
        "fileRead": _("The file was read."),
        "fileFailed": _("The file could not be read. It should be GeoJSON."),
    }


def _editing_words() -> dict:
    return {
        "addHere": _("Add point here"),
        "moveHere": _("Move point here"),
        "addAfter": _("Add a point after"),
        "removePoint": _("Remove this point"),
        "previousPoint": _("Previous point"),
        "nextPoint": _("Next point"),
        "undo": _("Undo"),
        "finish": _("Finish"),
        "cancel": _("Cancel"),
        "edit": _("Edit"),
        "delete": _("Delete"),
        "editShape": _("Edit: {shape}"),
        "deleteShape": _("Delete: {shape}"),
        "deleted": _("{shape} deleted."),
        "editing": _("Editing. Point {number} of {total} is under the cross."),
        "chosen": _("Point {number} of {total}."),
        "moved": _("Point {number} moved {distance}."),
        "removed": _("Point removed. {total} left."),
        "tooFewToRemove": _("The drawing needs all its points. Delete the whole drawing instead."),
        "cancelledEdit": _("Changes cancelled."),
    }


def _place_words() -> dict:
    return {
        "searching": _("Searching…"),
        "found": plural_forms(lambda n: ngettext("{count} place found.", "{count} places found.", n)),
        "nothingFound": _("No place was found. Try another name, or move the map."),
        "searchFailed": _("The search does not work right now. Please move the map instead."),
        "coordinates": _("Coordinates {coordinates}"),
        "movedTo": _("The cross is now at {place}."),
        "outsidePlace": _("That place is outside the area of this service."),
        "where": _("Cross: {distance} to the {direction} from {origin}."),
        "originPrevious": _("the previous point"),
        "directions": {
            "n": pgettext("direction", "north"),
            "ne": pgettext("direction", "north-east"),
            "e": pgettext("direction", "east"),
            "se": pgettext("direction", "south-east"),
            "s": pgettext("direction", "south"),
            "sw": pgettext("direction", "south-west"),
            "w": pgettext("direction", "west"),
            "nw": pgettext("direction", "north-west"),
        },
    }


def _size_words() -> dict:
    return {
        "metres": plural_forms(lambda n: ngettext("{count} metre", "{count} metres", n)),
        "kilometres": _("{count} km"),
        "aboutMetres": _("about {size} m"),
        "aboutKilometres": _("about {size} km"),
        "aboutSquareMetres": _("about {size} m²"),
        "aboutSquareKilometres": _("about {size} km²"),
        "aboutPitches": plural_forms(
            lambda n: ngettext("about {count} football pitch", "about {count} football pitches", n)
        ),
    }


def _result_words() -> dict:
    return {
        "clusterComments": plural_forms(
            lambda n: ngettext("{count} comment here. Zoom in.", "{count} comments here. Zoom in.", n)
        ),
        "clusterHearings": plural_forms(
            lambda n: ngettext("{count} hearing here. Zoom in.", "{count} hearings here. Zoom in.", n)
        ),
        "clusterPlaces": plural_forms(
            lambda n: ngettext("{count} place here. Zoom in.", "{count} places here. Zoom in.", n)
        ),
        "commentPlace": _("Comment: {excerpt}"),
        "placeMarked": pgettext("a place that someone marked", "Place: {excerpt}"),
        "noText": _("A comment without words"),
        "readComment": _("Read the comment"),
        "readHearing": _("Open the hearing"),
        "readPlace": _("See the whole answer"),
        "inViewComments": plural_forms(
            lambda n: ngettext(
                "{count} comment on this part of the map.", "{count} comments on this part of the map.", n
            )
        ),
        "inViewHearings": plural_forms(
            lambda n: ngettext(
                "{count} hearing on this part of the map.", "{count} hearings on this part of the map.", n
            )
        ),
        "inViewPlaces": plural_forms(
            lambda n: ngettext("{count} place on this part of the map.", "{count} places on this part of the map.", n)
        ),
        "heatMiddle": plural_forms(
            lambda n: ngettext(
                "In the middle of the map: {count} person marked something here.",
                "In the middle of the map: {count} people marked something here.",
                n,
            )
        ),
        "heatNothing": _("In the middle of the map: nothing to show here."),
        "heatEmpty": _("Nothing to show on this part of the map."),
        "heatPeople": plural_forms(lambda n: ngettext("{count} person", "{count} people", n)),
        "resultsFailed": _("The places could not be fetched. Move the map to try again."),
        "open": pgettext("status of a hearing", "Open"),
        "upcoming": pgettext("status of a hearing", "Upcoming"),
        "closed": pgettext("status of a hearing", "Ended"),
    }
