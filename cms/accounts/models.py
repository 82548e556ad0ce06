"""People who sign in. Nothing else lives here: a custom user beside page models cannot be migrated."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person with an account; what they may do comes from their memberships (cms.organisations)."""
