"""Translations inside drafts: what a translator writes is never lost, and never shows too early."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from cms.translations import completeness, is_blank
from hearings.models import Hearing, HearingTranslation, SectionTranslation
from tests.factories import draft_of, make_hearing, make_label, make_section

pytestmark = pytest.mark.django_db


def live_title(hearing, language="fi"):
    return Hearing.objects.get(pk=hearing.pk).text_in("title", language)


def test_draft_of_published_hearing_does_not_change_published_text(hearing):
    before = live_title(hearing)
    draft_of(hearing, title="Luonnoksen otsikko")
    assert live_title(hearing) == before
    newest = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    assert newest.text_in("title", "fi") == "Luonnoksen otsikko"


def test_parler_accessor_shows_draft_text_in_draft(hearing):
    draft_of(hearing, title="Luonnoksen otsikko")
    assert Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object().title == "Luonnoksen otsikko"


def test_publishing_draft_publishes_every_language(hearing):
    draft = hearing.get_latest_revision_as_object()
    draft.set_translation("ru", title="Парк")
    draft.set_translation("fi", title="Uusi otsikko")
    draft.save_revision().publish()
    assert live_title(hearing) == "Uusi otsikko"
    assert live_title(hearing, "ru") == "Парк"


def test_row_that_lives_only_in_draft_survives_second_draft(hearing):
    draft = hearing.get_latest_revision_as_object()
    draft.set_translation("ru", title="Парк")
    draft.save_revision()
    draft_of(Hearing.objects.get(pk=hearing.pk), title="Suomea")
    newest = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    assert newest.text_in("title", "ru") == "Парк"
    assert newest.text_in("title", "fi") == "Suomea"


def test_translation_of_new_section_survives_draft(hearing):
    draft = hearing.get_latest_revision_as_object()
    section = make_section(sort_order=9)
    draft.sections.add(section)
    draft.save_revision()
    again = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    assert [str(part.text_in("title", "sv")) for part in again.sections.all()][-1] == "Del part"
    again.save_revision().publish()
    assert SectionTranslation.objects.get(master=section.pk, language_code="fi").title == "Osa part"


def test_publishing_twice_leaves_same_rows(hearing):
    draft = hearing.get_latest_revision_as_object()
    draft.set_translation("en", title="Park")
    draft.save_revision().publish()
    rows = set(HearingTranslation.objects.values_list("pk", "language_code", "title"))
    Hearing.objects.get(pk=hearing.pk).latest_revision.publish()
    assert set(HearingTranslation.objects.values_list("pk", "language_code", "title")) == rows
    assert len(rows) == 3


def test_reverting_to_draft_with_other_row_of_language_publishes(hearing):
    first = hearing.get_latest_revision_as_object()
    first.set_translation("ru", title="Первый")
    old = first.save_revision()
    second = Hearing.objects.get(pk=hearing.pk)
    second.set_translation("ru", title="Второй")
    second.save()
    old.publish()
    assert live_title(hearing, "ru") == "Первый"


def test_two_rows_of_one_language_are_refused(hearing):
    with pytest.raises(IntegrityError), transaction.atomic():
        HearingTranslation.objects.bulk_create([HearingTranslation(master=hearing, language_code="fi", title="Toinen")])


def test_fallback_is_by_field_and_marked(hearing):
    hearing.set_translation("en", title="Shore park", abstract="")
    with translation.override("en"):
        title, abstract = hearing.translated("title"), hearing.translated("abstract")
        assert (str(title), title.lang_attr, title.note) == ("Shore park", "", "")
        assert abstract.language == "fi"
        assert abstract.lang_attr == ' lang="fi"'
        assert abstract.note


def test_russian_falls_back_to_english_before_finnish(hearing):
    hearing.set_translation("en", title="Shore park")
    assert hearing.translated("title", "ru").language == "en"


def test_finnish_never_falls_back_to_plain_finnish(db):
    label = make_label(fi_simple="Helppo")
    assert not label.translated("name", "fi")
    assert label.translated("name", "fi-simple").value == "Helppo"


def test_plain_finnish_falls_back_to_finnish(hearing):
    assert hearing.translated("title", "fi-simple").language == "fi"


@pytest.mark.parametrize("value", ["", None, "  ", "<p></p>", '<p data-block-key="x"></p>', "<p>&nbsp;</p>"])
def test_empty_rich_text_is_blank(value):
    assert is_blank(value)


def test_text_is_not_blank():
    assert not is_blank("<p>.</p>")


def test_texts_come_in_one_query_for_many(db, django_assert_num_queries):
    from cms.organisations.models import Label
    from cms.translations import with_texts

    for _number in range(3):
        make_label()
    with django_assert_num_queries(1):
        assert [str(label.translated("name", "sv")) for label in with_texts(Label.objects.all(), "name")] == [
            "Trafik"
        ] * 3


def test_prefetched_texts_cost_two_queries(db, django_assert_num_queries):
    for _number in range(3):
        make_hearing()
    with django_assert_num_queries(2):
        for each in Hearing.objects.prefetch_related("translations"):
            assert each.translated("title")


def test_completeness_counts_sections_too(hearing):
    assert completeness(hearing, "fi") == (11, 11)
    hearing.set_translation("ru", title="Парк")
    assert completeness(hearing, "ru") == (1, 11)
