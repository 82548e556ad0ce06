"""Results as people see them: `choosing` narrows them, `joining` makes one questionnaire of all its versions, `figures`
draws counts, `presenting` puts a page together, `publishing` keeps from the public what it may not see, `printing`
makes a PDF."""
