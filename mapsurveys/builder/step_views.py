"""The form of a step, which residents and planners call a page: its texts, its map, its layers and its rule."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError as DocumentError

from cms.layers.models import Layer
from cms.translations import with_texts
from mapsurveys.builder import commands
from mapsurveys.builder.drafts import Refused, digest_of
from mapsurveys.builder.faults import fault_in_words
from mapsurveys.builder.finding import find_step
from mapsurveys.builder.forms import ElementForm
from mapsurveys.builder.pages import BuilderView
from mapsurveys.builder.question_views import CONFLICT, REFUSED, Conflict
from mapsurveys.builder.rule_forms import RuleForm
from mapsurveys.builder.widgets import ViewWidget
from mapsurveys.differences import element_differences
from mapsurveys.kinds.drawing import MapView
from mapsurveys.kinds.number import read_number
from mapsurveys.questionnaire import Questionnaire, Step


class ViewField(forms.Field):
    """Where a map opens: cleans to a MapView, or None for the whole city."""

    widget = ViewWidget

    def to_python(self, value: dict[str, str] | None) -> MapView | None:
        if not value:
            return None
        try:
            lon, lat = float(read_number(value["lon"])), float(read_number(value["lat"]))
            return MapView(lon=lon, lat=lat, zoom=round(read_number(value["zoom"])))
        except DocumentError as error:
            raise ValidationError(fault_in_words(error.errors()[0])) from error
        except ValueError:
            raise ValidationError(gettext("Give the place as longitude, latitude and zoom, all as numbers.")) from None


class StepForm(ElementForm):
    """A step's texts, and where its map opens."""

    def __init__(self, step: Step, *args, **kwargs):
        super().__init__(step, *args, **kwargs)
        help_text = _("Move and zoom the map to where residents should begin. Empty: the whole city.")
        self.fields["view"] = ViewField(label=_("Where the map opens"), required=False, help_text=help_text)
        self.initial["view"] = step.view and step.view.model_dump()

    def _document(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        document = self.element.model_dump(mode="json", exclude_defaults=True)
        for name in ("title", "text"):
            document[name] = self.fields[name].stored(cleaned[name], getattr(self.element, name), self.language)
        return document | {"view": cleaned["view"] and cleaned["view"].model_dump()}


class StepView(BuilderView):
    """The form of a step."""

    @cached_property
    def step(self) -> Step:
        return find_step(self.document, self.kwargs["step"])

    @property
    def title(self) -> str:
        return gettext("Page %(number)s") % {"number": self.document.steps.index(self.step) + 1}

    def get(self, request, **kwargs):
        return self.show(self.form(), RuleForm(self.step, self.document, self.language), self.step.layers)

    def post(self, request, **kwargs):
        data = request.POST.copy()
        if new := data.get("layers-new"):
            data.appendlist("layers-rows", new)
        if command := data.get("command", ""):
            commands.obey(data, command)
            form, rule = self.form(data), RuleForm(self.step, self.document, self.language, data)
            for part in (form, *rule.forms):
                part._errors = forms.utils.ErrorDict()
            return self.show(form, rule, chosen_layers(data), did=command)
        form, rule, layers = (
            self.form(data),
            RuleForm(self.step, self.document, self.language, data),
            chosen_layers(data),
        )
        if not all([form.is_valid(), rule.is_valid()]):
            return self.show(form, rule, layers, status=REFUSED)
        step = form.element_written
        step.show_when = rule.stored
        known = {str(layer.pk) for layer in self.offered_layers()}
        step.layers = [key for key in layers if key in known]
        return self.save(form, rule, step)

    def form(self, data=None) -> StepForm:
        return StepForm(self.step, self.language, data, key=self.step.id, sources=self.sources)

    def save(self, form: StepForm, rule: RuleForm, step: Step):
        try:
            self.change(lambda document: self.put(document, step))
        except Conflict as conflict:
            differing = element_differences(capfirst(gettext("page")), conflict.theirs, step, self.document)
            opened = digest_of(conflict.theirs)
            return self.show(form, rule, step.layers, status=CONFLICT, conflict=differing, opened=opened)
        except Refused as refused:
            return self.show(form, rule, step.layers, errors=refused.messages, status=REFUSED)
        if self.next_language != self.language:
            return redirect(self.address("step", step.id))
        return redirect(self.address("questions", anchor=f"#item-{step.id}", at=step.id, did="saved"))

    def put(self, document: Questionnaire, step: Step) -> None:
        """Put the edited step in its place, with the questions that it has now. Raises Conflict, Gone."""
        current = find_step(document, step.id)
        step.questions = current.questions
        if digest_of(current) != self.request.POST.get("opened") and current != step:
            raise Conflict(current)
        document.steps[document.steps.index(current)] = step

    @cached_property
    def _layers(self) -> list[Layer]:
        offered = Layer.objects.offered_to(self.request.user).values("pk")
        chosen = [key for key in self.step.layers if len(key) == 36]
        return list(with_texts(Layer.objects.filter(Q(pk__in=offered) | Q(pk__in=chosen)), "name"))

    def offered_layers(self) -> list[Layer]:
        """Those the planner may choose, and those that somebody has chosen before."""
        return self._layers

    def show(self, form, rule, layers, *, errors=(), status=200, did="", conflict=None, opened=""):
        by_key = {str(layer.pk): layer for layer in self.offered_layers()}
        context = {
            "step": self.step,
            "form": form,
            "rule": rule,
            "text_parts": form.parts("title", "text"),
            "view_field": form["view"],
            "layers": [by_key[key] for key in layers if key in by_key],
            "more_layers": [layer for key, layer in by_key.items() if key not in layers],
            "errors": list(errors),
            "conflict": conflict,
            "changed_by": self.draft.latest_revision if conflict is not None else None,
            "opened": opened or self.request.POST.get("opened") or digest_of(self.step),
            "media": form.media + rule.media,
            "did": did,
        }
        return self.page("step.html", context, status=status)


def chosen_layers(data) -> list[str]:
    return list(dict.fromkeys(data.getlist("layers-rows")))
