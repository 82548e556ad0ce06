"""Ways to a survey: its addresses, their QR codes, and the channels that answers are tagged with."""

from urllib.parse import urlencode

import segno
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from wagtail.log_actions import log

from mapsurveys.choices import ResponseState
from mapsurveys.models import Channel, Survey
from mapsurveys.permissions import can_edit

#: Answers that count, by the name that leads to them; the twin of Response.objects.counted().
COUNTED = Q(responses__state=ResponseState.SUBMITTED, responses__is_test=False)


def cover_address(survey: Survey, language: str = "", **query: str) -> str:
    """The survey's cover with scheme and host, in `language`; by default in the language of the reader's browser.

    `query` is what the cover carries on: c (a channel's key), code (a one-time code).
    """
    return public_address("mapsurveys:detail", survey.slug, language=language, **query)


def public_address(name: str, *args: str, language: str = "", **query: str) -> str:
    """An address as it is printed and passed on: with the host that residents know, whichever staff use.

    Without a language it is short enough for paper, and leads on by the language of the reader's browser.
    """
    with translation.override(language or settings.LANGUAGE_CODE):
        path = reverse(name, args=args)
    if not language:
        path = path.replace(f"/{settings.LANGUAGE_CODE}/", "/", 1)
    return settings.BASE_URL.rstrip("/") + path + (f"?{urlencode(query)}" if query else "")


def channel_address(channel: Channel, language: str = "") -> str:
    """A channel's link, in `language`; by default in the reader's own."""
    return cover_address(channel.survey, language, c=channel.key)


def keying_in_address(channel: Channel) -> str:
    """Where staff type in the answers of a paper form."""
    return f"{reverse('mapsurveys:begin', args=[channel.survey.slug])}?{urlencode({'c': channel.key})}"


def qr_drawing(address: str) -> SafeString:
    """The address as a QR code: an SVG without a size of its own, which readers of screens pass over."""
    drawing = segno.make(address, error="m", micro=False).svg_inline(omitsize=True, svgclass="kuule-qr", lineclass=None)
    return mark_safe(drawing.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S308 segno's own


def channels_of(survey: Survey) -> QuerySet[Channel]:
    """A survey's channels in their order, each with `answer_count`: the answers that count."""
    return survey.channels.annotate(answer_count=Count("responses", filter=COUNTED)).order_by("created_at", "pk")


def add_channel(*, survey: Survey, kind: str, name: str, by) -> Channel:
    """A new channel, in use at once. Raises PermissionDenied."""
    _check(by, survey)
    channel = Channel.objects.create(survey=survey, kind=kind, name=name)
    log(instance=survey, action="mapsurveys.add_channel", user=by, data={"channel": str(channel)})
    return channel


def rename_channel(*, channel: Channel, name: str, by) -> None:
    """Its key and so its link stay. Raises PermissionDenied."""
    _check(by, channel.survey)
    channel.name = name
    channel.save(update_fields=["name"])


def open_channel(*, channel: Channel, by) -> None:
    """Take a channel into use again. Raises PermissionDenied."""
    _set_open(channel, True, by, "mapsurveys.open_channel")


def shut_channel(*, channel: Channel, by) -> None:
    """Take a channel out of use: its link and its codes take no more answers. Raises PermissionDenied."""
    _set_open(channel, False, by, "mapsurveys.shut_channel")


def _set_open(channel: Channel, is_open: bool, by, action: str) -> None:
    _check(by, channel.survey)
    if channel.is_open == is_open:
        return
    channel.is_open = is_open
    channel.save(update_fields=["is_open"])
    log(instance=channel.survey, action=action, user=by, data={"channel": str(channel)})


def _check(user, survey: Survey) -> None:
    if not can_edit(user, survey):
        raise PermissionDenied
