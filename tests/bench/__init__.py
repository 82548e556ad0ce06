"""The service at the city's real size, measured: `bin/bench`.

`loading` fills a database of its own from the shared workload, `pages` names what is asked for, `queries`,
`timing` and `exports` measure, `limits` says what must hold and `report` tells it.
"""
