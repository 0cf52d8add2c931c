"""Pages as tagged PDF (PDF/UA-1), from the same HTML that a browser prints."""

from tequio.formats.pdf.making import PdfLimits, to_pdf

__all__ = ["PdfLimits", "to_pdf"]
