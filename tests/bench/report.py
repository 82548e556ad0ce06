"""Figures, and how they are told: a table for people, JSON for programs, Markdown for the README."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value. `limit` is the most that it may be, None where nothing must hold."""

    key: str
    name: str
    value: float
    unit: str = ""
    limit: float | None = None

    @property
    def holds(self) -> bool:
        return self.limit is None or self.value <= self.limit


def as_data(figures: list[Figure], **facts) -> dict:
    """What var/bench/latest.json holds."""
    return {**facts, "figures": [{**asdict(figure), "holds": figure.holds} for figure in figures]}


def from_data(data: dict) -> list[Figure]:
    return [Figure(**{name: row[name] for name in Figure.__dataclass_fields__}) for row in data["figures"]]


def table(figures: list[Figure]) -> str:
    """A plain text table: figure, value, limit, ok or FAIL."""
    rows = [("figure", "value", "limit", "")]
    rows += [
        (
            figure.name,
            f"{number(figure.value)} {figure.unit}".strip(),
            "" if figure.limit is None else number(figure.limit),
            "" if figure.limit is None else "ok" if figure.holds else "FAIL",
        )
        for figure in figures
    ]
    wide, values, limits = (max(len(row[place]) for row in rows) for place in range(3))
    lines = [f"{a:<{wide}}  {b:>{values}}  {c:>{limits}}  {d}".rstrip() for a, b, c, d in rows]
    return "\n".join([lines[0], "-" * (wide + values + limits + 8), *lines[1:]])


def number(value: float) -> str:
    if isinstance(value, int) or value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def markdown(figures: list[Figure]) -> str:
    """The README's table: ratios, which say the same on every machine."""
    found = {figure.key: figure for figure in figures}
    pages = [figure for key, figure in found.items() if key.startswith("queries.")]
    posts = [figure for key, figure in found.items() if key.startswith("post.")]
    maps = [figure for key, figure in found.items() if key.startswith("bytes.")]
    rows = [
        ("Queries of the page that needs most", *_with_limit(max(pages, key=lambda figure: figure.value))),
        ("Queries to store a comment", *_with_limit(max(posts, key=lambda figure: figure.value))),
        ("Hearing's page: 5,000 comments against 50", *_with_limit(found["ratio.big_to_small"], "times")),
        ("List of comments: page 100 against page 1", *_ratio(found, "p50.comments_100", "p50.comments_1")),
        ("List of 175 hearings against one hearing's page", *_ratio(found, "p50.list", "p50.detail_small")),
        ("Storing a comment against showing the page", *_ratio(found, "p50.post", "p50.detail_big")),
        ("Largest answer of a map", *_with_limit(max(maps, key=lambda figure: figure.value), "bytes")),
        ("All comments as CSV against PostgreSQL's COPY", *_with_limit(found["ratio.csv_to_copy"], "times")),
        ("All comments as CSV: growth of memory", *_with_limit(found["growth.comments.csv"], "MB")),
        ("All comments as XLSX against CSV", *_ratio(found, "seconds.comments.xlsx", "seconds.comments.csv")),
        (
            "All comments as GeoJSON against CSV",
            *_ratio(found, "seconds.comments.geojson", "seconds.comments.csv"),
        ),
    ]
    if results := [figure for key, figure in found.items() if key.startswith("results.seconds.")]:
        slowest = max(results, key=lambda figure: figure.value)
        rows.append(("Slowest page of results, 20,000 responses and 60,000 places", *_with_limit(slowest, "s")))
        rows.append(
            ("A page of results: 20,000 responses against 200", f"{number(found['ratio.results'].value)} times", "")
        )
    if load := found.get("seconds.load"):
        rows.append(("Making the tables and loading everything", *_with_limit(load, "s")))
    lines = [f"| {name} | {value} | {limit} |" for name, value, limit in rows]
    return "\n".join(["| Figure | Measured | Must hold |", "| --- | ---: | ---: |", *lines])


def _with_limit(figure: Figure, unit: str = "") -> tuple[str, str]:
    return f"{number(figure.value)} {unit}".strip(), f"≤ {number(figure.limit)}"


def _ratio(found: dict[str, Figure], above: str, below: str) -> tuple[str, str]:
    return f"{number(found[above].value / found[below].value)} times", ""
