"""Loads the demo of map surveys: four surveys in up to five languages, and made-up answers to them."""

from django.core.management import BaseCommand, CommandError
from django.db import transaction

from hearings.models import Hearing
from mapsurveys.demo import answers, content, loading


class Command(BaseCommand):
    help = "Load the demo surveys and their answers, after load_demo; what is there already stays."

    @transaction.atomic
    def handle(self, **options):
        if not Hearing.objects.filter(slug=content.POLL.section[0]).exists():
            raise CommandError("Run load_demo first: the surveys use its organisations, terms and logins.")
        images = loading.load_images()
        for spec in content.SURVEYS:
            survey = loading.load_survey(spec, images)
            if survey is not None:
                answers.load_answers(survey)
