"""Texts of the site's own pages in five languages, as plain data that a loader turns into Wagtail pages."""

from .about import PAGE as ABOUT
from .accessibility import PAGE as ACCESSIBILITY
from .data_protection import PAGE as DATA_PROTECTION
from .home import HOME
from .rules import PAGE as RULES

PAGES = (ABOUT, RULES, ACCESSIBILITY, DATA_PROTECTION)

__all__ = ["HOME", "PAGES"]
