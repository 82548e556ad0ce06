"""What tests of the builder do again and again."""

from urllib.parse import urlencode

from django.urls import reverse

from mapsurveys.models import Survey
from mapsurveys.questionnaire import Questionnaire
from tests.admin_forms import fields_of
from tests.factories import make_user
from tests.reading import soup


def address(name, survey, *args, **query):
    return f"{reverse(f'surveys_admin:{name}', args=[survey.pk, *args])}?{urlencode(query)}"


def sign_in(client, survey, role="editor"):
    user = make_user(role=role, organisation=survey.organisation)
    client.force_login(user)
    return user


def draft(survey) -> Questionnaire:
    """The questionnaire as last saved."""
    return Questionnaire.read(Survey.objects.get(pk=survey.pk).get_latest_revision_as_object().questionnaire)


def form_of(response) -> dict:
    """What a browser would send of the page's form."""
    form = soup(response).select_one("form[data-question-form], form[data-translate-form]")
    for template in form.select("template"):
        template.decompose()
    return fields_of(form)


def outline(survey) -> list[tuple[str, list[str]]]:
    """(step id, question ids) of the newest draft."""
    return [(step.id, [question.id for question in step.questions]) for step in draft(survey).steps]


def do(client, survey, what, **data):
    """Press a button of the outline."""
    return client.post(address("questions", survey, language="fi"), {"do": what, **data}, follow=True)


def messages_in(response) -> list[str]:
    return [" ".join(item.get_text().split()) for item in soup(response).select(".messages > ul > li")]


def give_rule(survey, question, rule) -> None:
    """Save a draft in which the question has a rule."""
    found = Survey.objects.get(pk=survey.pk).get_latest_revision_as_object()
    stored = found.document.document()
    for step in stored["steps"]:
        for each in step["questions"]:
            if each["id"] == question:
                each["show_when"] = rule
    found.write_document(Questionnaire.read(stored))
    found.save_revision()
