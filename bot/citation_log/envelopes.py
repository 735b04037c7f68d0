"""A member's id, locked up so that only the log's key opens it: to tell a member something they do not ask for.

What the log itself finds members by is a hash, which leads back to nobody. Whoever reports an answer is told what
became of that, and a moderator who comes second is told who was first; so those events hold, among their personal
fields, where the way leads. It is erased with them.
"""

import hmac
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken


def sealed(key: bytes, member: int) -> str:
    """Return a member's id in an envelope; no two are alike."""
    return _lock(key).encrypt(str(member).encode("ascii")).decode("ascii")


def unsealed(key: bytes, envelope: str) -> int | None:
    """Return the id in an envelope, None if it was not sealed with this key."""
    try:
        return int(_lock(key).decrypt(envelope.encode("ascii", "replace")))
    except (InvalidToken, ValueError):
        return None


def _lock(key: bytes) -> Fernet:
    return Fernet(urlsafe_b64encode(hmac.digest(key, b"crosscite envelope 1", "sha256")))
