"""Surveys on paper: the form that residents fill in by pen, and a respondent's own copy, both as PDF."""
