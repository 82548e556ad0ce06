"""Loads the shared workload, every row as the application would have made it.

Beside what the workload says there are districts to filter by, images, and a copy of the biggest hearing with
its latest 50 comments only, so that the two pages differ in nothing but the number of comments.
"""

import io
import uuid
from collections import defaultdict, deque
from datetime import datetime, timedelta

import shapely
from django.contrib.auth.hashers import make_password
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Polygon
from django.core.files.base import ContentFile
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone
from PIL import Image
from shapely.geometry import shape
from wagtail.images import get_image_model

from cms.accounts.models import User
from cms.choices import HiddenReason, ModerationState
from cms.organisations.choices import AreaKind, Role
from cms.organisations.models import Area, ContactPerson, Label, Membership, Organisation
from cms.translations import plain_text
from hearings.choices import Commenting, MapTools, SectionKind
from hearings.models import Comment, Hearing, HearingContact, Section

BATCH = 1000
BIG_SLUG = "hearing-0001"
SMALL_SLUG = "hearing-small"
SMALL_COMMENTS = 50
DISTRICTS = 8
IMAGES = 6
KINDS = {"main": SectionKind.MAIN, "part": SectionKind.PART, "closure-info": SectionKind.CLOSURE}
COMMENTING = {"open": Commenting.EVERYONE, "none": Commenting.NOBODY}
MAP_TOOLS = {"all": MapTools.ALL, "none": MapTools.NONE}


def load(workload, progress) -> None:
    """Fill an empty database with `workload` (the shared module); one transaction, then ANALYZE."""
    config = workload.Config()
    loader = Loader(config, make_images())
    with transaction.atomic():
        make_districts(workload.BBOX)
        for record in with_small_hearing(workload.records(config), config):
            loader.add(record)
            progress.step()
        loader.finish()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def record_count(config) -> int:
    """Number of records to come, near enough for a progress bar: sections vary."""
    few = config.organisations + config.labels + config.users + config.contacts
    return few + config.hearings * 5 + config.comments + SMALL_COMMENTS


def with_small_hearing(records, config):
    """The records, and at their end the first hearing once more with its latest comments alone."""
    first, latest = [], deque(maxlen=SMALL_COMMENTS)
    for record in records:
        if record["kind"] in ("hearing", "section") and record.get("hearing", record["id"]) == 1:
            first.append(record)
        elif record["kind"] == "comment" and record["hearing"] == 1:
            latest.append(record)
        yield record
    hearing = config.hearings + 1
    yield {**first[0], "id": hearing, "slug": SMALL_SLUG}
    for section in first[1:]:
        yield {**section, "id": ("small", section["id"]), "hearing": hearing}
    numbers = {comment["id"]: config.comments + place for place, comment in enumerate(latest, 1)}
    for comment in latest:
        yield {
            **comment,
            "id": numbers[comment["id"]],
            "hearing": hearing,
            "section": ("small", comment["section"]),
            "parent": numbers.get(comment["parent"]),
        }


def make_images() -> list:
    """Plain pictures, so that pages have renditions to look up."""
    images = []
    for number in range(IMAGES):
        file = io.BytesIO()
        Image.new("RGB", (1800, 1200), (40 * number, 120, 200 - 30 * number)).save(file, "PNG")
        content = ContentFile(file.getvalue(), name=f"bench-{number}.png")
        images.append(get_image_model().objects.create(title=f"Picture {number}", file=content))
    return images


def make_districts(bounds) -> None:
    """Parts of the city to filter by: strips of the workload's box, from west to east."""
    west, south, east, north = bounds
    width = (east - west) / DISTRICTS
    for number in range(DISTRICTS):
        strip = Polygon.from_bbox((west + number * width, south, west + (number + 1) * width, north))
        area = Area(slug=f"district-{number + 1}", kind=AreaKind.DISTRICT, geometry=MultiPolygon(strip, srid=4326))
        for code, name in {"fi": "Suurpiiri", "sv": "Stordistrikt", "en": "Major district"}.items():
            area.set_translation(code, name=f"{name} {number + 1}")
        area.save()


class Loader:
    """Turns records into rows and writes them in batches.

    Foreign keys are checked when the transaction ends, so rows need no order.
    """

    def __init__(self, config, images):
        self.images = images
        self.waiting = defaultdict(list)
        self.keys = defaultdict(dict)
        self.members = []
        self.reasons = list(HiddenReason)
        # On a machine whose clock is before the workload's, what is open there has to be open here too.
        self.shift = min(timedelta(0), timezone.now() - datetime.fromisoformat(config.anchor))

    def add(self, record) -> None:
        getattr(self, f"add_{record['kind']}")(record)

    def finish(self) -> None:
        for model in list(self.waiting):
            self.flush(model)
        for user, organisation, role in self.members:
            # One by one: the signal lets them into the admin.
            Membership.objects.create(user_id=user, organisation_id=organisation, role=role)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [Comment, User]):
                cursor.execute(statement)

    def put(self, thing) -> None:
        rows = self.waiting[type(thing)]
        rows.append(thing)
        if len(rows) >= BATCH:
            self.flush(type(thing))

    def flush(self, model) -> None:
        model._base_manager.bulk_create(self.waiting.pop(model, []))

    def put_texts(self, owner, texts: dict[str, dict]) -> None:
        """Rows of `texts` ({language: {field: text}}); translations say from what, as the editor writes."""
        model = owner.translation_model()
        for code, values in texts.items():
            row = model(pk=owner.translation_key(code), master_id=owner.pk, language_code=code, **values)
            if code != "fi":
                row.translated_from = {
                    name: {"language": "fi", "text": words_of(value)} for name, value in texts["fi"].items()
                }
            self.put(row)

    def moment(self, text: str) -> datetime:
        return datetime.fromisoformat(text) + self.shift

    def add_organisation(self, record):
        organisation = Organisation(slug=f"organisation-{record['id']}")
        organisation.set_translation("fi", name=record["name"])
        self.keys["organisation"][record["id"]] = Organisation.add_root(instance=organisation).pk

    def add_label(self, record):
        label = Label(slug=f"label-{record['id']}")
        self.keys["label"][record["id"]] = label.pk
        self.put(label)
        self.put_texts(label, {code: {"name": name} for code, name in record["label"].items()})

    def add_user(self, record):
        names = {name: record[name] for name in ("username", "first_name", "last_name", "email")}
        self.put(User(pk=record["id"], password=make_password(None), **names))
        if record["admin_of"]:
            role = Role.PUBLISHER if record["id"] % 2 else Role.MODERATOR
            self.members.append((record["id"], self.keys["organisation"][record["admin_of"]], role))

    def add_contact(self, record):
        person = ContactPerson(
            organisation_id=self.keys["organisation"][record["organisation"]],
            **{name: record[name] for name in ("name", "phone", "email")},
        )
        self.keys["contact"][record["id"]] = person.pk
        self.put(person)
        self.put_texts(person, {code: {"title": title} for code, title in record["title"].items()})

    def add_hearing(self, record):
        published_at = self.moment(record["open_at"]) if record["published"] else None
        hearing = Hearing(
            slug=record["slug"],
            organisation_id=self.keys["organisation"][record["organisation"]],
            area=geometry_of(record["geometry"]),
            open_at=self.moment(record["open_at"]),
            close_at=self.moment(record["close_at"]),
            main_image=self.image(record["id"]),
            live=record["published"],
            has_unpublished_changes=not record["published"],
            first_published_at=published_at,
            last_published_at=published_at,
        )
        self.keys["hearing"][record["id"]] = hearing.pk
        self.put(hearing)
        # The workload gives hearings no abstracts.
        texts = {code: {"title": title, "abstract": f"{title}. {title}."} for code, title in record["title"].items()}
        self.put_texts(hearing, texts)
        for number in record["labels"]:
            self.put(Hearing.labels.through(hearing_id=hearing.pk, label_id=self.keys["label"][number]))
        for order, number in enumerate(record["contacts"]):
            person = self.keys["contact"][number]
            self.put(HearingContact(hearing_id=hearing.pk, person_id=person, sort_order=order))

    def image(self, number: int):
        """A picture for every other hearing."""
        return self.images[number // 2 % IMAGES] if number % 2 else None

    def add_section(self, record):
        section = Section(
            hearing_id=self.keys["hearing"][record["hearing"]],
            sort_order=record["ordering"],
            kind=KINDS[record["type"]],
            commenting=COMMENTING[record["commenting"]],
            map_tools=MAP_TOOLS[record["map_tools"]],
        )
        self.keys["section"][record["id"]] = section.pk
        self.put(section)
        image = self.image(record["hearing"] + 2 * record["ordering"])
        texts = {
            code: {
                "title": record["title"][code],
                "abstract": record["abstract"][code],
                "body": body_of(record["content"][code], image),
            }
            for code in record["title"]
        }
        self.put_texts(section, texts)

    def add_comment(self, record):
        hidden = not record["published"]
        self.put(
            Comment(
                pk=record["id"],
                hearing_id=self.keys["hearing"][record["hearing"]],
                section_id=self.keys["section"][record["section"]],
                parent_id=record["parent"],
                label_id=self.keys["label"].get(record["label"]),
                text=record["content"],
                author_name=record["author_name"] or "",
                author_id=record["user"],
                language=record["language"],
                geometry=geometry_of(record["geometry"]) if record["geometry"] else None,
                place_text=record["map_text"],
                created_at=self.moment(record["created_at"]),
                state=ModerationState.HIDDEN if hidden else ModerationState.VISIBLE,
                hidden_reason=self.reasons[record["id"] % len(self.reasons)] if hidden else "",
            )
        )


def body_of(html: str, image) -> list[dict]:
    """A section's text as its stream holds it."""
    blocks = [{"type": "paragraph", "value": html, "id": str(uuid.uuid4())}]
    if image:
        value = {"image": image.pk, "alt": "Havainnekuva", "caption": ""}
        blocks.append({"type": "image", "value": value, "id": str(uuid.uuid4())})
    return blocks


def words_of(value) -> str:
    return plain_text(value if isinstance(value, str) else value[0]["value"])


def geometry_of(geojson: dict) -> GEOSGeometry:
    """In EPSG:4326, as given."""
    return GEOSGeometry(memoryview(shapely.to_wkb(shape(geojson))), srid=4326)
