"""What follows from publishing a survey."""

from mapsurveys.versions import record_version


def keep_version(sender, instance, **kwargs):
    """Whatever way a survey was published, by hand, on schedule or by a script, its version is kept."""
    # Wagtail sends the signal also when it only notes that a draft is to be published later.
    if instance.live:
        record_version(instance)
