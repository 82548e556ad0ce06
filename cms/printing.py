"""Pages for paper: HTML made into PDF."""

from weasyprint import HTML
from weasyprint.urls import URLFetcher


def to_pdf(html: str) -> bytes:
    """A tagged PDF (PDF/UA-1) of a whole HTML page, which needs a title.

    Nothing is fetched for it: styles and drawings are in the page itself.
    """
    sealed = URLFetcher(allowed_protocols=["data"])
    return HTML(string=html, url_fetcher=sealed).write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
