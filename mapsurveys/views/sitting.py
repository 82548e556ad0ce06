"""What the pages of one person answering share: which survey, which version, as whom, how far."""

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode

from cms.translations import with_texts
from mapsurveys.choices import Access
from mapsurveys.models import AccessCode, Channel, Response, Survey, SurveyVersion
from mapsurveys.permissions import can_answer, can_see
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.responding import CodeRefused, find_code, find_response, read_sheet
from mapsurveys.versions import current_version, published_version, version_for_testing

#: Signs the address that lets testers answer a draft.
TEST_SALT = "mapsurveys.test"
#: A test address is good for so long.
TEST_SECONDS = 60 * 24 * 60 * 60


def test_token(survey: Survey) -> str:
    """What a test address of the survey holds."""
    return signing.dumps(str(survey.pk), salt=TEST_SALT)


test_token.__test__ = False


def survey_of_token(token: str) -> Survey:
    """The survey that a test address is of. Raises Http404."""
    try:
        key = signing.loads(token, salt=TEST_SALT, max_age=TEST_SECONDS)
    except signing.BadSignature:
        raise Http404 from None
    survey = Survey.objects.select_related("organisation").filter(pk=key).first()
    if survey is None:
        raise Http404
    return survey


def with_query(address: str, parameters: dict[str, str]) -> str:
    """An address with a query, where there are any parameters."""
    return f"{address}?{urlencode(parameters)}" if parameters else address


#: What a cover's address carries on to the questions: a channel's key, a one-time code, a shared device.
CARRIED = ("c", "code", "kiosk")


@dataclass
class Sitting:
    """One person answering one survey. `code` is their receipt code, "" before anything is stored."""

    user: Any
    survey: Survey
    version: SurveyVersion
    response: Response | None = None
    code: str = ""
    channel: Channel | None = None
    #: What the address carries from page to page: c, code, kiosk, test.
    carried: dict[str, str] = None
    #: What someone has begun before who comes back without the receipt: its answers fill the form.
    earlier: Response | None = None

    @property
    def document(self) -> Questionnaire:
        return self.version.document

    @property
    def is_test(self) -> bool:
        return self.response.is_test if self.response else "test" in self.carried

    @property
    def starts_afresh(self) -> bool:
        """Whether the next person answers on the same device: nothing may stay in the browser."""
        return "kiosk" in self.carried or bool(self.channel and self.channel.starts_afresh)

    @cached_property
    def sheet(self) -> dict[str, Any]:
        held = self.response or self.earlier
        return read_sheet(held) if held else {}

    @cached_property
    def steps(self) -> list[Step]:
        """The steps that the answers so far show."""
        return self.document.shown(self.sheet)[0]

    def may_answer(self) -> bool:
        return self.is_test or can_answer(self.user, self.survey, self.channel, timezone.now())

    def needs_code(self) -> bool:
        """Whether a one-time code must be given before the first answers are stored."""
        return self.survey.access == Access.CODE and self.response is None and not self.is_test and not self.keys_in

    @property
    def keys_in(self) -> bool:
        return bool(self.channel and self.channel.kind == "paper")

    def address(self, name: str, *args: str, **query: str) -> str:
        """Address of a page of this sitting, such as address("step", step.id)."""
        kept = {key: value for key, value in self.carried.items() if key == "kiosk"}
        own = [self.survey.slug, self.code] if self.code else [self.survey.slug]
        return with_query(reverse(f"mapsurveys:{name}", args=[*own, *args]), kept | query)

    @property
    def begin_address(self) -> str:
        """Where the first answers are sent, with all that the address of the cover carried, and the version shown."""
        number = {"v": str(self.version.number)} if self.version and self.version.number else {}
        return with_query(reverse("mapsurveys:begin", args=[self.survey.slug]), self.carried | number)

    @property
    def fresh_address(self) -> str:
        """The cover for the next person on the same device."""
        channel = {"c": self.channel.key} if self.channel else {}
        kiosk = {"kiosk": ""} if "kiosk" in self.carried else {}
        return with_query(self.survey.get_absolute_url(), channel | kiosk)

    def first_open_step(self) -> Step | None:
        """The first shown step that has not been finished."""
        done = self.response.steps_done if self.response else []
        return next((step for step in self.steps if step.id not in done), None)

    def step_after(self, step: Step, answers: dict[str, Any]) -> Step | None:
        """The next shown step, once `answers` are those of `step`; None after the last."""
        own = {question.id for question in step.questions}
        sheet = {key: answer for key, answer in self.sheet.items() if key not in own} | answers
        steps = self.document.shown(sheet)[0]
        places = [each.id for each in steps]
        place = places.index(step.id) + 1 if step.id in places else len(steps)
        return steps[place] if place < len(steps) else None

    def step_before(self, step: Step) -> Step | None:
        places = [each.id for each in self.steps]
        place = places.index(step.id) if step.id in places else 0
        return self.steps[place - 1] if place else None


def new_sitting(request, slug: str) -> Sitting:
    """Someone who has stored nothing yet. Raises Http404."""
    carried = {name: request.GET[name] for name in (*CARRIED, "test") if name in request.GET}
    if "test" in carried:
        survey = survey_of_token(carried["test"])
        if survey.slug != slug:
            raise Http404
        draft = survey.get_latest_revision_as_object() if survey.latest_revision_id else survey
        return Sitting(request.user, survey, version_for_testing(draft), carried=carried)
    surveys = with_texts(Survey.objects.filter(slug=slug, live=True), "title").select_related("organisation")
    survey = surveys.first()
    version = version_read(request, survey) if survey and can_see(request.user, survey) else None
    if version is None:
        raise Http404
    version.survey = survey
    channel = find_channel(survey, carried.get("c", ""))
    return Sitting(request.user, survey, version, channel=channel, carried=carried)


def version_read(request, survey: Survey) -> SurveyVersion | None:
    """The newest version; for who sends a form, the one that they have read, though another be published meanwhile."""
    number = request.GET.get("v", "") if request.method == "POST" else ""
    read = published_version(survey, int(number)) if number.isdecimal() and len(number) < 9 else None
    return read or current_version(survey)


def take_up(sitting: Sitting, text: str) -> None:
    """Take up what this account, or the holder of this unused one-time code, has begun before.

    Without it they would see an empty first step, and sending that would empty what they had stored.
    """
    if sitting.is_test or sitting.keys_in:
        return
    try:
        code = code_given(sitting, text)
    except CodeRefused:
        return
    sitting.earlier = find_earlier(sitting.survey, sitting.user, code)
    if sitting.earlier:
        sitting.version = sitting.earlier.version
        sitting.version.survey = sitting.survey


def find_earlier(survey: Survey, user, access_code: AccessCode | None) -> Response | None:
    """What `begin_response` would go on with for this account or unused one-time code."""
    responses = Response.objects.select_related("version").filter(survey=survey, is_test=False)
    if access_code:
        return responses.filter(code=access_code).first()
    return (
        responses.filter(respondent=user).first()
        if survey.access == Access.SIGNED_IN and user.is_authenticated
        else None
    )


def find_channel(survey: Survey, key: str) -> Channel | None:
    """The survey's channel with this key; an unknown key is an answer by the open link."""
    return survey.channels.filter(key=key).first() if key and "\0" not in key else None


def sitting_of(request, slug: str, code: str) -> Sitting:
    """Whoever holds a receipt code. Raises Http404."""
    response = find_response(code)
    if response is None or response.survey.slug != slug or not (response.survey.live or response.is_test):
        raise Http404
    carried = {"kiosk": ""} if "kiosk" in request.GET else {}
    return Sitting(
        request.user,
        response.survey,
        response.version,
        response=response,
        code=code,
        channel=response.channel,
        carried=carried,
    )


def code_given(sitting: Sitting, text: str):
    """The unused one-time code that was given; None where none is needed. Raises CodeRefused."""
    if not sitting.needs_code():
        return None
    if not text.strip():
        raise CodeRefused
    return find_code(sitting.survey, text)
