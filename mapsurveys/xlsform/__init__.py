"""XLSForm in and out: the spreadsheet form of ODK, KoboToolbox and Survey123 (https://xlsform.org/)."""

from mapsurveys.xlsform.errors import XLSFormError
from mapsurveys.xlsform.reading import read_xlsform
from mapsurveys.xlsform.writing import write_xlsform

__all__ = ["XLSFormError", "read_xlsform", "write_xlsform"]
