"""The lines that cite: outlet, article, paragraph and dates; all that an article says of itself. Pure."""

from datetime import date

from bot.answering.answers import Citation, Source
from bot.discord_ui.cards.escaping import BOLD, clip, escaped
from bot.discord_ui.cards.linking import can_be_link, link, linkable
from bot.discord_ui.words.words import CardWords
from bot.presentation.visible import CUT

SMALL = "-# "
BETWEEN = " · "
# So much of a citation is shown; together, with the longest address, they leave most of a message to quotes.
_OUTLET_ROOM = 80
_LABEL_ROOM = 160
_DETAIL_ROOM = 80
_ADDRESS_ROOM = 200


def number_of(citation: Citation) -> str:
    """Return a citation's number as it stands beside the quote."""
    return escaped(f"[{citation.number}]")


def citation_line(citation: Citation, words: CardWords) -> str:
    """Return the small print below a quote."""
    source = citation.source
    parts = [
        outlet_of(source),
        article_of(source, words),
        place_of(citation.paragraph),
        day_of(source, words),
    ]
    return f"{SMALL}{number_of(citation)} {BETWEEN.join(part for part in parts if part)}"


def related_line(source: Source, paragraph: int, words: CardWords) -> str:
    """Return the small print below a related passage, which has no number."""
    parts = [outlet_of(source), article_of(source, words), place_of(paragraph), day_of(source, words)]
    return SMALL + BETWEEN.join(part for part in parts if part)


def place_of(paragraph: int) -> str:
    """Return a paragraph's number as people write it, kept on one line."""
    return f"¶\u00a0{paragraph}"


def outlet_of(source: Source) -> str:
    """Return who published it, in bold; empty if that is not known."""
    name = clip(source.details.publisher or "", _OUTLET_ROOM)
    return f"{BOLD}{name}{BOLD}" if name else ""


def article_of(source: Source, words: CardWords) -> str:
    """Return the article's label, linked if it has an address that can be."""
    label = clip(source.label, _LABEL_ROOM) or CUT
    address = linkable(source.details.url)
    if address is None:
        return label
    if can_be_link(source.label):
        return link(label, address)
    return f"{label}{BETWEEN}{link(words.read_article, address)}"


def day_of(source: Source, words: CardWords) -> str:
    """Return the day of publication, else the dateline, unless that is the label; empty if it has neither."""
    if source.details.published:
        return written(source.details.published, words)
    dateline = source.dateline
    return clip(dateline, _DETAIL_ROOM) if dateline and dateline != source.label else ""


def details_line(source: Source, words: CardWords) -> str:
    """Return the small print with all else that the article gives: outlet, byline, dateline, day, address."""
    details = source.details
    address = details.url if details.url and linkable(details.url) is None else None
    parts = [
        outlet_of(source),
        clip(details.byline, _DETAIL_ROOM) if details.byline else "",
        clip(source.dateline, _DETAIL_ROOM) if source.dateline and source.dateline != source.label else "",
        written(details.published, words) if details.published else "",
        clip(address, _ADDRESS_ROOM) if address else "",
    ]
    said = BETWEEN.join(part for part in parts if part)
    return f"{SMALL}{said}" if said else ""


def written(day: date, words: CardWords) -> str:
    """Return a day in words. No time stamp: it would shift the day by one for some readers."""
    return words.published.format(year=day.year, month=words.months[day.month - 1], day=day.day)
