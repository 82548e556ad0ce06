"""Surveys full of words that nobody outside may read, and what makes them public: used by test_canary."""

import itertools
from datetime import timedelta

from django.contrib.gis.geos import GEOSGeometry
from django.core.files.base import ContentFile

from cms.choices import HiddenReason
from mapsurveys.codes import make_codes
from mapsurveys.kinds.marking import Mark
from mapsurveys.models import Attachment, Feature, Remark, Response, Survey
from mapsurveys.moderating import hide_place
from mapsurveys.questionnaire import Questionnaire
from tests.factories import NOON, make_user
from tests.factories.surveys import make_channel, make_response, make_survey

LANGUAGES = ["fi", "sv", "en", "fi-simple", "ru"]
numbers = itertools.count(1)


def questionnaire(word=None) -> dict:
    """A text, an e-mail address, a personal question and two of places, the second told only to a grid.

    `word` makes texts that nobody may read; without it they are plain.
    """

    def label(plain):
        return {code: word(plain) for code in LANGUAGES} if word else {"fi": f"{plain}?", "sv": f"{plain}?"}

    why = {"kind": "text", "id": "qwhy", "name": "why", "label": label("why")}
    return {
        "steps": [
            {
                "id": "qstep",
                "title": label("step"),
                "questions": [
                    {"kind": "text", "id": "qwish", "name": "wish", "label": label("wish")},
                    {"kind": "text", "id": "qmail", "name": "mail", "label": label("mail"), "look": "email"},
                    {"kind": "text", "id": "qname", "name": "name", "label": label("name"), "personal": True},
                    {"kind": "file", "id": "qfile", "name": "photo", "label": label("photo")},
                    {"kind": "point", "id": "qspot", "name": "spot", "label": label("spot"), "follow_ups": [why]},
                    {"kind": "point", "id": "qhome", "name": "home", "label": label("home"), "coarsen": 500},
                ],
            }
        ]
    }


def mark(**facts) -> Mark:
    return Mark(key=f"mark{next(numbers)}", geometry=GEOSGeometry("POINT(24.951234 60.181234)", srid=4326), **facts)


def answer_all(survey, nest, **options) -> Response:
    """A response whose personal answer, address, file and home in words nobody outside may read."""
    answers = {
        "qwish": "Näkyvä toive",
        "qmail": f"{nest.word('address')}@example.org",
        "qname": nest.word("person"),
        "qspot": [mark(answers={"qwhy": "Näkyvä syy"}, effort={"layers": [nest.word("effort")]})],
        "qhome": [mark(words=nest.word("homewords"))],
    }
    response = make_response(survey, answers, now=NOON - timedelta(hours=1), **options)
    attachment = Attachment(
        response=response, question="qfile", name=f"{nest.word('file')}.jpg", content_type="image/jpeg"
    )
    attachment.file.save("photo.jpg", ContentFile(b"photo"))
    attachment.save()
    response.answers["qfile"] = [{"attachment": str(attachment.pk), "name": attachment.name}]
    response.save()
    nest.words += [response.receipt_hash, str(attachment.pk)]
    return response


def keep_back(survey, nest):
    """A place, a remark and an answer that moderators have hidden."""
    secrets = {
        "qwish": nest.word("hiddenwish"),
        "qspot": [mark(words=nest.word("hiddenplace"), answers={"qwhy": nest.word("hiddenwhy")})],
    }
    response = make_response(survey, secrets)
    Response.objects.filter(pk=response.pk).update(hidden_answers=["qwish"])
    moderator = make_user(nest.word("censor"), role="moderator", organisation=survey.organisation)
    (place,) = response.features.all()
    hide_place(place=place, by=moderator, reason=HiddenReason.SPAM, note=nest.word("placenote"))
    seen = Feature.objects.filter(survey=survey, question="qspot").exclude(pk=place.pk).first()
    for state in ("hidden", "pending"):
        Remark.objects.create(
            feature=seen,
            response=response,
            text=nest.word(f"{state}remark"),
            language="fi",
            state=state,
            created_at=NOON,
            idempotency_key=nest.word("key"),
        )


def close(survey):
    # Not by save(), which would write the texts that its newer draft has.
    Survey.objects.filter(pk=survey.pk).update(close_at=NOON - timedelta(minutes=1))


def make_shared_survey(nest):
    """A closed survey whose answers anyone may download, and all that is not in them."""
    survey = make_survey(
        "a-survey",
        document=questionnaire(),
        publishes_answers=True,
        results_shown="after_closing",
        neighbours="discussed",
        smallest_cell=1,
    )
    letters = make_channel(survey, "code", name=nest.word("channel"))
    nest.words.append(letters.key)
    nest.words += make_codes(channel=letters, count=2, by=make_user(role="publisher", organisation=survey.organisation))
    answer_all(survey, nest, channel=letters)
    keep_back(survey, nest)
    make_response(survey, {"qwish": nest.word("unfinished")}, submitted=False)
    make_response(survey, {"qwish": nest.word("tested")}, is_test=True)
    newer = survey.get_latest_revision_as_object()
    newer.write_document(Questionnaire.read(questionnaire(nest.word)))
    newer.set_translation("fi", title=nest.word("newertitle"), next_steps=nest.word("newersteps"))
    newer.save_revision()
    close(survey)
    return survey


def make_silent_surveys(nest):
    """Surveys whose answers are not public: still open, never announced, and a draft."""
    still_open = make_survey("open-survey", document=questionnaire(), publishes_answers=True, smallest_cell=1)
    silent = make_survey("silent-survey", document=questionnaire())
    for survey in (still_open, silent):
        answer_all(survey, nest)
        make_response(survey, {"qwish": nest.word("toosoon"), "qspot": [mark(words=nest.word("toosoonplace"))]})
    close(silent)
    texts = {code: {"title": nest.word("surveytitle"), "abstract": nest.word("surveyabstract")} for code in LANGUAGES}
    draft = make_survey("draft-survey", live=False, document=questionnaire(nest.word), texts=texts)
    return [still_open, silent, draft]


#: Public files by name and extension.
FILES = [
    *(f"survey-responses.{code}?" for code in ("csv", "xlsx", "jsonl", "zip")),
    *(f"survey-codebook.{code}?" for code in ("csv", "zip")),
    *(f"survey-package.{code}?" for code in ("xlsx", "gpkg", "zip")),
    *(
        f"survey-places.{code}?question={name}&"
        for code in ("csv", "geojson", "gpkg", "zip")
        for name in ("spot", "home")
    ),
]


def make_surveys(nest) -> list[str]:
    """All of them; the addresses that no page links to but anyone can ask for."""
    shared, others = make_shared_survey(nest), make_silent_surveys(nest)
    slugs = [survey.slug for survey in (shared, *others)]
    return [
        "/fi/surveys/",
        *(f"/fi/surveys/{slug}/" for slug in slugs),
        *(f"/fi/surveys/{slug}/results/" for slug in slugs),
        *(f"/open-data/surveys.{code}" for code in ("csv", "geojson", "xlsx")),
        *(f"/open-data/{file}survey={shared.slug}" for file in FILES),
        *(f"/open-data/survey-responses.csv?survey={survey.slug}" for survey in others),
        *(f"/open-data/survey-package.zip?survey={survey.slug}" for survey in others),
        *(
            f"/ogc/collections/survey-places.{slug}.{name}{path}"
            for slug in slugs
            for name in ("spot", "home")
            for path in ("", "/items")
        ),
    ]
