from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SectionKind(TextChoices):
    MAIN = "main", _("Main section")
    PART = "part", _("Part")
    SCENARIO = "scenario", _("Alternative")
    CLOSURE = "closure", _("Outcome (shown after closing)")


class Commenting(TextChoices):
    """Who may comment on a section while its hearing is open."""

    EVERYONE = "everyone", _("Everyone")
    SIGNED_IN = "signed_in", _("Those who have signed in")
    NOBODY = "nobody", _("Nobody")


class MapTools(TextChoices):
    """What a comment on a section may draw on the map."""

    ALL = "all", _("Points, lines and areas")
    POINT = "point", _("Points only")
    NONE = "none", _("Nothing")


#: Tool names of the drawing widget, as cms.forms.geometry knows them.
TOOLS = {
    MapTools.ALL: ["point", "line", "polygon"],
    MapTools.POINT: ["point"],
    MapTools.NONE: [],
}
