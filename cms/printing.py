"""Pages for paper: HTML made into PDF."""

from weasyprint import HTML
from weasyprint.urls import URLFetcher


def to_pdf(html: str) -> bytes:
    """A tagged PDF of a whole HTML page. Nothing is fetched for it: styles and drawings are in the page itself."""
    sealed = URLFetcher(allowed_protocols=["data"])
    return HTML(string=html, url_fetcher=sealed).write_pdf(pdf_tags=True)
