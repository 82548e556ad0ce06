"""Surveys in the Wagtail admin, but for the questionnaire itself, which mapsurveys.builder edits."""
