from hearings.models.comment import Comment
from hearings.models.hearing import Hearing, HearingContact, HearingTranslation
from hearings.models.section import Section, SectionTranslation

__all__ = [
    "Comment",
    "Hearing",
    "HearingContact",
    "HearingTranslation",
    "Section",
    "SectionTranslation",
]
