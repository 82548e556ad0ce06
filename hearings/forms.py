"""What residents fill in: the filters of the list, a comment, a receipt code."""

import uuid

from django import forms
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from cms.choices import ConsultationStatus
from cms.consultations import ORDER, opening_condition
from cms.forms.filters import BoundsField, NamedChoiceField
from cms.forms.geometry import PlaceField
from cms.layers.models import Layer
from cms.organisations.choices import AreaKind
from cms.organisations.models import Area, Label, Organisation
from hearings.choices import TOOLS, MapTools
from hearings.models import Hearing, HearingTranslation, Section, SectionTranslation
from hearings.models.comment import TEXT_LIMIT


class HearingFilterForm(forms.Form):
    """Filters of the list, sent by GET. A filter that makes no sense is told, and the others work."""

    q = forms.CharField(label=_("Search words"), required=False, max_length=200)
    status = forms.ChoiceField(
        label=_("When"), required=False, choices=[("", _("At any time")), *ConsultationStatus.choices]
    )
    label = NamedChoiceField(Label.objects.all(), label=_("Subject"), empty_label=_("All subjects"))
    area = NamedChoiceField(
        Area.objects.filter(kind=AreaKind.DISTRICT),
        label=_("District"),
        empty_label=_("The whole city"),
    )
    organisation = NamedChoiceField(
        Organisation.objects.all(), label=_("Organisation"), empty_label=_("All organisations")
    )
    bbox = BoundsField(label=_("Box on the map"), required=False, widget=forms.HiddenInput)

    def __init__(self, data):
        # Without a key in the address a field is empty, not missing: the form is always bound.
        super().__init__(data)
        for name in ("label", "area", "organisation"):
            self.fields[name].sort_by_name()

    def hearings(self):
        """Public hearings that pass the filters, what needs the reader most urgently first."""
        self.is_valid()
        chosen = self.cleaned_data
        hearings = Hearing.objects.public()
        if status := chosen.get("status"):
            hearings = hearings.opening(status).order_by(ORDER[status], "pk")
        else:
            hearings = hearings.with_status().order_by(*_open_first())
        if label := chosen.get("label"):
            hearings = hearings.filter(labels=label)
        if organisation := chosen.get("organisation"):
            hearings = hearings.filter(organisation__path__startswith=organisation.path)
        if area := chosen.get("area"):
            hearings = hearings.filter(Q(area__isnull=True) | Q(area__intersects=area.geometry))
        if box := chosen.get("bbox"):
            hearings = hearings.filter(area__intersects=box)
        if words := chosen.get("q"):
            hearings = hearings.filter(mentions(words))
        return hearings


def _open_first():
    """Open hearings by their closing, then upcoming by their opening, then ended ones, latest first."""
    place = Case(
        *(
            When(opening_condition(status), then=Value(number))
            for number, status in enumerate([ConsultationStatus.OPEN, ConsultationStatus.UPCOMING])
        ),
        default=Value(2),
        output_field=IntegerField(),
    )
    soonest = Case(
        When(opening_condition(ConsultationStatus.OPEN), then=F("close_at")),
        When(opening_condition(ConsultationStatus.UPCOMING), then=F("open_at")),
    )
    return place, soonest.asc(nulls_last=True), F("close_at").desc(nulls_last=True), "pk"


def mentions(words: str) -> Q:
    """Hearings whose texts, in any language, hold all the words."""
    condition = Q()
    for word in words.split():
        in_hearing = HearingTranslation.objects.filter(master=OuterRef("pk")).filter(
            Q(title__icontains=word) | Q(abstract__icontains=word)
        )
        in_section = SectionTranslation.objects.filter(master__hearing=OuterRef("pk")).filter(
            Q(title__icontains=word) | Q(abstract__icontains=word)
        )
        condition &= Q(Exists(in_hearing)) | Q(Exists(in_section))
    return condition


class CommentWordsForm(forms.Form):
    """The words of a comment."""

    text = forms.CharField(
        label=_("Your comment"),
        required=False,
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Everyone can read it, and it is published as open data."),
    )
    author_name = forms.CharField(
        label=_("Name or nickname"),
        required=False,
        max_length=80,
        help_text=_("You don't have to give a name. If you do, everyone sees it beside your comment."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )


class CommentForm(CommentWordsForm):
    """A comment on a section of a hearing: words, a place, or both.

    Fields: `section` among `sections`, `geometry` as the sections' map tools allow, `form_key` for
    recognising the same form sent twice.
    """

    section = forms.ChoiceField(
        label=_("What do you comment on?"),
        error_messages={
            "required": _("Choose which part you comment on."),
            "invalid_choice": _("You can't comment on that part. Choose one from the list."),
        },
    )
    place_text = forms.CharField(
        label=_("Describe the place in words"),
        required=False,
        max_length=500,
        help_text=_(
            "For example an address or “the shore behind the school”. Use this if you don't want to draw on the map."
        ),
    )
    form_key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    field_order = ["section", "text", "geometry", "place_text", "author_name", "form_key"]

    def __init__(self, data=None, *, sections: list[Section], outline=None, initial=None):
        super().__init__(data, initial={"form_key": uuid.uuid4().hex, **(initial or {})})
        self.sections = {str(section.pk): section for section in sections}
        self.fields["section"].choices = [(pk, str(section)) for pk, section in self.sections.items()]
        if len(sections) == 1:
            self.fields["section"].initial = str(sections[0].pk)
        tools = _widest_tools(sections)
        if tools:
            self.fields["geometry"] = PlaceField(
                label=_("Place on the map"),
                tools=tools,
                outline=outline,
                required=False,
                help_text=_("You don't have to mark a place. Everyone sees the place that you mark."),
            )
            self.order_fields(self.field_order)

    def offer_layers(self, layers: list[Layer]) -> None:
        """Let the resident choose `layers` on the map, where there is one."""
        if "geometry" in self.fields:
            self.fields["geometry"].widget.layers = layers

    def clean(self):
        cleaned = super().clean()
        section = self.sections.get(cleaned.get("section"))
        geometry = cleaned.get("geometry")
        if section and geometry and not _allows(section, geometry):
            self.add_error("geometry", _("You can't draw that kind of shape on the part you comment on."))
        given = cleaned.get("text") or cleaned.get("place_text") or geometry
        if not given and not {"text", "place_text", "geometry"} & set(self.errors):
            self.add_error("text", _("Write a comment or mark a place. Spaces alone are not enough."))
        cleaned["section"] = section
        return cleaned


def _widest_tools(sections: list[Section]) -> list[str]:
    offered = {section.map_tools for section in sections}
    widest = next((tools for tools in (MapTools.ALL, MapTools.POINT) if tools in offered), MapTools.NONE)
    return TOOLS[widest]


def _allows(section: Section, geometry) -> bool:
    names = {"Point": "point", "LineString": "line", "Polygon": "polygon", "MultiPolygon": "polygon"}
    return names.get(geometry.geom_type) in TOOLS[section.map_tools]


class ReplyForm(CommentWordsForm):
    """A reply to a comment: words alone, in the section of what is replied to."""

    form_key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, data=None):
        super().__init__(data, initial={"form_key": uuid.uuid4().hex})
        self.fields["text"].required = True
        self.fields["text"].label = _("Your reply")


class ChangeCommentForm(CommentWordsForm):
    """Changes the words of a comment by its receipt."""

    place_text = forms.CharField(label=_("Place in words"), required=False, max_length=500)

    def __init__(self, data=None, *, comment):
        self.comment = comment
        initial = {name: getattr(comment, name) for name in ("text", "author_name", "place_text")}
        super().__init__(data, initial=initial)

    def clean(self):
        cleaned = super().clean()
        given = cleaned.get("text") or cleaned.get("place_text") or self.comment.geometry
        if not given and not self.errors:
            self.add_error("text", _("The comment can't be empty. You can withdraw it instead."))
        return cleaned


class ReceiptForm(forms.Form):
    code = forms.CharField(
        label=_("Receipt code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Write the code that you got when you sent your comment.")},
    )
