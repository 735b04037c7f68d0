"""Who may do what: every command, button, list and form, against everybody there is, in one table.

A command, a button or a screen without a row fails the test: whoever adds one says here who may use it.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.citation_log.events import Kind, ServerSettings
from bot.discord_ui.cards.corpus_presses import Act, CorpusPress
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.presses import Press, Screen
from bot.discord_ui.cards.review_presses import Action, Listing, ListingPress, ReviewPress, Where
from bot.discord_ui.cards.setup import Setting
from bot.discord_ui.cards.tree import Button, Card, Menu, Option, Pressed, Row
from bot.discord_ui.client import CrossciteClient
from bot.discord_ui.waiting.cooldowns import Cooldowns
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.settings import Settings
from tests.end_to_end.in_discord.conftest import Running, logged
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.interactions import Interaction
from tests.fake_discord.limits import COMPONENTS_V2
from tests.fake_discord.messages import Message
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.uploads import Upload
from tests.fake_discord.world import MEMBER, Channel, Guild

MANAGE_SERVER = 1 << 5
ALL = frozenset({"member", "moderator elsewhere", "moderator", "editor", "manager", "operator"})
MODERATORS = frozenset({"moderator", "manager"})
MANAGERS = frozenset({"manager"})
EDITORS = frozenset({"editor", "manager"})

# By a command's name: who may use it, and with which options. In Discord the operator is a member like any other:
# what is theirs alone they do in the terminal.
COMMANDS: dict[str, tuple[frozenset[str], dict[str, Any]]] = {
    "ask": (ALL, {"question": "How long is the trip?"}),
    "Ask about this message": (ALL, {}),
    "sources": (ALL, {}),
    "about": (ALL, {}),
    "privacy show": (ALL, {}),
    "privacy export": (ALL, {}),
    "privacy delete": (ALL, {}),
    "setup": (MANAGERS, {}),
    "review queue": (MODERATORS, {}),
    "review show": (MODERATORS, {"number": "1"}),
    "review search": (MODERATORS, {"words": "trip"}),
    "review stats": (MODERATORS, {}),
    "review gaps": (MODERATORS | {"editor"}, {}),
    "corpus add": (EDITORS, {"file": Upload("a.txt", b"It rains.")}),
    "corpus status": (EDITORS, {}),
    "corpus rebuild": (EDITORS, {}),
    "corpus undo": (EDITORS, {}),
}
# By the class that takes presses: who may press, whatever the button or the list says.
PRESSED: dict[str, frozenset[str]] = {
    "ScreenButton": ALL,
    "ForgetButton": ALL,
    "SetupList": MANAGERS,
    "ReviewItem": MODERATORS,
    "ListingButton": MODERATORS | {"editor"},
    "CorpusButton": EDITORS,
}
WORDS = words_in(Language.ENGLISH)
REFUSALS = {
    WORDS.access.managers,
    WORDS.access.moderators,
    WORDS.access.editors,
    WORDS.access.moderators_and_editors,
    WORDS.access.other_corpus,
    WORDS.access.nobody,
}


@pytest.fixture
def settings(settings: Settings, newsroom: Guild, tmp_path: Path) -> Settings:
    """Articles are edited from the newsroom; here there are none, so that nothing comes of whatever is tried."""
    (tmp_path / "corpus").mkdir()
    index = settings.index.model_copy(update={"corpus": tmp_path / "corpus", "directory": tmp_path / "index"})
    discord = settings.discord.model_copy(update={"corpus_servers": newsroom.id})
    return settings.model_copy(update={"index": index, "discord": discord})


@pytest.fixture
def people(fake: FakeDiscord, newsroom: Guild, general: Channel) -> dict[str, Member]:
    """One of each, all of them in the newsroom's channel."""
    elsewhere = next(one for one in fake.world.guilds.values() if one.name == "Elsewhere")
    roles = {
        "moderator": fake.world.add_role(newsroom, "Moderators"),
        "editor": fake.world.add_role(newsroom, "Editors"),
        "moderator elsewhere": fake.world.add_role(elsewhere, "Moderators"),
    }
    found = {}
    for place, name in enumerate(sorted(ALL)):
        may = MEMBER | MANAGE_SERVER if name == "manager" else MEMBER
        user = fake.world.add_user(f"person-{place}", permissions=may)
        user.roles |= {role.id for of, role in roles.items() if of == name}
        found[name] = Member(fake, user, general)
    return found


@pytest.fixture
def settings_of_server(fake: FakeDiscord, newsroom: Guild, people: dict[str, Member]) -> ServerSettings:
    """What holds in the newsroom: roles are named."""
    by_name = {role.name: role.id for role in newsroom.roles}
    return ServerSettings(moderators=(by_name["Moderators"],), editors=(by_name["Editors"],))


def commands_of(bot: CrossciteClient) -> Iterator[str]:
    """Yield the name of every command and every menu."""
    for command in bot.tree.walk_commands():
        if isinstance(command, app_commands.Command):
            yield command.qualified_name
    for kind in (discord.AppCommandType.message, discord.AppCommandType.user):
        yield from (menu.name for menu in bot.tree.get_commands(type=kind))


def takers_of_presses() -> Iterator[type]:
    """Yield every class of ours that takes the press of a button or a choice from a list."""
    waiting: list[type] = list(discord.ui.DynamicItem.__subclasses__())
    while waiting:
        found = waiting.pop()
        waiting += found.__subclasses__()
        if found.__module__.startswith("bot."):
            yield found


async def _refused(person: Member, interaction: Interaction) -> bool:
    """Whether somebody was refused, which is told to them alone and changes nothing."""
    await person.answered(interaction)
    if interaction.modal is not None:
        return False
    card = await person.sees(interaction)
    if card.text in REFUSALS:
        assert card.private
        return True
    return False


async def _who(people: dict[str, Member], acts: Any) -> frozenset[str]:
    """Return who may, of everybody who tries."""
    return frozenset([name for name, person in people.items() if not await _refused(person, acts(person))])


async def test_every_command_is_in_the_table(bot: CrossciteClient) -> None:
    """And everything that takes presses: what is new has no row yet."""
    assert sorted(commands_of(bot)) == sorted(COMMANDS)
    assert {taker.__name__ for taker in takers_of_presses()} == set(PRESSED)


async def test_commands(
    running: Running, newsroom: Guild, people: dict[str, Member], settings_of_server: ServerSettings
) -> None:
    """Everybody uses every command; whoever may not is refused privately, and nothing is offered to them."""
    async with _ready(running, newsroom, settings_of_server) as bot:
        for name in commands_of(bot):
            allowed, options = COMMANDS[name]
            if name == "Ask about this message":
                found = await _who(
                    people, lambda one, name=name: one.picks(name, one.says("How long is the trip?"))
                )
            else:
                found = await _who(
                    people, lambda one, name=name, options=options: one.sends(name, checked=False, **options)
                )
            assert found == allowed, name
        for name, person in people.items():
            offered = await person.types("review show", "number", "trip")
            assert bool(offered) == (name in MODERATORS), name
        assert [event for event in logged(bot) if event.kind in {Kind.RULED, Kind.ERASED}] == []


async def test_buttons_and_lists(
    fake: FakeDiscord,
    running: Running,
    newsroom: Guild,
    people: dict[str, Member],
    settings_of_server: ServerSettings,
) -> None:
    """Everybody presses everything, as though it had got into their hands; who may not is refused privately."""
    async with _ready(running, newsroom, settings_of_server) as bot:
        answer, report = await _reported(bot, people["member"])
        rows: list[tuple[str, Row | Menu]] = [
            *(("ScreenButton", _button(Press(answer, screen, Language.ENGLISH))) for screen in Screen),
            *(("CorpusButton", _button(CorpusPress(act, "1" * 16))) for act in Act),
            *(("ReviewItem", _review(action, answer, report)) for action in Action),
            ("ListingButton", _button(ListingPress(Listing.GAPS, 1))),
            # Last: they change who is what.
            *(("SetupList", Menu(setting, "list", (Option("Only", "1"),))) for setting in Setting),
        ]
        general = people["member"].channel
        turning = _button(ListingPress(Listing.QUEUE, 1))
        assert (
            await _who(people, lambda one: one.clicks(one.card(_forged(fake, general, turning)), "Press"))
            == MODERATORS
        )
        for taker, part in rows:

            def acts(person: Member, part: Row | Menu = part) -> Interaction:
                card = person.card(_forged(fake, general, part))
                return (
                    person.clicks(card, "Press")
                    if isinstance(part, Row)
                    else person.picks_from(card, "list", "Only")
                )

            assert await _who(people, acts) == PRESSED[taker], part
        kept = [event for event in logged(bot) if event.kind is Kind.CONFIGURED]
        assert {event.person for event in kept[1:]} == {
            bot.parts.desks.person(int(people["manager"].user.id))
        }


async def test_articles_are_edited_from_the_operators_servers_alone(
    running: Running,
    newsroom: Guild,
    settings: Settings,
    people: dict[str, Member],
    settings_of_server: ServerSettings,
) -> None:
    """Where the operator named no server, or another one, its managers and editors are told so."""
    for named in ("", "4711"):
        discord = settings.discord.model_copy(update={"corpus_servers": named})
        async with _ready(
            running, newsroom, settings_of_server, settings.model_copy(update={"discord": discord})
        ) as bot:
            for name in [one for one in commands_of(bot) if one.startswith("corpus ")]:
                options = COMMANDS[name][1]
                for person in ("editor", "manager"):
                    card = await people[person].sees(people[person].sends(name, checked=False, **options))
                    assert (card.text, card.private) == (WORDS.access.other_corpus, True)


async def test_forms(
    fake: FakeDiscord,
    running: Running,
    newsroom: Guild,
    people: dict[str, Member],
    settings_of_server: ServerSettings,
) -> None:
    """Who is no moderator cannot send a form that one opened: nothing is decided, and nobody is shown a thing."""
    async with _ready(running, newsroom, settings_of_server) as bot:
        answer, report = await _reported(bot, people["member"])
        manager = people["manager"]
        for action in (Action.UPHOLD, Action.RETRACT, Action.IGNORE, Action.SEARCH):
            part = _button(ReviewPress(answer, report, action))
            form = await manager.opens(manager.card(_forged(fake, manager.channel, part)), "Press")
            filled: dict[str, str | list[str]] = {}
            for field in form.fields:
                if field.component.get("options"):
                    filled[field.label] = [field.component["options"][0]["label"]]
                elif field.component.get("required", True):
                    filled[field.label] = "trip"
            for name in sorted(ALL - MODERATORS):
                assert await _refused(people[name], people[name].submits(form, filled)), (name, action)
        assert [event for event in logged(bot) if event.kind is Kind.RULED] == []
        part = _button(Press(answer, Screen.REPORT, Language.ENGLISH))
        editor = people["editor"]
        form = await editor.opens(editor.card(_forged(fake, manager.channel, part)), "Press")
        assert not await _refused(editor, editor.submits(form, {form.fields[0].label: WORDS.report.other}))


@asynccontextmanager
async def _ready(
    running: Running, newsroom: Guild, of_server: ServerSettings, settings: Settings | None = None
) -> AsyncIterator[CrossciteClient]:
    """Give the bot, set up in the newsroom; nobody is too quick for it, since everybody does everything."""
    async with running(settings) if settings else running() as bot:
        bot.parts = replace(bot.parts, acts=Cooldowns(10_000, 10_000), reports=Cooldowns(10_000, 10_000))
        bot.parts.servers.configure(newsroom.id, "somebody", of_server.model_dump())
        yield bot


async def _reported(bot: CrossciteClient, member: Member) -> tuple[int, int]:
    """Let a member ask and report; return the numbers of answer and report."""
    card = await member.asks("How long is the trip?")
    form = await member.opens(card, "Report")
    await member.fills_in(form, {form.fields[0].label: WORDS.report.other})
    events = logged(bot)
    return (
        next(event.number for event in events if event.kind is Kind.ANSWERED),
        next(event.number for event in events if event.kind is Kind.REPORTED),
    )


def _button(press: Pressed) -> Row:
    return Row((Button("Press", press),))


def _review(action: Action, answer: int, report: int) -> Row | Menu:
    where = Where("0" * 17, 1, (0, 0)) if action in {Action.USE, Action.SENTENCES} else None
    press = ReviewPress(answer, report, action, where)
    value = {Action.OPEN: str(report), Action.PARAGRAPH: f"{'0' * 17}.1", Action.SENTENCES: "0"}.get(action)
    return _button(press) if value is None else Menu(press, "list", (Option("Only", value),))


def _forged(fake: FakeDiscord, channel: Channel, part: Row | Menu) -> Message:
    """Post a message of the bot's that bears one button, or one list."""
    message = fake.conversation.draft(channel, fake.world.bot)
    view: Any = view_of(Card((part,)))
    message.write({"components": view.to_components(), "flags": COMPONENTS_V2}, {}, fake.world)
    fake.conversation.post(message)
    return message
