"""One-time codes: made, counted and voided. Whoever made them has the only list that there is.

Only a keyed hash of each code is stored (cms.receipts), and whether it has been used: nothing says when, by whom,
or which answer it led to.
"""

import secrets
from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q
from wagtail.log_actions import log

from cms.opendata.batching import in_batches
from cms.receipts import ALPHABET, LENGTH, hash_code, tidy_code
from mapsurveys.models import AccessCode, Channel, Response, Survey
from mapsurveys.permissions import can_edit

#: Codes made at once: a letter to every household of a large district.
MOST_CODES = 50_000
#: Rows written in one statement.
BATCH = 5_000


@transaction.atomic
def make_codes(*, channel: Channel, count: int, by) -> list[str]:
    """So many new codes for a channel, such as K7QX-3M9P-WT4R. They cannot be read again. Raises PermissionDenied."""
    _check(by, channel.survey)
    codes = list(_new_codes(count))
    for some in in_batches(codes, BATCH):
        AccessCode.objects.bulk_create(
            AccessCode(survey_id=channel.survey_id, channel=channel, code_hash=hash_code(code)) for code in some
        )
    data = {"channel": str(channel), "count": count}
    log(instance=channel.survey, action="mapsurveys.make_codes", user=by, data=data)
    return codes


@transaction.atomic
def void_codes(*, channel: Channel, by) -> int:
    """Make a channel's unused codes useless; how many they were. Raises PermissionDenied.

    A code with which somebody has begun to answer stays good, or what they have written could not be sent.
    """
    _check(by, channel.survey)
    unused = AccessCode.objects.filter(channel=channel, is_used=False)
    # Held before they are looked at, so that nobody begins with one of them meanwhile.
    list(unused.select_for_update().values_list("pk"))
    begun = Response.objects.filter(code=OuterRef("pk"))
    void = AccessCode.objects.filter(channel=channel, is_used=False).exclude(Exists(begun))
    count, _rows = void.delete()
    data = {"channel": str(channel), "count": count}
    log(instance=channel.survey, action="mapsurveys.void_codes", user=by, data=data)
    return count


def code_counts(survey: Survey) -> dict[int, tuple[int, int]]:
    """{channel's key in the database: (codes made and not voided, of them used)}."""
    rows = AccessCode.objects.filter(survey=survey).values_list("channel")
    return {
        channel: (made, used)
        for channel, made, used in rows.annotate(made=Count("pk"), used=Count("pk", filter=Q(is_used=True)))
    }


def _new_codes(count: int) -> Iterator[str]:
    made = set()
    while len(made) < count:
        code = tidy_code("".join(secrets.choice(ALPHABET) for _place in range(LENGTH)))
        if code not in made:
            made.add(code)
            yield code


def _check(user, survey: Survey) -> None:
    if not can_edit(user, survey):
        raise PermissionDenied
