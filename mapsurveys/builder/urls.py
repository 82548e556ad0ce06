"""Addresses of the builder below those of the surveys in the admin."""

from django.urls import path
from wagtail import hooks

from mapsurveys.builder.bank import BankView
from mapsurveys.builder.change_views import ChangesView
from mapsurveys.builder.copy_views import CopyView, SourcesView
from mapsurveys.builder.exchange_views import DocumentFileView, FilesView, XLSFormView
from mapsurveys.builder.outline import OutlineView
from mapsurveys.builder.preview_views import PreviewFrameView, PreviewView
from mapsurveys.builder.question_views import GalleryView, NewQuestionView, QuestionView
from mapsurveys.builder.step_views import StepView
from mapsurveys.builder.translate_views import TranslateView

#: (address below questions/<survey>/, view, name)
PAGES = [
    ("", OutlineView, "questions"),
    ("translate/", TranslateView, "translate"),
    ("changes/", ChangesView, "changes"),
    ("files/", FilesView, "files"),
    ("files/questionnaire.json", DocumentFileView, "document_file"),
    ("files/xlsform.xlsx", XLSFormView, "xlsform"),
    ("copy/", SourcesView, "copy_sources"),
    ("copy/<uuid:source>/", CopyView, "copy_from"),
    ("page/<str:step>/", StepView, "step"),
    ("page/<str:step>/bank/", BankView, "bank"),
    ("page/<str:step>/preview/", PreviewView, "preview_step"),
    ("page/<str:step>/preview/frame/", PreviewFrameView, "preview_frame"),
    ("add/<str:home>/", GalleryView, "add_question"),
    ("add/<str:home>/<str:kind>/", NewQuestionView, "new_question"),
    ("question/<str:question>/", QuestionView, "question"),
]


def builder_urls(viewset) -> list:
    """The builder's addresses, each view narrowed by the viewset to what the person's organisations own."""
    return [path(f"questions/<uuid:pk>/{rest}", viewset.construct_view(view), name=name) for rest, view, name in PAGES]


@hooks.register("register_icons")
def own_icons(icons):
    """Of kinds that Wagtail has no icon for."""
    names = ("map-point", "map-line", "map-area", "calculator")
    return [*icons, *(f"mapsurveys/builder/icons/{name}.svg" for name in names)]
