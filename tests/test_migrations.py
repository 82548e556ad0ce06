"""Every change of a model has its migration."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_models_and_migrations_agree():
    # Exits with 1, which fails the test, and prints what is missing.
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)
