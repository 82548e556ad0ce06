"""Every sentence that the scripts of the answering pages show or speak. Names in braces are filled in there."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.map_config import PLURAL_SAMPLES


def answering_words() -> dict[str, str | dict[str, str]]:
    """The sentences by key, in the active language; those that depend on a number in each of its plural forms."""
    return _sending_words() | _question_words() | _ranking_words() | _kiosk_words()


def _sending_words() -> dict:
    return {
        "sending": _("Sending your answers…"),
        "offline": _(
            "No connection. Your answers are kept in this browser and will be sent when the connection is back."
        ),
        "offlineUnkept": _(
            "No connection. Leave this page open: your answers will be sent when the connection is back."
        ),
        "back": _("The connection is back. Sending your answers…"),
        "noAnswer": _("The service did not answer. Your answers are still here. Please try again in a moment."),
        "restored": _("We brought back what you had written on this page."),
    }


def _question_words() -> dict:
    return {
        "questionShown": _("A question was added: {question}"),
        "questionHidden": _("A question was left out: {question}"),
        "left": _("Left to share: {amount}"),
        "allShared": _("Everything is shared."),
        "over": _("Too much by {amount}"),
        "notChosen": _("Not chosen yet"),
        "fileGone": _("The file was taken away."),
    }


def _ranking_words() -> dict:
    return {
        "yourOrder": _("Your order"),
        "options": _("Options to choose from"),
        "rankAdd": _("Add to the order: {option}"),
        "rankUp": _("Move up: {option}"),
        "rankDown": _("Move down: {option}"),
        "rankRemove": _("Take out of the order: {option}"),
        "ranked": _("{option} is now number {place} of {total}."),
        "unranked": _("{option} is no longer in the order."),
        "nothingRanked": _("Nothing yet. Add the most important option first."),
        "allRanked": _("All places are given."),
    }


def _kiosk_words() -> dict:
    def sentence(count: int) -> str:
        return ngettext(
            "Are you still there? In {count} second the answers are cleared for the next person. "
            "Press any key or touch the screen to go on.",
            "Are you still there? In {count} seconds the answers are cleared for the next person. "
            "Press any key or touch the screen to go on.",
            count,
        )

    return {"stillThere": {category: sentence(sample) for category, sample in PLURAL_SAMPLES.items()}}
