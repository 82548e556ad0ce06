"""Demo content as plain data: places, organisations and four hearings in up to five languages.

Everything here is made up except the place names; no person, plan or figure is real.
"""

from .areas import DISTRICTS, NEIGHBOURHOODS
from .forest_lighting import HEARING as FOREST_LIGHTING
from .library_terrace import HEARING as LIBRARY_TERRACE
from .organisations import CONTACTS, LABELS, ORGANISATIONS
from .playground import HEARING as PLAYGROUND
from .shore_park import HEARING as SHORE_PARK

HEARINGS = (SHORE_PARK, LIBRARY_TERRACE, FOREST_LIGHTING, PLAYGROUND)

# File stem in illustrations/ -> a title for the image library.
ILLUSTRATIONS = {
    "shore-park-hero": "Shore park: a summer evening",
    "shore-park-plan": "Shore park: the plan from above",
    "shore-park-layout": "Shore park: the plan as a map layer",
    "shore-park-section": "Shore park: cross-section",
    "shore-park-shade": "Shore park: trees and shade",
    "shore-option-a": "Shore park: option A, soft shore",
    "shore-option-b": "Shore park: option B, city quay",
    "forest-path-dusk": "Forest path at dusk",
    "playground": "Playground below the pines",
    "library-terrace": "Library terrace in summer",
}

__all__ = [
    "CONTACTS",
    "DISTRICTS",
    "HEARINGS",
    "ILLUSTRATIONS",
    "LABELS",
    "NEIGHBOURHOODS",
    "ORGANISATIONS",
]
