"""Tags for pages of one survey in the admin."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from mapsurveys.permissions import can_edit, can_see_answers

register = template.Library()


@register.inclusion_tag("mapsurveys/admin/_survey_tabs.html", takes_context=True)
def survey_tabs(context, survey, current):
    """Links between the pages of a survey that the planner may open; `current` names this one."""
    user = context["request"].user
    writing = can_edit(user, survey)
    reading = can_see_answers(user, survey)
    pages = [
        ("edit", _("Cover and terms"), writing),
        ("questions", _("Questions"), reading),
        ("channels", _("Ways to answer"), reading),
        ("test_link", _("Try it out"), reading),
        ("results", _("Results"), reading),
        ("exports", _("Download"), reading),
    ]
    return {
        "tabs": [
            {"label": label, "url": reverse(f"surveys_admin:{name}", args=[survey.pk]), "current": name == current}
            for name, label, allowed in pages
            if allowed
        ]
    }
