"""Choices of surveys' fields."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Access(TextChoices):
    """Who may answer. What keeps a person from answering twice is told to residents in these same terms."""

    OPEN = "open", _("Everyone")
    CODE = "code", _("Those who have a one-time code")
    SIGNED_IN = "signed_in", _("Those who are signed in")


class ChannelKind(TextChoices):
    """How an answer came. Answers that came in different ways are never mixed silently (Brown 2012)."""

    OPEN = "open", pgettext_lazy("channel of a survey", "Open link")
    CODE = "code", pgettext_lazy("channel of a survey", "Code letter")
    PANEL = "panel", pgettext_lazy("channel of a survey", "Panel")
    EVENT = "event", pgettext_lazy("channel of a survey", "Event")
    INTERVIEWER = "interviewer", pgettext_lazy("channel of a survey", "Interviewer")
    PAPER = "paper", pgettext_lazy("channel of a survey", "Paper form")


#: Channels whose pages start afresh for the next person and leave nothing in the browser.
SHARED_DEVICE = (ChannelKind.EVENT, ChannelKind.INTERVIEWER, ChannelKind.PAPER)


class ResponseState(TextChoices):
    DRAFT = "draft", pgettext_lazy("state of a response", "Unfinished")
    SUBMITTED = "submitted", pgettext_lazy("state of a response", "Sent")


class ResultsShown(TextChoices):
    """When the public sees the results."""

    NEVER = "never", _("Never")
    AFTER_ANSWERING = "after_answering", _("To those who have answered, and to everyone after closing")
    AFTER_CLOSING = "after_closing", _("To everyone after closing")


class Neighbours(TextChoices):
    """What someone who has marked their own places may do with the places of others."""

    HIDDEN = "hidden", _("Not shown")
    SEEN = "seen", _("See them")
    AGREED = "agreed", _("See and agree with them")
    DISCUSSED = "discussed", _("See, agree with and discuss them")


class EventKind(TextChoices):
    """What happened while someone answered; the drop-out report is counted from these."""

    OPENED = "opened", _("Opened the first page")
    STARTED = "started", _("Saved something")
    SHOWN = "shown", _("Opened a page")
    SAVED = "saved", _("Finished a page")
    SUBMITTED = "submitted", _("Sent the answers")
