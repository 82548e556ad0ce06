"""What the widgets of the kinds share: a group of inputs that belong to one question."""

from typing import Any

from django import forms
from django.template.loader import render_to_string


class QuestionWidget(forms.Widget):
    """Several inputs that answer one `question`; the question's text is the legend of their fieldset."""

    use_fieldset = True

    def __init__(self, *, question: Any, attrs: dict | None = None):
        super().__init__(attrs)
        self.question = question

    def id_for_label(self, id_):
        """Empty: the group is labelled by its legend."""
        return ""

    def value_omitted_from_data(self, data, files, name):
        return False

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"question": self.question}

    def _render(self, template_name, context, renderer=None):
        # The project's templates, whatever form renderer the settings name.
        return render_to_string(template_name, context)


def sent_values(data: Any, name: str) -> list[str]:
    """All values sent under `name`, from a QueryDict or a plain dict."""
    if hasattr(data, "getlist"):
        return data.getlist(name)
    value = data.get(name, [])
    return [value] if isinstance(value, str) else list(value)
