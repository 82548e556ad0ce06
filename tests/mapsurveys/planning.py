"""What tests of surveys in the admin do again and again."""

from django.urls import reverse

from mapsurveys.models import Survey
from tests.admin_forms import form_data
from tests.factories import make_user


def admin(name, survey, *, language="", **kwargs):
    address = reverse(f"surveys_admin:{name}", kwargs={"pk": str(survey.pk), **kwargs})
    return f"{address}?language={language}" if language else address


def sign_in(client, survey, role="publisher"):
    user = make_user(role=role, organisation=survey.organisation)
    client.force_login(user)
    return user


def save(client, survey, *, language="fi", action="", **changes):
    """Send the survey's form with `changes`; `action` names the button that is pressed."""
    address = admin("edit", survey, language=language)
    return client.post(address, form_data(client.get(address), action=action) | changes)


def newest(survey):
    return Survey.objects.get(pk=survey.pk).get_latest_revision_as_object()


def live(survey):
    return Survey.objects.get(pk=survey.pk)
