"""How comments are read: counts, the latest few of each section, a page of the list.

Each costs a fixed number of queries, and reads index entries rather than comments where it only counts.
"""

from collections import defaultdict
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q

from hearings.models import Comment, Hearing, Section

COMMENTS_A_PAGE = 20
#: Comments shown under a section before its list is opened.
LATEST = 3


def count_by_section(hearing: Hearing) -> dict[UUID, int]:
    """Number of comments that anyone may read, replies included, by section."""
    counted = Comment.objects.shown().filter(hearing=hearing).order_by().values_list("section")
    return dict(counted.annotate(Count("pk")))


def latest_by_section(sections: list[Section]) -> dict[UUID, list[Comment]]:
    """The latest few comments of each section, found by the index one section at a time in one query."""
    if not sections:
        return {}
    newest = [
        Comment.objects.shown().filter(section=section, parent=None).order_by("-created_at", "-pk")[:LATEST]
        for section in sections
    ]
    found = defaultdict(list)
    by_key = {section.pk: section for section in sections}
    for comment in newest[0].union(*newest[1:], all=True):
        comment.section = by_key[comment.section_id]
        comment.hearing = comment.section.hearing
        found[comment.section_id].append(comment)
    for comments in found.values():
        comments.sort(key=lambda comment: (comment.created_at, comment.pk), reverse=True)
    return found


def comment_page(hearing: Hearing, section: Section | None, order: str, number) -> Page:
    """A page of threads, each comment with its `section`, `hearing` and `replies_list`."""
    comments = Comment.objects.with_tombstones().filter(parent=None)
    comments = comments.filter(section=section) if section else comments.filter(hearing=hearing)
    comments = comments.order_by(*(["created_at", "pk"] if order == "oldest" else ["-created_at", "-pk"]))
    replies = Comment.objects.with_tombstones().order_by("created_at", "pk")
    page = Paginator(
        comments.prefetch_related(Prefetch("replies", replies, to_attr="replies_list")), COMMENTS_A_PAGE
    ).get_page(number)
    sections = {part.pk: part for part in hearing.sections.all()}
    page.object_list = list(page.object_list)
    for comment in page.object_list:
        for each in [comment, *comment.replies_list]:
            each.hearing = hearing
            each.section = sections[each.section_id]
    return page


def page_of(comment: Comment) -> int:
    """Number of the page, newest first, that a thread's first comment is on."""
    newer = Comment.objects.with_tombstones().filter(
        Q(created_at__gt=comment.created_at) | Q(created_at=comment.created_at, pk__gt=comment.pk),
        hearing=comment.hearing_id,
        parent=None,
    )
    return newer.count() // COMMENTS_A_PAGE + 1
