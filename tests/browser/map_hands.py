"""What a person does on a map page, and where to look for what happened."""

import json

from playwright.sync_api import Locator, Page

#: A narrow phone.
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def canvas(page: Page) -> Locator:
    return page.locator("[data-map-canvas]")


def status(page: Page) -> Locator:
    """The live region."""
    return page.locator("[data-status]")


def ready(page: Page) -> Page:
    """The page once its map is there."""
    canvas(page).locator(".leaflet-map-pane").wait_for(state="attached")
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, name: str) -> None:
    """Tabs forward, as a person without a mouse does, until the element whose name begins so has focus."""
    focused = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
    for _attempt in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(focused).startswith(name):
            return
    raise AssertionError(f"no tab stop called {name}")


def sent(page: Page) -> dict | str:
    """What the server understood after the form is sent by keyboard."""
    tab_to(page, "Send")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    text = page.locator("output").text_content()
    return json.loads(text) if text.startswith("{") else text
