"""Texts in many languages that live inside Wagtail drafts.

django-parler keeps each language's texts in a row of its own. Wagtail keeps a draft as a JSON picture
of an object and its child rows. To put the first inside the second, translations are child rows
(ParentalTranslationsKey), and every read goes to the rows in memory, so that a draft shows draft text
and a published object never does.

Four details keep a translator's work from being lost; each has its test in tests/cms/test_translations.py:

- The row's key is made from its owner's key and the language, so that a row that lives only in a draft
  has a key already and two rows of one language cannot exist.
- A revision holds keys as text: they are turned back into UUIDs when it is read.
- The translation of a section that lives only in a draft would be dropped, its owner not being in the
  database: its owner is set again by the cluster.
- Publishing the same revision twice leaves the same rows.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, prefetch_related_objects
from django.db.models.functions import JSONObject
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, pgettext
from modelcluster.fields import ParentalKey
from modelcluster.models import (
    ClusterableModel,
    get_serializable_data_for_fields,
    model_from_serializable_data,
)
from parler.fields import TranslationsForeignKey
from parler.models import TranslatableModelMixin, TranslatedFieldsModel
from wagtail.blocks import StreamValue


def fallback_chain(language: str) -> list[str]:
    """The languages in which a text is looked for, `language` itself first."""
    return [language, *settings.KUULE_LANGUAGE_FALLBACKS.get(language, [])]


def language_codes() -> list[str]:
    """Codes of all languages, in the order in which readers see them."""
    return [code for code, _name in settings.LANGUAGES]


def plain_text(value: Any) -> str:
    """A translated value as text alone: markup stripped, a stream's blocks joined, white space folded."""
    if isinstance(value, StreamValue):
        parts = []
        for block in value:
            parts.extend(block.block.get_searchable_content(block.value))
        value = " ".join(parts)
    return " ".join(unescape(strip_tags(str(value or ""))).split())


def is_blank(value: Any) -> bool:
    """Whether a translated value says nothing. An untouched rich text is `<p></p>`, and so is blank."""
    if isinstance(value, StreamValue):
        # Raw, because looking at the blocks would read their images from the database.
        return all(isinstance(block["value"], str) and is_blank(block["value"]) for block in value.raw_data)
    return not plain_text(value)


def only_in(language: str) -> str:
    """Tells the reader that a text exists in another language alone."""
    notes = {
        "fi": pgettext("note beside a text", "Only in Finnish"),
        "sv": pgettext("note beside a text", "Only in Swedish"),
        "en": pgettext("note beside a text", "Only in English"),
        "fi-simple": pgettext("note beside a text", "Only in plain Finnish"),
        "ru": pgettext("note beside a text", "Only in Russian"),
    }
    return notes.get(language) or get_language_info(language)["name_local"]


@dataclass(frozen=True)
class TranslatedText:
    """A text and the language that it was found in.

    `value` is a str or, for a stream field, a StreamValue; "" where no language has it. `wanted` is the
    language that was asked for.
    """

    value: Any
    language: str
    wanted: str

    def __str__(self):
        return str(self.value)

    def __bool__(self):
        return not is_blank(self.value)

    @property
    def is_fallback(self) -> bool:
        return bool(self) and self.language != self.wanted

    @property
    def lang_attr(self) -> SafeString:
        """` lang="…"` (and ` dir="…"` where the direction differs) for text not in the reader's language."""
        if not self.is_fallback:
            return SafeString("")
        bidi = get_language_info(self.language)["bidi"]
        if bidi == get_language_info(self.wanted)["bidi"]:
            return format_html(' lang="{}"', self.language)
        return format_html(' lang="{}" dir="{}"', self.language, "rtl" if bidi else "ltr")

    @property
    def note(self) -> str:
        return only_in(self.language) if self.is_fallback else ""


class ParentalTranslationsKey(ParentalKey, TranslationsForeignKey):
    """Ties a translation to its owner both for parler and for Wagtail's drafts."""


class TranslatedModel(TranslatableModelMixin, ClusterableModel):
    """A model whose texts are in `translations`, one row a language, drafts included.

    Read texts with `translated()`, write them with `set_translation()`. Both work on the rows in memory;
    `save()` commits them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        name = next(iter(self.translated_names()), None)
        return str(self.translated(name)) if name else str(self.pk)

    @classmethod
    def translation_model(cls):
        return cls._parler_meta.root_model

    @classmethod
    def translated_names(cls) -> list[str]:
        """Names of the text fields that are translated, in the order in which they are declared."""
        return cls.translation_model().text_names()

    def translation_rows(self) -> dict[str, "Translation"]:
        """The rows in memory, by language; read from the database once where nothing is in memory."""
        if not self.translations.is_deferring and not self._take_texts():
            prefetch_related_objects([self], "translations")
        return {row.language_code: row for row in self.translations.all()}

    def _take_texts(self) -> bool:
        """Put the rows that `with_texts` brought along where a prefetch would put them."""
        texts = self.__dict__.pop("texts_by_language", None)
        if texts is None:
            return False
        model = self.translation_model()
        rows = model._default_manager.all()
        rows._result_cache = [model(master_id=self.pk, **text) for text in texts]
        rows._prefetch_done = True
        self.__dict__.setdefault("_prefetched_objects_cache", {})["translations"] = rows
        return True

    def translated(self, name: str, language: str | None = None) -> TranslatedText:
        """Text of the field `name` in `language` (the reader's by default) or in its first fallback.

        Each field falls back by itself: a Swedish page with a Swedish title and no Swedish abstract shows
        the Finnish abstract, and says so.
        """
        wanted = language or get_language() or settings.LANGUAGE_CODE
        rows = self.translation_rows()
        for code in fallback_chain(wanted):
            if code in rows and not is_blank(value := getattr(rows[code], name)):
                return TranslatedText(value, code, wanted)
        return TranslatedText("", wanted, wanted)

    def text_in(self, name: str, language: str) -> Any:
        """Text of the field `name` in exactly `language`; "" where there is none."""
        row = self.translation_rows().get(language)
        return getattr(row, name) if row else ""

    def set_translation(self, language: str, **texts) -> "Translation":
        """Write texts of one language in memory and return their row; `save()` commits it."""
        row = self.translation_rows().get(language)
        if row is None:
            row = self.translation_model()(pk=self.translation_key(language), language_code=language)
        for name, value in texts.items():
            setattr(row, name, value)
        self.translations.add(row)
        return row

    def drop_translation(self, language: str) -> None:
        """Take a language away in memory; `save()` commits it."""
        row = self.translation_rows().get(language)
        if row is not None:
            self.translations.remove(row)

    def translated_parts(self) -> list["TranslatedModel"]:
        """Children in the same draft that have texts of their own."""
        return []

    def text_sets(self) -> Iterator[dict[str, Any]]:
        """Every text of this object, each as {language: value}; `completeness` counts them."""
        rows = self.translation_rows()
        for name in self.translated_names():
            yield {code: getattr(row, name) for code, row in rows.items()}

    def translation_key(self, language: str) -> uuid.UUID:
        """The key that the row of `language` has, wherever it is made."""
        return uuid.uuid5(self.pk, language)

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        data = {**data, "pk": cls._meta.pk.to_python(data["pk"])}
        return super().from_serializable_data(data, check_fks=check_fks, strict_fks=strict_fks)

    def _get_prefetched_translations(self, meta=None):
        """Hand parler the rows in memory, so that its accessors too show a draft's text in a draft."""
        return list(self.translation_rows().values())

    def save_translations(self, *args, **kwargs):
        """The cluster commits the rows; parler must not write them a second time."""


class Translation(TranslatedFieldsModel):
    """Base of the rows that hold one language's texts. Subclasses declare `master` and the text fields."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    #: What each field's source text was when it was translated: {field: {"language": …, "text": …}}.
    translated_from = models.JSONField(default=dict, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        # A row made by hand or by parler gets the same key as one made by set_translation().
        self.pk = uuid.uuid5(self.master_id, self.language_code)
        super().save(*args, **kwargs)

    @classmethod
    def text_names(cls) -> list[str]:
        own = {"id", "language_code", "master", "translated_from"}
        return [field.name for field in cls._meta.local_fields if field.name not in own]

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        # The owner may live only in the draft: the key would dangle and the row be dropped.
        data = {**data, "pk": cls._meta.pk.to_python(data["pk"]), "master": None}
        return model_from_serializable_data(cls, data, check_fks=check_fks, strict_fks=strict_fks)

    def serializable_data(self):
        return get_serializable_data_for_fields(self)


def with_texts(queryset: models.QuerySet, *names: str) -> models.QuerySet:
    """`queryset` with the texts `names` of all languages in the same query, instead of one more for them.

    For objects that are only shown: a row made this way has no other fields and must not be saved.
    """
    return queryset.annotate(texts_by_language=texts_of(queryset.model, "pk", *names))


def texts_of(model: type[TranslatedModel], owner: str, *names: str) -> ArraySubquery:
    """The texts `names` of the `model` whose key is in the field `owner`, as `texts_by_language` holds them."""
    rows = model.translation_model()._default_manager.filter(master=OuterRef(owner))
    fields = {name: name for name in ("id", "language_code", *names)}
    return ArraySubquery(rows.values(text=JSONObject(**fields)))


def one_row_a_language(name: str) -> models.UniqueConstraint:
    """The constraint that parler declares by itself only where it makes the row's model."""
    return models.UniqueConstraint(fields=["language_code", "master"], name=name)


def completeness(instance: TranslatedModel, language: str) -> tuple[int, int]:
    """(texts that `language` has, texts that any language has), the children of a cluster included."""
    done = total = 0
    for part in [instance, *instance.translated_parts()]:
        for texts in part.text_sets():
            if any(not is_blank(text) for text in texts.values()):
                total += 1
                done += not is_blank(texts.get(language, ""))
    return done, total
