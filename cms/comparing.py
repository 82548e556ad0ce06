"""What changed between two versions, in Wagtail's history: language by language, and only what did change."""

import functools

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language_info
from wagtail.admin.compare import (
    ChildObjectComparison,
    ChildRelationComparison,
    FieldComparison,
    TextDiff,
    register_comparison_class,
)


class MomentComparison(FieldComparison):
    """Two moments in the reader's own way of writing them, in the service's time zone."""

    def htmldiff(self):
        before, after = self.words(self.val_a), self.words(self.val_b)
        changes = [("equal", after)] if before == after else [("deletion", before), ("addition", after)]
        return TextDiff([change for change in changes if change[1]]).to_html()

    def words(self, moment) -> str:
        return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT") if moment else ""


register_comparison_class(models.DateTimeField, comparison_class=MomentComparison)


def compare_translations(comparator, field, language, before, after):
    """Compare one text in one language between two versions."""
    empty = field.model()
    rows = [part.translation_rows().get(language, empty) if part else empty for part in (before, after)]
    comparison = comparator(field, *rows)
    label = comparison.field_label()
    comparison.field_label = lambda: f"{label} ({get_language_info(language)['name_translated']})"
    return comparison


class ChangedPartsComparison(ChildObjectComparison):
    """A child of two versions; of one that is in both, what has changed alone."""

    def get_field_comparisons(self):
        comparisons = super().get_field_comparisons()
        if self.is_addition() or self.is_deletion():
            return comparisons
        return [comparison for comparison in comparisons if comparison.has_changed()]


class ChildrenComparison(ChildRelationComparison):
    """Children of two versions, each with what has changed alone."""

    def get_child_comparison(self, obj_a, obj_b):
        return ChangedPartsComparison(self.field.related_model, self.field_comparisons, obj_a, obj_b)


def only_changes(comparisons: list[functools.partial]) -> list[functools.partial]:
    """The comparisons of an inline panel, made by `ChildrenComparison` instead of Wagtail's own class."""
    return [functools.partial(ChildrenComparison, *each.args, **each.keywords) for each in comparisons]
