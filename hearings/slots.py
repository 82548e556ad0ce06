"""Places on a hearing's page that the floors above may fill; hearings itself imports nothing from them.

A filler takes (request, hearing, sections, status) and returns {section key: HTML}. It must not set cookies or depend
on the reader: the page is cached for everyone.
"""

from collections.abc import Callable

Filler = Callable[..., dict]

_fillers: list[Filler] = []


def register(filler: Filler) -> None:
    """Let `filler` add to the sections of hearings. Called from `AppConfig.ready()`."""
    if filler not in _fillers:
        _fillers.append(filler)


def fill_sections(request, hearing, sections, status) -> None:
    """Give each section `extras`: what the fillers have for it, in the order in which they were registered."""
    found = [filler(request, hearing, sections, status) for filler in _fillers]
    for section in sections:
        section.extras = [each[section.pk] for each in found if section.pk in each]
