"""How tests read a page: its words, what it refused, and what it gave back."""

from bs4 import BeautifulSoup
from django.utils import translation
from django.utils.translation import gettext


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def words(response) -> str:
    """The words of a page's main part, white space folded."""
    return " ".join(soup(response).main.get_text(" ").split())


def told(language: str, text: str, **values) -> str:
    """What the reader of `language` is told with the message `text`."""
    with translation.override(language):
        return gettext(text) % values


def faults(response) -> list[str]:
    """The sentences of the page's list of errors, without the names of their fields."""
    summary = soup(response).select_one(".error-summary")
    return [item.get_text(" ", strip=True).partition(": ")[2] for item in summary.select("li")] if summary else []


def given_back(response, name: str) -> str:
    """What the field `name` of the page's form holds."""
    page = soup(response).main
    if area := page.select_one(f"textarea[name={name}]"):
        # The first line break of a textarea belongs to HTML, not to the text.
        return area.get_text().removeprefix("\n")
    if chosen := page.select_one(f"select[name={name}] option[selected], input[name={name}][checked]"):
        return chosen["value"]
    if page.select_one(f"select[name={name}], input[type=radio][name={name}]"):
        return ""
    return page.select_one(f"input[name={name}]").get("value", "")
