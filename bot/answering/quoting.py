"""Which whole sentences to quote for a span: those that hold it, and the one that says what it is about."""

from collections.abc import Collection

from bot.answering.reader.sentences import lay_out
from bot.answering.thesaurus import near_stems


def sentence_run(text: str, start: int, end: int, asked: Collection[str]) -> tuple[int, int]:
    """Return the span of whole sentences to quote for the answer ``text[start:end]``.

    A sentence that carries on ("He will also deliver …") and speaks of *asked* stems that the answer's own
    sentences lack is quoted with them: without it the quote would not show what the answer belongs to.
    """
    sentences = lay_out(text)
    held = [n for n, sentence in enumerate(sentences) if sentence.start < end and start < sentence.end]
    if not held:
        return 0, len(text)
    first, last = held[0], held[-1]
    said = frozenset().union(*(sentences[n].stems for n in range(first, last + 1)))
    following = last + 1
    if following < len(sentences) and sentences[following].carries_on:
        missing = {stem for stem in asked if stem not in said and not near_stems(stem) & said}
        if missing & sentences[following].stems:
            last = following
    return sentences[first].start, sentences[last].end
