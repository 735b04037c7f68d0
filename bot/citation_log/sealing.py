"""Canonical bytes, the chain over events, and commitments to what may be erased. Pure.

A commitment is SHA-256 over a random salt and the fields: once salt and fields are gone it tells nothing, not
even to somebody who guesses a short question.
"""

import hashlib
import hmac
import json
import secrets
from typing import Any

GENESIS = "0" * 64  # the hash before the first event
_SALT_BYTES = 32
_EVENT, _PART, _PERSON, _ANCHOR = b"event 1", b"part 1", b"person 1", b"anchor 1"


def canonical(value: Any) -> str:
    """Return *value* as JSON that is the same everywhere: sorted, without blanks, ASCII.

    ASCII also makes lone surrogates and NUL, which a question may hold, something that every database takes.

    Raises:
        ValueError: a number is not finite.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def chained(previous: str, record: str) -> str:
    """Return the hash, 64 hexadecimal digits, of an event whose canonical form is *record* after *previous*."""
    return _digest(_EVENT, previous, record)


def new_salt() -> str:
    """Return a fresh salt: 64 hexadecimal digits."""
    return secrets.token_hex(_SALT_BYTES)


def committed(salt: str, person: str | None, body: str) -> str:
    """Return the commitment, 64 hexadecimal digits, to what an erasable record holds."""
    return _digest(_PART, salt, canonical(person), body)


def keyed_person(key: bytes, identity: str) -> str:
    """Return the keyed hash, 64 hexadecimal digits, that stands for a member."""
    return _keyed(key, _PERSON, identity)


def anchor_signature(key: bytes, count: int, head: str, at: int) -> str:
    """Return the signature of an anchor: 64 hexadecimal digits."""
    return _keyed(key, _ANCHOR, canonical([count, head, at]))


def same(first: str, second: str) -> bool:
    """Compare two signatures without telling by the time it takes how much of them agrees."""
    return hmac.compare_digest(first.encode(), second.encode())


def _digest(purpose: bytes, *parts: str) -> str:
    digest = hashlib.sha256(purpose)
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big"))  # lengths keep ("ab", "c") apart from ("a", "bc")
        digest.update(data)
    return digest.hexdigest()


def _keyed(key: bytes, purpose: bytes, text: str) -> str:
    return hmac.new(key, purpose + b"\n" + text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
