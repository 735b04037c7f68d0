"""Links to articles: made only where neither the address nor the words can be read as anything else. Pure."""

import re
from urllib.parse import quote, urlsplit

from bot.discord_ui.cards.limits import LONGEST_URL

_KEPT = "/?#&=%:@!$,;+.-"  # of an address; whatever Markdown could take for its own is percent-encoded
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")
# Discord makes no link of words with a bracket, a backslash or an address of their own in them.
_NO_WORDS_OF_A_LINK = re.compile(r"[\[\]\\]|://|www\.", re.IGNORECASE)


def linkable(url: str | None) -> str | None:
    """Return *url* as a link's address, None where it is none for the web or too long."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.netloc.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    if parts.scheme.lower() not in {"http", "https"} or not _HOST.fullmatch(host):
        return None
    rest = quote(parts._replace(scheme="", netloc="").geturl(), safe=_KEPT, errors="replace")
    address = f"{parts.scheme.lower()}://{host}{rest}"
    return address if len(address) <= LONGEST_URL else None


def can_be_link(words: str) -> bool:
    """Whether Discord makes a link of these words of an article."""
    return bool(words.strip()) and not _NO_WORDS_OF_A_LINK.search(words)


def link(markdown: str, address: str) -> str:
    """Return a link that shows *markdown*."""
    return f"[{markdown}]({address})"
