"""What the maps of questions say in the browser, besides the words of all maps (cms.map_config)."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cms.map_config import plural_forms


def marking_config() -> dict:
    """What the maps in questions need besides cms.map_config.map_config(), ready for JSON, in the active language.

    `aroundUrl` tells which part of the city a place is in; "" where no such service is installed.
    """
    return {"aroundUrl": _around_url(), "messages": _mark_words() | _given_words() | {"onImage": _image_words()}}


def _around_url() -> str:
    try:
        return reverse("map:around")
    except NoReverseMatch:
        return ""


def _mark_words() -> dict:
    return {
        "markName": pgettext("shape on a map with its number", "{shape} {number}"),
        "markNameNear": pgettext("shape with its number and what is near", "{shape} {number} ({place})"),
        "markNameWords": _("{shape} {number}, in words"),
        "marked": pgettext("places on a map", "{count} of at most {limit} marked."),
        "promptNext": _("Press the map where the next place is, or press the button above."),
        "promptNextShape": _("Press the button above to draw the next one."),
        "promptMost": _("You have marked as many places as you can. Delete one to mark another."),
        "finishedOpen": _("Now answer the questions about it."),
        "answers": pgettext("to questions about a marked place", "Answers"),
        "answersShape": _("Answers: {shape}"),
        "movePoint": pgettext("a point on the map", "Move"),
        "movePointShape": _("Move on the map: {shape}"),
        "reshape": pgettext("a line or an area on the map", "Reshape"),
        "reshapeShape": _("Reshape on the map: {shape}"),
        "placeOnMap": _("Mark on the map"),
        "placeOnMapShape": _("Mark on the map: {shape}"),
        "restoreShape": _("Bring it back: {shape}"),
        "broughtBack": _("{shape} was brought back."),
        "inWordsAdded": _("Describe the place in words."),
        "outsideMask": _("This place is outside the area that the question is about. Mark a place in the light area."),
        "leavesMask": _("The drawing goes outside the area that the question is about. Undo or move its points."),
        "showMask": _("Show the area"),
        "noAnswersYet": _("Nothing has been told of it yet."),
    }


def _given_words() -> dict:
    return {
        "chosenPlace": pgettext("a place on the list", "Chosen: {name}."),
        "unchosenPlace": pgettext("a place on the list", "No longer chosen: {name}."),
        "chosenCount": pgettext("places on the list", "{count} of at most {limit} chosen."),
        "chosenMost": _("You have chosen as many places as you can. Take one away to choose another."),
        "listed": plural_forms(lambda n: ngettext("{count} place on the list.", "{count} places on the list.", n)),
        "listedNone": _("No place on the list has this name."),
    }


def _image_words() -> dict:
    """Sentences that speak of an image where the others speak of a map; the keys are theirs."""
    return {
        "promptOne": _("Press the image where the spot is, or press the button above."),
        "promptNext": _("Press the image where the next spot is, or press the button above."),
        "promptPoint": _("Move the image so that the cross is on the spot. Then add it."),
        "promptEditPoint": _("Move the image so that the cross is where the spot should be. Then move the spot."),
        "startedPoint": _("Marking a spot. Arrow keys move the image, Enter adds the spot."),
        "startedPointByHand": _(
            "Marking a spot. Press the image where it is, or move the image under the cross and press the button."
        ),
        "addHere": _("Add the spot here"),
        "moveHere": _("Move the spot here"),
        "editing": _("Editing. The spot is under the cross."),
        "outside": _("This is outside the image. Move the image back."),
        # xgettext:no-python-format  # noqa: ERA001 - gettext takes "% f" for a placeholder
        "where": _("Cross: {right} % from the left edge, {down} % from the top edge."),
        "movePointShape": _("Move on the image: {shape}"),
        "placeOnMap": _("Mark on the image"),
        "placeOnMapShape": _("Mark on the image: {shape}"),
        "twoFingers": _("Move the image with two fingers"),
        "panNorth": _("Move the image up"),
        "panSouth": _("Move the image down"),
        "panWest": _("Move the image left"),
        "panEast": _("Move the image right"),
    }
