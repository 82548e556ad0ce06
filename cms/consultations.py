"""What a hearing and a survey share: who holds it, where it is, and when it is open.

The clock decides: `ConsultationQuerySet.with_status` says in SQL what `Consultation.status_at` says in
Python. Moments are compared by the second, so that a consultation that closes at 23:59:59 in Helsinki is
open to the end of that second.
"""

from datetime import datetime, time

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.db.models import GeometryField
from django.db import models
from django.db.models import Case, Prefetch, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.images import get_image_model_string
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin

from cms.choices import ConsultationStatus
from cms.organisations.models import ContactPerson, Label, Organisation
from cms.permissions import Right, within_right
from cms.translations import TranslatedModel, texts_of, with_texts

ANYONE = AnonymousUser()


def this_second() -> datetime:
    """Now (aware), cut to the second: the moment that opening hours are compared with."""
    return timezone.now().replace(microsecond=0)


def end_of_day(day) -> datetime:
    """The last second of `day` (a date) in the service's time zone; right on days when clocks change."""
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)), timezone.get_default_timezone())


class ConsultationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What `user` may see: published consultations, and the drafts of the organisations they work for.

        Every page, feed, export, file and map goes through this one rule.
        """
        return self.filter(Q(live=True) | within_right(user, Right.SEE_DRAFTS))

    def public(self):
        """What anyone may see."""
        return self.visible_to(ANYONE)

    def listed(self):
        """Those that lists show by themselves; a kind may leave out what is shown within another."""
        return self

    def opening(self, status: ConsultationStatus, now: datetime | None = None):
        """Those that have `status` at `now`."""
        return self.filter(opening_condition(status, now))

    def for_cards(self):
        """With all that a card shows, in a number of queries that does not grow with the list; kinds add figures."""
        return (
            with_texts(self, "title", "abstract", "main_image_alt")
            .select_related("main_image")
            .prefetch_related(
                "main_image__renditions",
                Prefetch("organisation", with_texts(Organisation.objects.all(), "name")),
                Prefetch("labels", with_texts(Label.objects.all(), "name"), to_attr="labels_list"),
            )
        )

    def with_status(self, now: datetime | None = None):
        """Annotate `status_by_clock`."""
        return self.annotate(
            status_by_clock=Case(
                When(
                    opening_condition(ConsultationStatus.UPCOMING, now),
                    then=Value(ConsultationStatus.UPCOMING),
                ),
                When(opening_condition(ConsultationStatus.OPEN, now), then=Value(ConsultationStatus.OPEN)),
                default=Value(ConsultationStatus.CLOSED),
                output_field=models.CharField(),
            )
        )


#: What is urgent first: the field that orders consultations of each status.
ORDER = {
    ConsultationStatus.UPCOMING: "open_at",
    ConsultationStatus.OPEN: "close_at",
    ConsultationStatus.CLOSED: "-close_at",
}


def opening_condition(status: ConsultationStatus, now: datetime | None = None) -> Q:
    """The SQL twin of `Consultation.status_at`. Without an opening moment nothing is open yet."""
    now = (now or timezone.now()).replace(microsecond=0)
    upcoming = Q(open_at__isnull=True) | Q(open_at__gt=now)
    conditions = {
        ConsultationStatus.UPCOMING: upcoming,
        ConsultationStatus.OPEN: ~upcoming & Q(close_at__gte=now),
        ConsultationStatus.CLOSED: ~upcoming & (Q(close_at__lt=now) | Q(close_at__isnull=True)),
    }
    return conditions[status]


class Consultation(
    PreviewableMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatedModel,
):
    """A question to the residents, held by an organisation and open from `open_at` to `close_at`."""

    #: Template that shows it as a card in a list; subclasses set it.
    card_template = ""
    #: Name of the address of its list; subclasses set it.
    list_url_name = ""

    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("The last part of the web address, the same in all languages. Made from the title if left empty."),
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="%(class)ss", verbose_name=_("organisation")
    )
    labels = ParentalManyToManyField(Label, blank=True, related_name="%(class)ss", verbose_name=_("labels"))
    area = GeometryField(
        _("area"),
        srid=4326,
        null=True,
        blank=True,
        help_text=_("Leave empty if it is about the whole city."),
    )
    open_at = models.DateTimeField(_("opens"), null=True, blank=True)
    close_at = models.DateTimeField(
        _("closes"),
        null=True,
        blank=True,
        help_text=_("The last moment to take part. A day without a time lasts until 23:59:59."),
    )
    results_expected_on = models.DateField(
        _("results expected"),
        null=True,
        blank=True,
        help_text=_("When residents will be told what came of it."),
    )
    main_image = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("main image"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.translated("title")) or str(self.slug)

    @property
    def preview_modes(self):
        return [(code, str(name)) for code, name in settings.LANGUAGES]

    def contacts(self) -> list[ContactPerson]:
        """Contact persons in the planner's order; their titles are at hand where `with_contacts` brought them."""
        persons = []
        for row in self.contact_rows.all():
            if (titles := row.__dict__.pop("person_titles", None)) is not None:
                row.person.texts_by_language = titles
            persons.append(row.person)
        return persons

    def status_at(self, moment: datetime) -> ConsultationStatus:
        """Status at `moment` (aware); `opening_condition` is its twin in SQL."""
        moment = moment.replace(microsecond=0)
        if self.open_at is None or moment < self.open_at:
            return ConsultationStatus.UPCOMING
        if self.close_at is not None and moment <= self.close_at:
            return ConsultationStatus.OPEN
        return ConsultationStatus.CLOSED

    @property
    def status(self) -> ConsultationStatus:
        return self.status_at(timezone.now())

    def is_open_at(self, moment: datetime) -> bool:
        return self.status_at(moment) == ConsultationStatus.OPEN

    @property
    def is_open(self) -> bool:
        return self.is_open_at(timezone.now())


def with_contacts(rows: models.QuerySet) -> models.QuerySet:
    """Rows of a consultation's list of contact persons with the persons and their titles, in one query."""
    return rows.select_related("person").annotate(person_titles=texts_of(ContactPerson, "person_id", "title"))


# --- Kinds: guests make themselves known, so that the site's pages can list what is open -----------------

_kinds: list[str] = []


def register(model: type[Consultation]) -> None:
    """Let the site's own pages list this kind of consultation. Called from `AppConfig.ready()`."""
    if model._meta.label not in _kinds:
        _kinds.append(model._meta.label)


def kinds() -> list[type[Consultation]]:
    return [apps.get_model(label) for label in _kinds]


def for_front_page(limit: int) -> dict[ConsultationStatus, list[Consultation]]:
    """At most `limit` public consultations of every kind for each status, the most urgent first.

    Open ones by their closing, upcoming ones by their opening, closed ones by their closing, latest first.
    """
    shelves = {status: [] for status in ConsultationStatus}
    for model in kinds():
        urgent = [
            model.objects.public().listed().opening(status).order_by(ORDER[status]).values("pk")[:limit]
            for status in ConsultationStatus
        ]
        for item in model.objects.filter(pk__in=urgent[0].union(*urgent[1:])).for_cards():
            shelves[item.status].append(item)
    for status, items in shelves.items():
        order = ORDER[status]
        items.sort(key=lambda item: getattr(item, order.lstrip("-")) or item.created_at, reverse=order[0] == "-")
        del items[limit:]
    return shelves
