"""Open data: datasets that guests register, and the writers that serve them.

`datasets` holds what is published, `expressions` the SQL that makes its values, `writers` one module for each
file format, `distributions` one dataset in one format as asked for, `views` the downloads and the catalogue.
"""
