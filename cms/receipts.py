"""Receipt codes: what lets someone without an account come back to their comment or their answers.

Only a keyed hash of a code is stored, so that whoever reads the database cannot use the codes. A code is
made from an idempotency key, so that the second of two identical submissions gets the same one.
"""

import hashlib
import hmac
import re

from django.conf import settings
from django.utils.crypto import salted_hmac

#: No 0, 1, I, L, O, U: nothing that is misread on paper or over the phone. 30 letters.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
#: 12 letters of 30 are 58 bits: guessing one code of a million takes 10^11 tries.
LENGTH = 12


def make_code(idempotency_key: str) -> str:
    """The receipt code of what was stored under this key, such as K7QX-3M9P-WT4R."""
    digest = hmac.new(settings.SECRET_KEY.encode(), f"receipt:{idempotency_key}".encode(), hashlib.sha256)
    number = int.from_bytes(digest.digest(), "big")
    letters = []
    for _place in range(LENGTH):
        number, index = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[index])
    return tidy_code("".join(letters))


def tidy_code(code: str) -> str:
    """A code as it was given out. Case, spaces and hyphens do not matter when it is typed."""
    return "-".join(re.findall(".{1,4}", _letters(code)))


def hash_code(code: str) -> str:
    """What is stored of a code."""
    # The salt is older than this module's place: another would make codes that have been given out useless.
    return salted_hmac("hearings.receipts", _letters(code), algorithm="sha256").hexdigest()


def _letters(code: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", code.upper())
