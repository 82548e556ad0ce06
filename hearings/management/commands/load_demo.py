"""Loads the demo: organisations, four hearings in up to five languages, comments, three logins."""

import os

from django.core.management import BaseCommand, CommandError
from django.db import transaction

from hearings.demo import content, loading


class Command(BaseCommand):
    help = "Load the demo content; what is there already stays. The logins' password comes from KUULE_DEMO_PASSWORD."

    @transaction.atomic
    def handle(self, **options):
        password = os.environ.get("KUULE_DEMO_PASSWORD")
        if not password:
            raise CommandError("Set KUULE_DEMO_PASSWORD: the password of planner, moderator and admin.")
        loading.load_organisations()
        loading.load_terms()
        loading.load_people(password)
        images = loading.load_images()
        for spec in content.HEARINGS:
            loading.load_hearing(spec, images)
