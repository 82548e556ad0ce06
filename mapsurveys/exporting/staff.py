"""Files for the people who work on a survey: everything but personal answers, which have a file of their own."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from mapsurveys.exporting.columns import (
    EFFORT,
    MARK,
    ON_IMAGE,
    PLACED_BY_STAFF,
    RESPONSE,
    RESPONSE_NAMES,
    STAFF_RESPONSE,
    STATE,
    VERSION,
    WORDS,
    plane_columns,
    position_columns,
)
from mapsurveys.exporting.files import SurveyFiles
from mapsurveys.exporting.rows import AnswersDataset
from mapsurveys.exporting.sheets import Asked, Sheet
from mapsurveys.exporting.tables import drop_out, versions
from mapsurveys.models import PersonalAnswer


class StaffFiles(SurveyFiles):
    """Every response of the selection as it was given, with effort, channel and what moderators have hidden.

    Who may see answers (`can_see_answers`) gets them, and `personal_answers` who may see those. None of it is open
    data.
    """

    response_columns = STAFF_RESPONSE

    def ordered_responses(self):
        return self.selection.responses().order_by("submitted_at", "pk")

    def features(self, question):
        features = self.selection.features(question.id, shown_only=False)
        return features.order_by("response__submitted_at", "response_id", "number")

    def place_of(self, question):
        return F("geometry")

    def place_columns(self, question):
        place = self.place_of(question)
        on_image = ON_IMAGE if self.is_on_image(question) else ()
        on_map = (*position_columns(place), *plane_columns(place)) if self.is_on_map(question) else ()
        return (*MARK, STATE, WORDS), (*on_image, PLACED_BY_STAFF, *EFFORT, *on_map)

    def places_description(self, question):
        return _("Places that were marked for “%(question)s”, as they were marked.") % {"question": question}

    def versions(self):
        return versions(self.selection, self.editions, identifier="versions", licence=None)

    def drop_out(self):
        """Of everyone who came: events do not tell what a selection narrows by."""
        return drop_out(self.survey, self.editions, identifier="dropout", licence=None)

    def side_tables(self):
        return self.versions(), self.drop_out()

    def personal_answers(self) -> AnswersDataset:
        """Answers to personal questions, and earlier ones to questions that became personal later."""
        asking = [
            (
                edition,
                [Asked.of(each, edition.document) for each in edition.document.asking() if each.id in self.personal],
            )
            for edition in self.editions
        ]
        sheet = Sheet(asking, RESPONSE_NAMES)
        answered = PersonalAnswer.objects.filter(response=OuterRef("pk"))
        apart = ArraySubquery(answered.values(json=JSONObject(question="question", answer="answer")))
        return AnswersDataset(
            identifier="personal",
            title=_("Personal answers"),
            description=_(
                "Answers to personal questions of the survey “%(survey)s”. Keep this file safe and delete it."
            )
            % {"survey": self.survey},
            licence=None,
            columns=(RESPONSE, VERSION, *(each.column for each in sheet.columns)),
            queryset=lambda filters: self.ordered_responses().filter(
                Q(Exists(answered)) | Q(answers__has_any_keys=list(self.personal))
            ),
            sheet=sheet,
            edition="version_id",
            kept=("answers", apart),
            gather=lambda answers, apart: answers | {each["question"]: each["answer"] for each in apart},
        )
