"""What of a questionnaire other programs will not know, in sentences of the active language."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from mapsurveys.kinds import Question
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.rules import Shown, Test
from mapsurveys.xlsform.form import image_name, part_of
from mapsurveys.xlsform.written import lacks_parts, shape_of


def losses_in(document: Questionnaire, languages: list[str]) -> Iterator[str]:
    """Each sentence names the step or the question. `languages` are those of the form."""
    for step in document.steps:
        yield from _of_step(step)
        for question in step.questions:
            yield from _of_question(question)
            for follow_up in part_of(question, "follow_ups"):
                yield from _of_question(follow_up)
    yield from _untranslated(document, languages)


def _of_step(step: Step) -> Iterator[str]:
    name = {"step": str(step.translated("title"))}
    if step.view:
        yield _("Where the map begins on the page “%(step)s” is not known to other programs.") % name
    if step.layers:
        yield _("The map layers of the page “%(step)s” are not shown by other programs.") % name
    if _asks_of_areas(step):
        yield _("Whether a place is inside an area cannot be asked elsewhere: the page “%(step)s” is shown.") % name


def _asks_of_areas(element: Shown) -> bool:
    return any(condition.test == Test.DRAWN_INSIDE for group in element.show_when for condition in group)


def _of_question(question: Question) -> Iterator[str]:
    name = {"question": str(question)}
    for is_lost, sentence in _LOST:
        if is_lost(question):
            yield str(sentence) % name
    for key in _images(question):
        sentence = _("Add the picture of “%(question)s” to the form yourself, as the file %(file)s.")
        yield sentence % {**name, "file": image_name(key)}


def _images(question: Question) -> list[Any]:
    own = [getattr(question, "image", None)]
    options = [getattr(choice, "image", None) for choice in part_of(question, "choices")]
    return [key for key in (*own, *options) if key]


def _differs(*names: str) -> Callable[[Question], bool]:
    """Whether any of these settings, where the kind has them, is not as it is by default."""

    def differs(question):
        fields = type(question).model_fields
        known = [name for name in names if name in fields]
        return any(getattr(question, name) != fields[name].get_default(call_default_factory=True) for name in known)

    return differs


def _is_simplified(question: Question) -> bool:
    """Whether a given place has more than one outline, of which XLSForm writes one."""
    shapes = [shape_of(place.geometry) for place in part_of(question, "places")]
    return any(len(getattr(shape, "geoms", ())) > 1 or len(getattr(shape, "interiors", ())) for shape in shapes)


_LOST: tuple[tuple[Callable[[Question], bool], Any], ...] = (
    (lacks_parts, gettext_lazy("“%(question)s” has no options yet: other programs show only its text.")),
    (
        _differs("personal"),
        gettext_lazy("Other programs do not keep the answers to “%(question)s” apart as personal."),
    ),
    (
        _asks_of_areas,
        gettext_lazy("Whether a place is inside an area cannot be asked elsewhere: “%(question)s” is shown."),
    ),
    (
        _differs("min_zoom"),
        gettext_lazy("The smallest zoom for marking “%(question)s” is not known to other programs."),
    ),
    (
        _differs("area"),
        gettext_lazy("The area in which “%(question)s” may be marked is not known to other programs."),
    ),
    (
        _differs("coarsen"),
        gettext_lazy("Other programs publish the places of “%(question)s” exactly as they were marked."),
    ),
    (
        _differs("colour", "symbol", "line_style"),
        gettext_lazy("The colour, symbol and line of “%(question)s” are not known to other programs."),
    ),
    (
        lambda question: question.marks and question.least > 1,
        gettext_lazy("Other programs do not check the smallest number of places in “%(question)s”."),
    ),
    (
        lambda question: question.kind == "plan_image",
        gettext_lazy("Other programs ask for the spots of “%(question)s” in words, beside the picture."),
    ),
    (
        _is_simplified,
        gettext_lazy("Of a place in “%(question)s” with many parts or holes only the largest outline is shown."),
    ),
    (
        _differs("best"),
        gettext_lazy("Other programs ask for an order of all options in “%(question)s”, not only of the best."),
    ),
    (
        lambda question: question.kind == "file",
        gettext_lazy("Other programs do not limit the size of the files in “%(question)s”."),
    ),
    (
        lambda question: question.kind == "text" and question.look == "phone",
        gettext_lazy("Other programs ask for the telephone number in “%(question)s” as a plain text."),
    ),
    (
        lambda question: question.kind == "scale" and question.look == "slider",
        gettext_lazy("Other programs may not show “%(question)s” as a slider."),
    ),
    (
        _differs("image_alt"),
        gettext_lazy("Other programs do not read aloud what the picture of “%(question)s” shows."),
    ),
    (
        lambda question: question.kind == "image_choice" and any(choice.alt for choice in question.choices),
        gettext_lazy("Other programs do not read aloud what the pictures of “%(question)s” show."),
    ),
)


def _untranslated(document: Questionnaire, languages: list[str]) -> Iterator[str]:
    texts = [
        text
        for element in document.elements()
        for name in type(element).text_names()
        if (text := getattr(element, name))
    ]
    for language in languages:
        missing = sum(language not in text for text in texts)
        if missing:
            sentence = ngettext(
                "%(count)s text is missing in “%(language)s”: other programs show “-” in its place.",
                "%(count)s texts are missing in “%(language)s”: other programs show “-” in their place.",
                missing,
            )
            yield sentence % {"count": missing, "language": get_language_info(language)["name_local"]}
