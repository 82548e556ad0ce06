"""What comes out of a survey as data: answers, places, code book, versions, drop-out.

`naming` gives columns their names and `editions` the published questionnaires that they come from; `sheets` reads
answers to any of them into one row of cells, `rows` makes datasets of that. `files` is what all files of a survey
have in common; `staff` are those for the people who work on it, `public` those for everyone, which are an
allow-list of their own.
"""
