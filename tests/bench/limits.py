"""What must hold at real size (design section 9). Changed nowhere else."""

#: Making the tables and loading the workload.
LOAD_SECONDS = 180
PAGE_QUERIES = 12
POST_QUERIES = 15
#: Cost of the page of the hearing with 5,000 comments, as times that of the same hearing with 50.
BIG_TO_SMALL = 1.3
#: One answer of the map, uncompressed.
MAP_BYTES = 100_000
#: A page of results of 20,000 responses with 60,000 places, filters and all.
RESULTS_SECONDS = 1
RESULTS_QUERIES = 30
#: Time of comments.csv, as times PostgreSQL's own COPY of the same rows.
CSV_TO_COPY = 4
CSV_GROWTH_MB = 50
