"""Keeps the Wagtail admin open to members of organisations, and to nobody else."""

from django.contrib.auth.models import Group
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from cms.organisations.models import Membership

#: Made by the migration organisations.0002: may enter the admin, add images and documents, and choose any.
MEMBERS_GROUP = "Members of organisations"


@receiver(post_save, sender=Membership)
def open_admin(sender, instance, raw=False, **kwargs):
    if not raw:
        members = Group.objects.get(name=MEMBERS_GROUP)
        instance.user.groups.add(members)
        # A role may have been handed from one person to another.
        members.user_set.remove(*members.user_set.filter(memberships=None))


@receiver(post_delete, sender=Membership)
def close_admin(sender, instance, **kwargs):
    if not Membership.objects.filter(user=instance.user_id).exists():
        instance.user.groups.remove(Group.objects.get(name=MEMBERS_GROUP))
