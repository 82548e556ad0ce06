"""Open data: datasets that guests register, and the writers that serve them.

`datasets` holds what is published, `families` bundles of datasets and datasets made for what was asked,
`expressions` the SQL that makes values and `reprojecting` the same for shapes at hand, `writers` one module for
each file format, `distributions` one dataset in one format as asked for, `downloads` the answer with a file, also
for views that show what is not public, `views` the public downloads and the catalogue.
"""
