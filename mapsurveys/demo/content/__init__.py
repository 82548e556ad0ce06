"""Four demo surveys as plain data. Everything here is made up except the place names."""

from .district import SURVEY as DISTRICT
from .poll import SURVEY as POLL
from .sports_field import SURVEY as SPORTS_FIELD
from .winter import SURVEY as WINTER

SURVEYS = (DISTRICT, POLL, WINTER, SPORTS_FIELD)

# File stem in illustrations/ -> a title for the image library.
ILLUSTRATIONS = {
    "district-hero": "District by the sea in summer",
    "winter-hero": "A street in winter",
    "square-plan": "Shore square: the draft from above",
    "square-evening": "Shore square: an evening",
    "mood-market": "Shore square: busy market",
    "mood-garden": "Shore square: green garden",
    "mood-play": "Shore square: play and sport",
    "mood-sauna": "Shore square: sauna and swimming",
}

__all__ = ["DISTRICT", "ILLUSTRATIONS", "POLL", "SPORTS_FIELD", "SURVEYS", "WINTER"]
