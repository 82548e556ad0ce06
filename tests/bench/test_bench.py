"""The bench keeps fitting the models: a small workload goes in whole, and figures are told rightly."""

import types
from dataclasses import dataclass

import pytest

from hearings.models import Comment, Hearing, Section
from tests.bench import loading, report, results, surveys
from tests.bench.progress import Progress
from tests.factories import make_organisation

WORDS = {"fi": "Ranta", "sv": "Strand", "en": "Shore"}
BOX = [[24.9, 60.2], [24.91, 60.2], [24.91, 60.21], [24.9, 60.2]]


@dataclass(frozen=True)
class Config:
    organisations: int = 1
    labels: int = 1
    users: int = 1
    contacts: int = 1
    hearings: int = 1
    comments: int = 70
    anchor: str = "2026-11-01T00:00:00+00:00"


def records(config):
    yield {"kind": "organisation", "id": 1, "name": "Kaupunkiympäristö"}
    yield {"kind": "label", "id": 1, "label": WORDS}
    names = {"username": "user1", "first_name": "A", "last_name": "B", "email": "a@example.invalid"}
    yield {"kind": "user", "id": 1, **names, "admin_of": 1}
    person = {"name": "A B", "title": WORDS, "phone": "+358 9 1", "email": "b@example.invalid"}
    yield {"kind": "contact", "id": 1, "organisation": 1, **person}
    yield {
        "kind": "hearing",
        "id": 1,
        "slug": "hearing-0001",
        "organisation": 1,
        "title": WORDS,
        "labels": [1],
        "contacts": [1],
        "published": True,
        "open_at": "2026-10-01T00:00:00+00:00",
        "close_at": "2036-12-31T21:59:59+00:00",
        "geometry": {"type": "Polygon", "coordinates": [BOX]},
    }
    for number, kind in ((1, "main"), (2, "closure-info")):
        takes = "open" if kind == "main" else "none"
        yield {
            "kind": "section",
            "id": number,
            "hearing": 1,
            "type": kind,
            "ordering": number,
            "title": WORDS,
            "abstract": WORDS,
            "content": {code: f"<p>{word}</p>" for code, word in WORDS.items()},
            "commenting": takes,
            "map_tools": "all" if kind == "main" else "none",
        }
    for number in range(1, config.comments + 1):
        yield {
            "kind": "comment",
            "id": number,
            "hearing": 1,
            "section": 1,
            "language": "fi",
            "parent": number - 1 if number % 10 == 0 else None,
            "user": None,
            "author_name": "Aino",
            "content": f"Kommentti {number}.",
            "label": 1,
            "map_text": "",
            "published": number % 7 > 0,
            "geometry": {"type": "Point", "coordinates": [24.9, 60.2]},
            "created_at": f"2026-10-02T00:{number % 60:02}:00+00:00",
        }


@pytest.fixture
def workload():
    return types.SimpleNamespace(Config=Config, records=records, BBOX=(24.86, 60.165, 25.18, 60.285))


def test_load_keeps_every_record(db, workload):
    loading.load(workload, Progress("", loading.record_count(Config())))
    big = Hearing.objects.get(slug=loading.BIG_SLUG)
    assert str(big.translated("title", "sv")) == "Strand"
    assert [section.kind for section in big.sections.all()] == ["main", "closure"]
    assert big.comments.count() == 70
    hidden = big.comments.filter(state="hidden")
    assert hidden.count() == 10
    assert all(comment.hidden_reason for comment in hidden)
    section = big.sections.first()
    section.translation_rows()["sv"].save()
    assert Section.objects.get(pk=section.pk).translations.count() == 3


def test_load_copies_the_biggest_hearing_with_its_latest_comments(db, workload):
    loading.load(workload, Progress("", loading.record_count(Config())))
    big, small = (Hearing.objects.get(slug=slug) for slug in (loading.BIG_SLUG, loading.SMALL_SLUG))
    assert small.sections.count() == big.sections.count()
    assert small.comments.count() == loading.SMALL_COMMENTS
    assert small.comments.latest("pk").text == "Kommentti 70."
    assert small.comments.exclude(parent=None).count() == 5
    assert Comment.objects.latest("pk").pk == 120


def test_loaded_pages_answer(db, workload, client):
    loading.load(workload, Progress("", loading.record_count(Config())))
    for slug in (loading.BIG_SLUG, loading.SMALL_SLUG):
        assert client.get(f"/fi/hearings/{slug}/").status_code == 200


def test_survey_of_the_bench_fits_the_models_and_its_pages_answer(db, admin_client):
    make_organisation()
    survey = surveys.load_survey(surveys.SMALL_SLUG)
    assert survey.responses.counted().count() == 200
    assert survey.features.counted().count() == 600
    answers = {name: admin_client.get(path).status_code for name, path in results.addresses(survey).items()}
    assert set(answers.values()) == {200}, answers


def test_figure_holds_up_to_its_limit():
    assert report.Figure("a", "A", 12, limit=12).holds
    assert not report.Figure("a", "A", 12.01, limit=12).holds
    assert report.Figure("a", "A", 10**9).holds


def test_table_names_what_fails():
    lines = report.table([report.Figure("a", "Good", 1, "ms", 2), report.Figure("b", "Bad", 3, "ms", 2)])
    good, bad = lines.splitlines()[2:]
    assert good.endswith("ok")
    assert bad.endswith("FAIL")


def test_figures_survive_being_stored():
    figures = [report.Figure("a", "A", 1.5, "ms", 2), report.Figure("b", "B", 3)]
    assert report.from_data(report.as_data(figures, rounds=1)) == figures
