"""Where planners make the questionnaire of a survey, and translators translate it."""
