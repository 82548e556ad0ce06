"""The kinds of question. One module a kind; this names them all, in the order in which planners see them."""

from typing import Annotated

from pydantic import Field

from mapsurveys.kinds.base import Question
from mapsurveys.kinds.budget import Budget
from mapsurveys.kinds.choice import MultipleChoice, SingleChoice
from mapsurveys.kinds.date import Date
from mapsurveys.kinds.drawing import DrawAreas, DrawLines, DrawPoints
from mapsurveys.kinds.file import File
from mapsurveys.kinds.following import FOLLOW_UP_KINDS
from mapsurveys.kinds.image_choice import ImageChoice
from mapsurveys.kinds.information import Information
from mapsurveys.kinds.matrix import Matrix
from mapsurveys.kinds.number import Number
from mapsurveys.kinds.places import Places
from mapsurveys.kinds.plan_image import PlanImage
from mapsurveys.kinds.ranking import Ranking
from mapsurveys.kinds.scale import Scale
from mapsurveys.kinds.text import Text

KINDS: dict[str, type[Question]] = {
    kind.model_fields["kind"].default: kind
    for kind in (
        DrawPoints,
        DrawLines,
        DrawAreas,
        Places,
        PlanImage,
        SingleChoice,
        MultipleChoice,
        ImageChoice,
        Scale,
        Matrix,
        Ranking,
        Budget,
        Text,
        Number,
        Date,
        File,
        Information,
    )
}

AnyQuestion = Annotated[
    DrawPoints
    | DrawLines
    | DrawAreas
    | Places
    | PlanImage
    | SingleChoice
    | MultipleChoice
    | ImageChoice
    | Scale
    | Matrix
    | Ranking
    | Budget
    | Text
    | Number
    | Date
    | File
    | Information,
    Field(discriminator="kind"),
]

__all__ = ["FOLLOW_UP_KINDS", "KINDS", "AnyQuestion", "Question"]
