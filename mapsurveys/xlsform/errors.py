"""What can go wrong with a workbook as a whole."""

from django.core.exceptions import ValidationError


class XLSFormError(ValidationError):
    """A workbook that cannot be read as a form; the message tells the planner why, in the active language."""


class Unsupported(ValueError):
    """An expression of the form language that a questionnaire has no equal of."""
