"""PDF for paper: readable by machines, and made of nothing but the page itself."""

import base64
import io

from pypdf import PdfReader

from cms.printing import to_pdf

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><text x="9" y="30">{}</text></svg>'


def read(html: str) -> PdfReader:
    return PdfReader(io.BytesIO(to_pdf(html)))


def test_pdf_has_its_title_language_and_tags():
    pdf = read('<html lang="sv"><title>Enkät</title><body><h1>Enkät</h1></body></html>')
    assert pdf.metadata.title == "Enkät"
    assert pdf.root_object["/Lang"] == "sv"
    assert pdf.root_object["/MarkInfo"]["/Marked"]


def test_only_what_is_in_the_page_is_drawn(tmp_path):
    outside = tmp_path / "outside.svg"
    outside.write_text(DRAWING.format("outside"))
    inside = base64.b64encode(DRAWING.format("inside").encode()).decode()
    pdf = read(f'<img src="{outside.as_uri()}"><img src="data:image/svg+xml;base64,{inside}">')
    assert pdf.pages[0].extract_text().split() == ["inside"]
