"""OGC API - Features 1.0 (Part 1: Core): published places, read live by QGIS, ogr2ogr and others.

`collections` finds what there is, `queries` reads what an address asks of one and narrows it in SQL, `features`
streams pages, `descriptions` and `openapi` make the documents around them, `views` answers. Rights are those of the
downloads: a collection is a registered dataset, or one of a family, and has its rows and no others.
"""
