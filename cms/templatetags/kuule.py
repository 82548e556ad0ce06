"""Template tags for texts in many languages."""

from django import template

register = template.Library()


@register.simple_tag
def translated(instance, name):
    """The text of a field in the reader's language, or its first fallback: a `TranslatedText`.

    {% translated hearing "title" as title %}<h1{{ title.lang_attr }}>{{ title }}</h1> {{ title.note }}
    """
    return instance.translated(name)
