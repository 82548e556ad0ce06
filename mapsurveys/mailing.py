"""Letters by e-mail. Addresses are used once and stored nowhere."""

from django.core.cache import cache
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext

from mapsurveys.models import Response

#: Another letter about the same answers is sent only after so long.
SECONDS_BETWEEN = 60


class TooSoon(Exception):
    """A letter about the same answers was sent less than a minute ago."""


def mail_personal_link(*, response: Response, address: str, link: str) -> None:
    """Send the personal link to whoever answers, in the active language. Raises TooSoon, OSError."""
    if not cache.add(f"personal-link-{response.pk}", True, SECONDS_BETWEEN):
        raise TooSoon
    title = str(response.survey.translated("title"))
    context = {"title": title, "link": link, "close_at": response.survey.close_at}
    subject = gettext("Go on with the survey: %(title)s") % {"title": " ".join(title.split())}
    try:
        send_mail(subject, render_to_string("emails/personal_link.txt", context), None, [address])
    except OSError:
        cache.delete(f"personal-link-{response.pk}")
        raise
