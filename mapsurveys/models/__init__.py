"""Models of map surveys."""

from mapsurveys.models.response import (
    Agreement,
    Attachment,
    Event,
    Feature,
    PersonalAnswer,
    Remark,
    Response,
)
from mapsurveys.models.survey import (
    AccessCode,
    BankQuestion,
    Channel,
    Survey,
    SurveyContact,
    SurveyTranslation,
    SurveyVersion,
)

__all__ = [
    "AccessCode",
    "Agreement",
    "Attachment",
    "BankQuestion",
    "Channel",
    "Event",
    "Feature",
    "PersonalAnswer",
    "Remark",
    "Response",
    "Survey",
    "SurveyContact",
    "SurveyTranslation",
    "SurveyVersion",
]
