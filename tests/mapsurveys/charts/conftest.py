"""Charts are read as a browser reads them, and in English, whose texts are the message ids themselves."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation


@pytest.fixture(autouse=True)
def english(finnish):
    with translation.override("en"):
        yield


@pytest.fixture
def read():
    """The parsed markup of a chart."""
    return lambda markup: BeautifulSoup(markup, "html.parser")


@pytest.fixture
def words(read):
    """What a reader of a chart sees and hears, part by part."""

    def parts(markup):
        figure = read(markup)

        def texts(selector, within=figure):
            return [" ".join(node.get_text().split()) for node in within.select(selector)]

        return {
            "title": texts(".chart__title"),
            "base": texts(".chart__base"),
            "summary": texts(".chart__summary"),
            "label": [node["aria-label"] for node in figure.select("[role=img]")],
            "note": texts(".chart__note"),
            "head": texts("thead th"),
            "rows": [texts("th, td", row) for row in figure.select("tbody tr")],
        }

    return parts
