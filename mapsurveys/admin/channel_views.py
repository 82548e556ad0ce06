"""Ways to answer, in the admin: links with QR codes, posters, one-time codes, and the link for testers."""

import functools

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from cms.consultation_publishing import required_languages
from cms.translations import language_codes
from mapsurveys.channels import (
    add_channel,
    channels_of,
    cover_address,
    keying_in_address,
    open_channel,
    public_address,
    qr_drawing,
    rename_channel,
    shut_channel,
)
from mapsurveys.choices import Access, ChannelKind
from mapsurveys.codes import MOST_CODES, code_counts, make_codes, void_codes
from mapsurveys.handing_out import FORMS, poster
from mapsurveys.models import Channel, Response, Survey
from mapsurveys.permissions import can_edit, can_key_in
from mapsurveys.trying_out import delete_test_answers
from mapsurveys.views.sitting import test_token

REFUSED = 422  # RFC 9110: understood, but the content cannot be processed

#: What each kind of channel is for, told where one is added.
PURPOSES = {
    ChannelKind.OPEN: gettext_lazy("Open link: for web pages, news and posters. Anyone who has it can answer."),
    ChannelKind.CODE: gettext_lazy(
        "Code letter: each household or person gets a code of their own, good for one answer."
    ),
    ChannelKind.PANEL: gettext_lazy("Panel: a link for a known group, such as a panel of residents."),
    ChannelKind.EVENT: gettext_lazy(
        "Event: for a tablet that people pass on at an event or a library. It starts afresh for the next person."
    ),
    ChannelKind.INTERVIEWER: gettext_lazy(
        "Interviewer: staff ask the questions aloud and mark the answers. It starts afresh for the next person."
    ),
    ChannelKind.PAPER: gettext_lazy(
        "Paper form: staff key in what people have written, also after the survey has closed."
        " Its link works for staff only."
    ),
}


class NewChannelForm(forms.ModelForm):
    class Meta:
        model = Channel
        fields = ["kind", "name"]


class NameForm(forms.ModelForm):
    class Meta:
        model = Channel
        fields = ["name"]


class CodesForm(forms.Form):
    """How many one-time codes are made, and in which form they are handed out."""

    count = forms.IntegerField(label=gettext_lazy("How many codes"), min_value=1, max_value=MOST_CODES)
    form = forms.ChoiceField(
        label=gettext_lazy("File format"),
        choices=[(key, form.name) for key, form in FORMS.items()],
        initial="xlsx",
        widget=forms.RadioSelect,
    )

    def clean(self):
        cleaned = super().clean()
        form = FORMS.get(cleaned.get("form"))
        if form and cleaned.get("count", 0) > form.most:
            message = _(
                "At most %(most)s can be printed at once. Make more in parts, or send a list to a printing house."
            )
            self.add_error("count", message % {"most": form.most})
        return cleaned


class SurveyPage(PermissionCheckedMixin, View):
    """A page of one survey."""

    model = Survey
    any_permission_required = ["change", "view"]
    template_name = ""

    @cached_property
    def survey(self) -> Survey:
        """The survey as residents see it; while they do not, its newest draft, whose address they will see."""
        if self.own.live or not self.own.latest_revision_id:
            return self.own
        return self.own.get_latest_revision_as_object()

    def show(self, context, status=200):
        shared = {"survey": self.survey, "may_edit": can_edit(self.request.user, self.own)}
        return TemplateResponse(self.request, self.template_name, {**shared, **context}, status=status)


class ChannelsView(SurveyPage):
    """All ways to answer a survey, with how many answers came by each."""

    template_name = "mapsurveys/admin/channels.html"

    def get(self, request, pk):
        return self.show_channels(NewChannelForm())

    def post(self, request, pk):
        form = NewChannelForm(request.POST)
        if not form.is_valid():
            return self.show_channels(form, REFUSED)
        channel = add_channel(survey=self.own, by=request.user, **form.cleaned_data)
        messages.success(request, _("Added “%(channel)s”.") % {"channel": channel})
        return redirect("surveys_admin:channels", pk)

    def show_channels(self, form, status=200):
        counts = code_counts(self.own)
        channels = [row_of(self.survey, channel, counts.get(channel.pk, (0, 0))) for channel in channels_of(self.own)]
        context = {
            "channels": channels,
            "public": links_to(self.survey),
            "untagged": Response.objects.counted().filter(survey=self.own, channel=None).count(),
            "form": form,
            "purposes": list(PURPOSES.values()),
            "asks_for_code": self.survey.access == Access.CODE,
            "has_code_channel": any(row["takes_codes"] for row in channels),
            "may_key_in": can_key_in(self.request.user, self.own),
        }
        return self.show(context, status)


def row_of(survey: Survey, channel: Channel, codes: tuple[int, int]) -> dict:
    """What the list shows of one channel."""
    made, used = codes
    return {
        "channel": channel,
        "links": links_to(survey, channel),
        "takes_codes": channel.kind == ChannelKind.CODE,
        "codes_made": made,
        "codes_used": used,
        "keying_in": keying_in_address(channel) if channel.kind == ChannelKind.PAPER else "",
    }


def links_to(survey: Survey, channel: Channel | None = None) -> dict:
    """The link that paper carries, its QR code, and the links of each language."""
    query = {"c": channel.key} if channel else {}
    address = cover_address(survey, **query)
    each = [{"name": name, "address": cover_address(survey, code, **query)} for code, name in settings.LANGUAGES]
    return {"address": address, "qr": qr_drawing(address), "each": each}


class OneChannelPage(SurveyPage):
    """A page of one channel of the survey; a channel of another survey, or of another kind, is not there."""

    kinds = tuple(ChannelKind)

    @cached_property
    def channel(self) -> Channel:
        channel = channels_of(self.own).filter(pk=self.kwargs["channel"], kind__in=self.kinds).first()
        if channel is None:
            raise Http404
        channel.survey = self.survey
        return channel


class ChannelView(OneChannelPage):
    """Renames a channel, takes it out of use and into use again."""

    permission_required = "change"
    any_permission_required = None
    template_name = "mapsurveys/admin/channel.html"

    def get(self, request, pk, channel):
        return self.show({"channel": self.channel, "form": NameForm(instance=self.channel)})

    def post(self, request, pk, channel):
        if "shut" in request.POST:
            shut_channel(channel=self.channel, by=request.user)
            messages.success(request, _("“%(channel)s” takes no more answers.") % {"channel": self.channel})
        elif "open" in request.POST:
            open_channel(channel=self.channel, by=request.user)
            messages.success(request, _("“%(channel)s” is in use again.") % {"channel": self.channel})
        else:
            form = NameForm(request.POST, instance=self.channel)
            if not form.is_valid():
                return self.show({"channel": self.channel, "form": form}, REFUSED)
            rename_channel(channel=self.channel, name=form.cleaned_data["name"], by=request.user)
        return redirect("surveys_admin:channels", pk)


class PosterView(OneChannelPage):
    """An A4 sheet to be printed: in the required languages, or in the one that `?language=` names."""

    kinds = tuple(kind for kind in ChannelKind if kind != ChannelKind.PAPER)

    def get(self, request, pk, channel):
        asked = request.GET.get("language")
        languages = [asked] if asked in language_codes() else [code for code, _name in required_languages()]
        return file_response(poster(self.channel, languages), "application/pdf", f"{self.survey.slug}-poster.pdf")


class CodesView(OneChannelPage):
    """Makes one-time codes, which are handed out in the very answer, and voids the unused ones."""

    permission_required = "change"
    any_permission_required = None
    template_name = "mapsurveys/admin/codes.html"
    kinds = (ChannelKind.CODE,)

    def get(self, request, pk, channel):
        return self.show_codes(CodesForm())

    def post(self, request, pk, channel):
        if "void" in request.POST:
            return self.void()
        form = CodesForm(request.POST)
        if not form.is_valid():
            return self.show_codes(form, REFUSED)
        return self.make(form.cleaned_data["count"], FORMS[form.cleaned_data["form"]])

    def make(self, count, form):
        # If the file does not come about, neither do the codes: nobody could ever hand them out.
        with transaction.atomic():
            codes = make_codes(channel=self.channel, count=count, by=self.request.user)
            content = form.make(self.channel, codes)
        return file_response(content, form.content_type, f"{self.survey.slug}-codes.{form.extension}")

    def void(self):
        count = void_codes(channel=self.channel, by=self.request.user)
        sentence = ngettext("%(count)s unused code is void.", "%(count)s unused codes are void.", count)
        messages.success(self.request, sentence % {"count": count})
        return redirect(self.request.path)

    def show_codes(self, form, status=200):
        made, used = code_counts(self.own).get(self.channel.pk, (0, 0))
        context = {
            "channel": self.channel,
            "form": form,
            "made": made,
            "used": used,
            "unused": made - used,
            "asks_for_code": self.survey.access == Access.CODE,
        }
        return self.show(context, status)


class TestLinkView(SurveyPage):
    """The address by which anyone who has it tries the newest draft; POST deletes what testers have answered."""

    __test__ = False
    template_name = "mapsurveys/admin/test_link.html"

    def get(self, request, pk):
        token = test_token(self.own)
        address = functools.partial(public_address, "mapsurveys:test", token)
        form = functools.partial(public_address, "mapsurveys:test_form", token)
        links = [
            {"name": name, "address": address(language=code), "form": form(language=code)}
            for code, name in settings.LANGUAGES
        ]
        tests = Response.objects.filter(survey=self.own, is_test=True).count()
        return self.show({"links": links, "qr": qr_drawing(address()), "tests": tests})

    def post(self, request, pk):
        count = delete_test_answers(survey=self.own, by=request.user)
        sentence = ngettext("Deleted %(count)s test answer.", "Deleted %(count)s test answers.", count)
        messages.success(request, sentence % {"count": count})
        return redirect("surveys_admin:test_link", pk)


def file_response(content: bytes, content_type: str, name: str) -> HttpResponse:
    """A file to be saved, for this planner alone."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
