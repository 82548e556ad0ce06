"""Colours: legible, distinct without colour, and the same as the site's own."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from mapsurveys.charts.palette import (
    BAR,
    FRAME,
    HEAT,
    INK,
    LINE,
    PAPER,
    SERIES,
    TRACK,
    contrast,
    legible_on,
    ramp,
    series,
)


def test_contrast_of_black_and_white_is_the_greatest():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_palette_repeats_the_sites_own_colours():
    text = Path(finders.find("cms/css/tokens.css")).read_text()
    tokens = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", text))
    used = {"ink": INK, "brand": BAR, "mist": TRACK, "line": LINE, "line-strong": FRAME}
    assert {name: tokens[name] for name in used} == used


@pytest.mark.parametrize("colour", [*SERIES, BAR, FRAME])
def test_palette_stands_out_from_paper(colour):
    assert contrast(colour, PAPER) >= 3


def test_series_neighbours_differ_in_lightness():
    assert all(contrast(one, other) >= 1.8 for one, other in pairwise([*SERIES, SERIES[0]]))


@pytest.mark.parametrize("colours", [ramp(5), ramp(7), list(HEAT)])
def test_ordered_colours_run_one_way_in_lightness(colours):
    lightness = [contrast(colour, "#000000") for colour in colours]
    assert lightness in (sorted(lightness), sorted(lightness, reverse=True))


@pytest.mark.parametrize("colour", [*SERIES, *ramp(11), *ramp(1), *ramp(4)])
def test_key_is_legible_on_its_colour(colour):
    assert contrast(legible_on(colour), colour) >= 4.5


def test_series_begins_anew_after_six():
    assert series(8) == [*SERIES, SERIES[0], SERIES[1]]
