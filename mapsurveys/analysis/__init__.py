"""What the responses say together: which are chosen, counts by question, cross-tabulation, quality.

Everything is counted in the database; nothing here knows of requests, charts or the public.
"""
