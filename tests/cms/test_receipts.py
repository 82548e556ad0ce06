"""Receipt codes: readable, the same for the same comment, and stored as hashes alone."""

import re

import pytest

from cms.receipts import hash_code, make_code


def test_code_has_three_groups_of_letters_that_are_not_misread():
    assert re.fullmatch(r"[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}", make_code("key"))


def test_code_is_made_from_key_and_secret(settings):
    code = make_code("key")
    assert make_code("key") == code
    assert make_code("other") != code
    settings.SECRET_KEY = "another"
    assert make_code("key") != code


def test_codes_of_many_keys_differ():
    assert len({make_code(str(number)) for number in range(2000)}) == 2000


@pytest.mark.parametrize(
    "written", ["k7qx-3m9p-wt4r", "K7QX3M9PWT4R", " k7qx 3m9p  wt4r ", "K7QX–3M9P–WT4R", "k7qx.3m9p.wt4r"]
)
def test_hash_ignores_case_and_spacing(written):
    assert hash_code(written) == hash_code("K7QX-3M9P-WT4R")


def test_hash_tells_codes_apart_and_depends_on_secret(settings):
    stored = hash_code("K7QX-3M9P-WT4R")
    assert hash_code("K7QX-3M9P-WT4S") != stored
    settings.SECRET_KEY = "another"
    assert hash_code("K7QX-3M9P-WT4R") != stored
