"""Files that respondents send: put away when they come, and discarded with the answers that name them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from mapsurveys.kinds.file import Upload
from mapsurveys.models import Attachment, Response
from mapsurveys.questionnaire import Step

#: The files put away since the outermost `files_go_with_rows` began; None outside of it.
_put_away_now: ContextVar[list | None] = ContextVar("files_put_away", default=None)


@contextmanager
def files_go_with_rows() -> Iterator[None]:
    """Stands around a transaction: should it fail, the files put away within go too, for storage rolls nothing back."""
    token = _put_away_now.set([])
    try:
        yield
    except BaseException:
        for file in _put_away_now.get():
            file.storage.delete(file.name)
        raise
    finally:
        _put_away_now.reset(token)


def with_kept_files(response: Response, step: Step, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers with files that have just come put away; files that they no longer name are discarded."""
    asked = [question.id for question in step.questions if question.kind == "file"]
    if not asked:
        return answers
    kept = dict(answers)
    for question in asked:
        if isinstance(kept.get(question), Upload):
            kept[question] = [_put_away(response, question, kept[question])]
    named = [file["attachment"] for question in asked for file in kept.get(question, [])]
    for left in response.attachments.filter(question__in=asked).exclude(pk__in=named):
        discard(left)
    return kept


def _put_away(response: Response, question: str, upload: Upload) -> dict[str, str]:
    attachment = Attachment(
        response=response, question=question, name=upload.name[:200], content_type=upload.content_type
    )
    attachment.file.save(upload.name, ContentFile(upload.content), save=False)
    if (put_away := _put_away_now.get()) is not None:
        put_away.append(attachment.file)
    attachment.save(force_insert=True)
    return {"attachment": str(attachment.pk), "name": attachment.name}


def discard(attachment: Attachment) -> None:
    """Delete a file with its row; the file only once the row is surely gone."""
    transaction.on_commit(lambda: attachment.file.storage.delete(attachment.file.name))
    attachment.delete()
