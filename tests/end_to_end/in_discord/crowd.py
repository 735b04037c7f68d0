"""A crowd that asks at the same moment; it runs where the fake runs, which may be another process."""

import asyncio
from dataclasses import asdict, dataclass
from typing import Any

from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.card import Card
from tests.fake_discord.interactions import Interaction
from tests.fake_discord.server import FakeDiscord

Answers = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one question: seconds to the first response and to the answer, None without one."""

    acknowledged: float | None
    answered: float | None
    text: str


async def gather_crowd(fake: FakeDiscord, people: int, channels: int = 4) -> None:
    """Make a server with so many people in it."""
    guild = fake.world.add_guild("Newsroom")
    for number in range(channels):
        fake.world.add_channel(guild, f"channel-{number}")
    for number in range(people):
        fake.world.add_user(f"member-{number}")


async def ask_at_once(fake: FakeDiscord, questions: list[str], seconds: float, first: int = 0) -> Answers:
    """Let as many members as there are questions ask one each at the same moment; wait so long for the answers.

    They are those from the *first* on, counted from 0: nobody may ask without end.

    Returns:
        What became of each, as `Answered` in JSON.
    """
    channels = [one for one in fake.world.channels.values() if one.guild]
    users = [one for one in fake.world.users.values() if one.name.startswith("member-")]
    members = [
        Member(fake, user, channels[place % len(channels)]) for place, user in enumerate(users[first:])
    ]
    pairs = zip(members, questions, strict=False)
    pending = [(member, member.begins(question)) for member, question in pairs]
    found = await asyncio.gather(*(_answer(member, one, seconds) for member, one in pending))
    return [asdict(one) for one in found]


async def _answer(member: Member, interaction: Interaction, seconds: float) -> Answered:
    def shown() -> Card | None:
        original = interaction.original
        card = member.card(original) if original and not original.loading else None
        return card if card and is_an_answer(card) else None

    try:
        card = await member.discord.changes.until(shown, "an answer", seconds)
    except AssertionError:
        text = member.card(interaction.original).text if interaction.original else ""
        return Answered(interaction.after, None, text)
    return Answered(interaction.after, member.discord.clock.now() - interaction.created, card.text)


def is_an_answer(card: Card) -> bool:
    """Whether a card shows an answer, not how long that will take or why there is none."""
    return any(button.label == "Report" for button in card.buttons)
