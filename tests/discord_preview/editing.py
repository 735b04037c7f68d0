"""What editors see, over an invented story: a preview, a rebuild's progress, a refusal, and what a new index changed."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.desk.builds import BuildRecord, State
from bot.desk.changes import Changes, Closed, Differing
from bot.desk.comparing import Told
from bot.desk.drafts import Draft, DraftsDesk
from bot.desk.rebuilding import Job
from bot.discord_ui.cards.changes import changes_card
from bot.discord_ui.cards.drafts import draft_card
from bot.discord_ui.cards.rebuilds import ended_card, progress_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from index.settings import IndexSettings

ARTICLE = """---
title: Bridge closed until May
publisher: Harbour Times
byline: Ana Diaz
published: 2024-03-09
colour: grey
---
PORTO NOVO, March 9 – The old bridge will stay closed until May, the port said on Friday.
The repair will cost 19 million euros, five more than was planned in January.
Trains are diverted over the old line until the work is done, and lorries take the ferry.
“We ask everybody for patience,” said the mayor.
"""
COST, OPENS, WHO = (
    "How much will the repair of the bridge cost?",
    "When does the bridge reopen?",
    "Who asks for patience?",
)


class _Held:
    def articles_holding(self, texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        return {text: ("old-line-reopened",) for text in texts if text.startswith("Trains")}


def editing_cards(language: Language) -> Iterator[tuple[str, Card]]:
    """Yield a name and a card for each."""
    words = words_in(language)
    draft = _draft()
    job = Job(server="7", channel="70", draft=draft.id, label=draft.source.label)
    yield "draft", draft_card(draft, words)
    yield "progress", progress_card(job, BuildRecord(step="ask", done=21, total=56), words)
    done = BuildRecord(state=State.DONE, version="1a2b3c4d5e6f7081", added=("bridge-closed",), asked=56)
    yield "done", ended_card(job, done, 12, words)
    reason = f"“{COST}” came out right before, and now: no quote of harbour-times holds '14 million euros'."
    yield "refused", ended_card(job, BuildRecord(state=State.REFUSED, reasons=(reason,)), 11, words)
    found = Changes((Differing(COST, "answered", "disputed"),), (Closed(OPENS, 5), Closed(WHO, 1)), 41, 41)
    yield "changes", changes_card(Told(added=(draft.source.label,)), found, 30, words.corpus.changes)


def _draft() -> Draft:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "corpus").mkdir()
        settings = IndexSettings(corpus=Path(name) / "corpus", directory=Path(name) / "index")
        return DraftsDesk(settings).keep("bridge-closed.md", ARTICLE.encode(), _Held())
