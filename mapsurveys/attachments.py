"""Files that respondents send: put away when they come, and discarded with the answers that name them."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from mapsurveys.kinds.file import Upload
from mapsurveys.models import Attachment, Response
from mapsurveys.questionnaire import Step


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
    attachment.save(force_insert=True)
    return {"attachment": str(attachment.pk), "name": attachment.name}


def discard(attachment: Attachment) -> None:
    """Delete a file with its row; the file only once the row is surely gone."""
    transaction.on_commit(lambda: attachment.file.storage.delete(attachment.file.name))
    attachment.delete()
