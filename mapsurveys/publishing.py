"""What a publisher does: publish a survey when nothing is missing, and close it early."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.consultation_publishing import close_early, field_name, publish_now, required_languages, text_gaps, time_gaps
from cms.layers.models import Layer
from cms.translations import is_blank
from mapsurveys.checking import Problem, owner_name, questionnaire_problems
from mapsurveys.models import Survey
from mapsurveys.permissions import can_publish
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.rule_words import name_of
from mapsurveys.texts import Element

#: So many parts of a questionnaire that lack texts are named in each language; the rest are counted.
PARTS_NAMED = 5


def publishing_gaps(survey: Survey) -> list[str]:
    """What must be mended before the survey, as it is in memory, may be published.

    The texts that a bilingual municipality owes in both languages (kielilaki 423/2003 § 32), a cover text that says
    what becomes public of the answers, opening hours that make sense, and questions that can be answered.
    """
    document = survey.document
    return [
        *_text_gaps(survey, document),
        *time_gaps(survey, _("The survey closes before it opens.")),
        *_question_gaps(document),
    ]


def _text_gaps(survey: Survey, document: Questionnaire) -> Iterator[str]:
    for language, language_name in required_languages():
        yield from text_gaps(survey, language)
        if survey.announces_publishing and is_blank(survey.text_in("data_notice", language)):
            yield (
                _(
                    "%(language)s: the survey can't be published, because the cover text does not say what is"
                    " published of the answers. Write it in “%(field)s”."
                )
                % {"language": language_name, "field": field_name(survey, "data_notice")}
            )
        for name in _cover_names(survey):
            if is_blank(survey.text_in(name, language)):
                yield (
                    _("%(language)s: %(field)s is missing.")
                    % {"language": language_name, "field": field_name(survey, name)}
                )
        yield from _untranslated(document, language, language_name)


def _cover_names(survey: Survey) -> list[str]:
    """Texts that may be left out, but are owed in every required language once they are in any."""
    names = ["introduction", "data_notice", "thanks", "next_steps"]
    if survey.announces_publishing:
        names.remove("data_notice")
    rows = survey.translation_rows().values()
    return [name for name in names if any(not is_blank(getattr(row, name)) for row in rows)]


def _untranslated(document: Questionnaire, language: str, language_name: str) -> Iterator[str]:
    """Parts of the questionnaire that have a text in some language and not in this one."""
    names = [name for name, parts in _parts(document) if any(_lacks(part, language) for part in parts)]
    for name in names[:PARTS_NAMED]:
        yield (_("%(language)s: a text of “%(question)s” is missing.") % {"language": language_name, "question": name})
    more = len(names) - PARTS_NAMED
    if more > 0:
        sentence = ngettext(
            "%(language)s: texts of %(count)s more question or page are missing.",
            "%(language)s: texts of %(count)s more questions or pages are missing.",
            more,
        )
        yield sentence % {"language": language_name, "count": more}


def _parts(document: Questionnaire) -> Iterator[tuple[str, list[Element]]]:
    """(name for the planner, elements with texts) of each page and question, in the order of reading."""
    for step in document.steps:
        yield owner_name(step), [step]
        for question in step.questions:
            yield name_of(question), list(question.elements())


def _lacks(element: Element, language: str) -> bool:
    texts = [getattr(element, name) for name in element.text_names()]
    return any(text and is_blank(text.get(language, "")) for text in texts)


def _question_gaps(document: Questionnaire) -> Iterator[str]:
    if not document.asking():
        yield _("There is nothing to answer yet. Add a question.")
    wanted = {key for step in document.steps for key in step.layers}
    layers = {str(key) for key in Layer.objects.public().filter(pk__in=wanted).values_list("pk", flat=True)}
    for problem in questionnaire_problems(document, layers):
        yield _in_its_place(document, problem)


def _in_its_place(document: Questionnaire, problem: Problem) -> str:
    """The problem with the number of its page and, where it is of a question, the question's name."""
    number = [step.id for step in document.steps].index(problem.step_id) + 1
    question = document.find_question(problem.question_id)
    if question is None:
        return _("Page %(number)s: %(problem)s") % {"number": number, "problem": problem.message}
    facts = {"number": number, "question": name_of(question), "problem": problem.message}
    return _("Page %(number)s, “%(question)s”: %(problem)s") % facts


def publish_survey(*, survey: Survey, by) -> Survey:
    """Publish the survey as it is in memory, at once. Raises PublishingRefused, PermissionDenied."""
    if not can_publish(by, survey):
        raise PermissionDenied
    return publish_now(survey, by=by, gaps=publishing_gaps(survey))


def close_survey(*, survey: Survey, by, now: datetime | None = None) -> Survey:
    """End an open survey a second ago, in the published version and in newer and scheduled drafts alike.

    Raises PermissionDenied. A survey that is not open stays as it is.
    """
    if not can_publish(by, survey):
        raise PermissionDenied
    return close_early(survey, by=by, action="mapsurveys.close_survey", now=now)
