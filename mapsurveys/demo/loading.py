"""Turns the demo's plain data (mapsurveys.demo.content) into surveys with their layers, channels and pictures.

Each function leaves alone what is there already, so that loading twice changes nothing. The hearings' demo comes
first: its organisations, terms, districts and logins are used here.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from cms.accounts.models import User
from cms.consultations import end_of_day
from cms.organisations.models import Area, ContactPerson, Label, Organisation
from hearings.demo.content import CONTACTS
from hearings.demo.loading import at, load_layer, read_block, set_texts
from hearings.models import Hearing
from mapsurveys.codes import make_codes
from mapsurveys.demo import content
from mapsurveys.demo.content.types import LayerSpec, SurveySpec
from mapsurveys.models import Channel, Survey, SurveyContact
from mapsurveys.publishing import publish_survey
from mapsurveys.questionnaire import Questionnaire

ILLUSTRATIONS = Path(__file__).parent / "illustrations"


def load_images() -> dict[str, AbstractImage]:
    """The illustrations as Wagtail images, by the stem of their file's name."""
    images = {}
    for stem, title in content.ILLUSTRATIONS.items():
        image = get_image_model().objects.filter(title=title).first()
        if image is None:
            with (ILLUSTRATIONS / f"{stem}.svg").open("rb") as file:
                image = get_image_model().objects.create(title=title, file=ImageFile(file, name=f"{stem}.svg"))
        images[stem] = image
    return images


def load_survey(spec: SurveySpec, images: dict[str, AbstractImage]) -> Survey | None:
    """One survey, its days counted from today; None where it is there already."""
    if Survey.objects.filter(slug=spec.slug).exists():
        return None
    admin = User.objects.get(username="admin")
    survey = make_survey(spec, images)
    survey.save()
    if spec.is_published:
        survey = publish_survey(survey=survey, by=admin)
        # Residents have answered it since it opened, so it was published by then.
        survey.versions.update(created_at=survey.open_at)
    else:
        survey.save_revision(user=admin)
    for channel in spec.channels:
        made = Channel.objects.create(survey=survey, kind=channel.kind, name=channel.name)
        if channel.codes:
            make_codes(channel=made, count=channel.codes, by=admin)
    return survey


def make_survey(spec: SurveySpec, images: dict[str, AbstractImage]) -> Survey:
    today = timezone.localdate()
    survey = Survey(
        slug=spec.slug,
        organisation=Organisation.objects.get(slug=spec.organisation),
        area=Area.objects.get(slug=spec.district).geometry if spec.district else None,
        section=find_section(*spec.section) if spec.section else None,
        open_at=at(spec.open_days, "08:00"),
        close_at=end_of_day(today + timedelta(days=spec.close_days)),
        results_expected_on=today + timedelta(days=spec.results_expected_days) if spec.results_expected_days else None,
        main_image=images.get(spec.main_image),
        results_shown=spec.results_shown,
        publishes_answers=spec.publishes_answers,
        neighbours=spec.neighbours,
        live=False,
    )
    names = ("title", "abstract", "main_image_alt", "data_notice", "thanks", "next_steps")
    set_texts(survey, **{name: getattr(spec, name) for name in names})
    for code in spec.title:
        if blocks := [read_block(block, images) for part in spec.introduction if (block := part.block(code))]:
            survey.set_translation(code, introduction=blocks)
    survey.labels.set(Label.objects.filter(slug__in=spec.labels))
    emails = {person.key: person.email for person in CONTACTS}
    for order, key in enumerate(spec.contacts):
        survey.contact_rows.add(SurveyContact(person=ContactPerson.objects.get(email=emails[key]), sort_order=order))
    survey.write_document(read_questionnaire(spec, images))
    return survey


def find_section(hearing: str, number: int):
    return Hearing.objects.get(slug=hearing).sections.order_by("sort_order")[number]


def read_questionnaire(spec: SurveySpec, images: dict[str, AbstractImage]) -> Questionnaire:
    """The spec's questionnaire, with the keys of images and layers in this database in place of their names."""
    layers = {key: load_shown_layer(layer, place, images) for place, (key, layer) in enumerate(spec.layers.items())}
    steps = [
        with_images(step, images) | {"layers": [layers[key] for key in step.get("layers", [])]} for step in spec.steps
    ]
    return Questionnaire.read({"steps": steps})


def load_shown_layer(spec: LayerSpec, place: int, images: dict[str, AbstractImage]) -> str:
    """The key of a layer that lies on the map from the start: a question about a draft is no good without it."""
    layer = load_layer(spec, place, images)
    layer.shown_first = True
    layer.save(update_fields=["shown_first"])
    return str(layer.pk)


def with_images(part: Any, images: dict[str, AbstractImage]) -> Any:
    """A part of a questionnaire with image keys in place of the stems of files, at any depth."""
    if isinstance(part, list):
        return [with_images(each, images) for each in part]
    if not isinstance(part, dict):
        return part
    return {name: images[value].pk if name == "image" else with_images(value, images) for name, value in part.items()}
