"""The kinds that may be asked of each place that a resident marks."""

from typing import Annotated

from pydantic import Field

from mapsurveys.kinds.budget import Budget
from mapsurveys.kinds.choice import MultipleChoice, SingleChoice
from mapsurveys.kinds.date import Date
from mapsurveys.kinds.image_choice import ImageChoice
from mapsurveys.kinds.matrix import Matrix
from mapsurveys.kinds.number import Number
from mapsurveys.kinds.ranking import Ranking
from mapsurveys.kinds.scale import Scale
from mapsurveys.kinds.text import Text

FOLLOW_UP_KINDS = (SingleChoice, MultipleChoice, ImageChoice, Scale, Text, Number, Date, Matrix, Ranking, Budget)

FollowUp = Annotated[
    SingleChoice | MultipleChoice | ImageChoice | Scale | Text | Number | Date | Matrix | Ranking | Budget,
    Field(discriminator="kind"),
]
