"""The form of a rule: rows such as "question – has the choice – choice", joined by "and" and "or".

Rows joined by "and" make a group. Without JavaScript a row asks for its value once its question has been chosen.
"""

import shapely
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms import geo
from cms.forms.geometry import AreaField
from cms.organisations.models import Area
from cms.translations import with_texts
from mapsurveys.checking import NUMERIC, earlier_questions
from mapsurveys.differences import question_numbers
from mapsurveys.kinds import Question
from mapsurveys.kinds.marking import area_from
from mapsurveys.kinds.number import NumberField
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.rule_words import name_of, names_of_test
from mapsurveys.rules import Condition, ShowWhen, Test

NAME = "rule"
AND, OR = "and", "or"
NOT = "not "
#: Degrees, some ten metres: the borders of a district have thousands of corners that no rule needs.
SIMPLER = 0.0001


class ConditionForm(forms.Form):
    """One condition. Which fields there are follows from the question and the test that are chosen."""

    joint = forms.ChoiceField(
        label=_("Joined by"),
        choices=[(AND, pgettext_lazy("joins conditions", "and")), (OR, pgettext_lazy("joins conditions", "or"))],
        required=False,
    )
    question = forms.ChoiceField(label=_("Question"), required=False)
    test = forms.ChoiceField(label=_("What is asked of the answer"), required=False)

    def __init__(self, rule: "RuleForm", key: str, condition: Condition | None = None, joint: str = AND):
        self.rule, self.row_key = rule, key
        super().__init__(
            rule.data,
            prefix=f"{NAME}-{key}",
            initial=_initial(condition, joint) if condition else {"joint": joint},
            use_required_attribute=False,
        )
        self.fields["question"].choices = [("", _("Choose a question")), *rule.question_choices]
        self.question = rule.questions.get(self._now("question"))
        if self.question is None:
            del self.fields["test"]
            return
        # What asks least comes last, so that it is not what a planner gets without choosing.
        offered = [test for test in Test if test in self.question.tests and test != Test.ANSWERED]
        offered += [Test.ANSWERED]
        self.fields["test"].choices = [
            (f"{prefix}{test}", name)
            for test in offered
            for prefix, name in zip(("", NOT), names_of_test(test, self.question), strict=True)
        ]
        chosen = self._now("test").removeprefix(NOT)
        self._add_values(Test(chosen) if chosen in offered else offered[0])

    def _now(self, name: str) -> str:
        """What is chosen in a field, before anything has been checked."""
        value = self.data.get(self.add_prefix(name)) if self.is_bound else self.initial.get(name)
        return str(value or "")

    def _add_values(self, test: Test) -> None:
        rows = getattr(self.question, "rows", [])
        if test == Test.CHOSEN and rows:
            self.fields["row"] = self._choice_field(_("Row"), rows)
        if test == Test.CHOSEN:
            self.fields["choice"] = self._choice_field(_("Choice"), self.question.choices_for_rules())
        if test in NUMERIC:
            self.fields["number"] = NumberField(
                label=_("Number"),
                decimals=test != Test.DRAWN_AT_LEAST,
                least=1 if test == Test.DRAWN_AT_LEAST else None,
                most=None,
                widget=forms.TextInput(attrs={"size": 6}),
            )
        if test == Test.DRAWN_INSIDE:
            self.fields["district"] = DistrictField(self.rule)
            self.fields["area"] = AreaField(label=_("Or draw the area"), required=False)

    def _choice_field(self, label, choices) -> forms.ChoiceField:
        unnamed = gettext("Without a text")
        named = [
            (choice.id, str(choice.translated("label", self.rule.language)) or choice.name or unnamed)
            for choice in choices
        ]
        return forms.ChoiceField(label=label, choices=[("", _("Choose")), *named])

    def clean(self):
        cleaned = super().clean()
        if district := cleaned.get("district"):
            cleaned["area"] = simpler(district.geometry)
        if "area" in self.fields and not cleaned.get("area") and "area" not in self.errors:
            self.add_error("area", gettext("Choose an area, or draw one."))
        return cleaned

    @property
    def condition(self) -> Condition:
        """What was chosen, after a successful check."""
        cleaned = self.cleaned_data
        test = cleaned["test"]
        area = cleaned.get("area")
        value = geo.as_geojson(area) if area else cleaned.get("choice") or cleaned.get("number")
        return Condition(
            question=cleaned["question"],
            test=test.removeprefix(NOT),
            value=value,
            row=cleaned.get("row", ""),
            negate=test.startswith(NOT),
        )

    # A template reads an attribute before a field of the same name, and `question` is one.
    @property
    def joined(self) -> forms.BoundField:
        return self["joint"]

    @property
    def asked(self) -> forms.BoundField:
        return self["question"]

    @property
    def tested(self) -> forms.BoundField | None:
        return self["test"] if "test" in self.fields else None

    @property
    def values(self) -> list[forms.BoundField]:
        """The fields that say what the answer is compared with."""
        return [self[name] for name in ("row", "choice", "number", "district", "area") if name in self.fields]


def _initial(condition: Condition, joint: str) -> dict:
    value = condition.value
    try:
        area = area_from(value) if isinstance(value, dict) else None
    except geo.GeometryError:
        area = None
    return {
        "joint": joint,
        "question": condition.question,
        "test": f"{NOT if condition.negate else ''}{condition.test}",
        "choice": value,
        "number": value,
        "row": condition.row,
        "area": area,
    }


class DistrictField(forms.ChoiceField):
    """A named area whose border is copied; cleans to the area, or None."""

    def __init__(self, rule: "RuleForm"):
        super().__init__(label=_("Copy the border of"), required=False)
        self.rule = rule
        self.choices = [("", _("No named area")), *((str(key), name) for key, name in rule.districts)]

    def clean(self, value):
        key = super().clean(value)
        return Area.objects.get(pk=key) if key else None


def simpler(geometry):
    """A border with fewer corners, which still goes round the same places (EPSG:4326)."""
    shape = shapely.make_valid(shapely.from_wkb(bytes(geometry.wkb)).simplify(SIMPLER))
    return geo.parse_area(shapely.to_geojson(shape))


class RuleForm:
    """The rule of a step or a question, as rows. `stored` is the rule after a successful check."""

    def __init__(self, owner: Step | Question, document: Questionnaire, language: str, data=None):
        self.owner, self.document, self.language, self.data = owner, document, language, data
        before = earlier_questions(document, owner.id)
        self.questions = {question.id: question for question in before}
        self.forms = self._sent() if data is not None else self._stored()

    @cached_property
    def question_choices(self) -> list[tuple[str, str]]:
        numbers = question_numbers(self.document)
        return [
            (key, f"{numbers[key]}. {name_of(question, self.language)}") for key, question in self.questions.items()
        ]

    @cached_property
    def districts(self) -> list[tuple]:
        named = [(area.pk, str(area)) for area in with_texts(Area.objects.defer("geometry"), "name")]
        return sorted(named, key=lambda each: each[1])

    def _stored(self) -> list[ConditionForm]:
        return [
            ConditionForm(self, f"{group_number}-{number}", condition, AND if number else OR)
            for group_number, group in enumerate(self.owner.show_when)
            for number, condition in enumerate(group)
        ]

    def _sent(self) -> list[ConditionForm]:
        return [ConditionForm(self, key) for key in dict.fromkeys(self.data.getlist(f"{NAME}-rows"))]

    @property
    def can_be_made(self) -> bool:
        """Whether there is anything to ask about."""
        return bool(self.questions)

    def is_valid(self) -> bool:
        """Checks the rows in which a question is chosen; the others are left out."""
        checked = [form.is_valid() for form in self._chosen()]
        return all(checked)

    def _chosen(self) -> list[ConditionForm]:
        return [form for form in self.forms if form.question is not None]

    @property
    def stored(self) -> ShowWhen:
        groups: ShowWhen = []
        for form in self._chosen():
            if not groups or form.cleaned_data["joint"] == OR:
                groups.append([])
            groups[-1].append(form.condition)
        return groups

    @property
    def media(self):
        return sum((form.media for form in self.forms), forms.Media())
