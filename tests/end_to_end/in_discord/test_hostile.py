"""An article that tries to be more than text: it is shown as text, everywhere, and nobody is notified."""

import re
from pathlib import Path

from bot.desk_wiring import open_logged_service
from bot.settings import Settings
from index.wiring import build_index
from tests.end_to_end.in_discord.conftest import Running
from tests.end_to_end.in_discord.member import Member

_SAID = (
    "# The bridge will open on March 9, said @everyone and <@{who}> <@&{guild}> <t:0:R> ||spoiler|| :smile: "
    "[here](https://evil.example) `code`."
)
_COST = "> 1. The bridge cost **$5 million** and ```rm -rf``` <#{channel}> </ask:1> _under_ ~~strike~~."


def _unescaped(markdown: str) -> str:
    """Return what Discord shows of escaped text; emphasis that is not escaped marks the answer."""
    shown = re.sub(r"(?<!\\)(\*\*|__)", "", markdown)
    return re.sub(r"\\([^\w\s]|_)", r"\1", shown)


async def test_a_hostile_article_is_text(
    running: Running, settings: Settings, alice: Member, bob: Member, tmp_path: Path
) -> None:
    """Its words come through letter by letter on every screen, and on none of them do they do anything."""
    guild = alice.channel.guild
    assert guild is not None
    ids = {"who": bob.user.id, "guild": guild.id, "channel": alice.channel.id}
    said, cost = _SAID.format(**ids), _COST.format(**ids)
    articles = tmp_path / "corpus" / "articles"
    articles.mkdir(parents=True)
    (articles / "hostile.md").write_text(
        f'---\ntitle: "@everyone [click](https://evil.example) ||x||"\npublisher: "<@{bob.user.id}> # Gazette"\n'
        f"---\n{said}\n{cost}\n- The bridge is red.\n"
    )
    index = settings.index.model_copy(update={"corpus": tmp_path / "corpus", "directory": tmp_path / "index"})
    build_index(index)
    async with running(settings.model_copy(update={"index": index}), open_logged_service):
        answer = await alice.asks("When will the bridge open?")
        unsaid = await alice.asks("Who painted the bridge?")
        listed = await alice.types("sources", "source", "gazette")
        screens = [
            answer,
            unsaid,
            await alice.presses(answer, "In context"),
            await alice.presses(answer, "All sources"),
            await alice.presses(unsaid, "In context", 1),
            await alice.uses("sources"),
            await alice.uses("sources", source=listed[0]["value"]),
        ]
    assert [screen.pings for screen in screens] == [set()] * len(screens)
    shown = [_unescaped(screen.text) for screen in screens]
    assert [said in text for text in shown] == [True, True, True, False, True, False, True]
    assert [cost in text for text in shown] == [False, True, True, False, True, False, True]
    assert [f"<@{bob.user.id}> # Gazette" in text for text in shown] == [True] * len(screens)
    for screen in screens:
        assert re.search(r"(?<!\\)(<[@#t/]|@everyone|\|\||:smile:|```|~~)", screen.text) is None
