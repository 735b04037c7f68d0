"""A member of a server where Crosscite is, and the words on its buttons."""

from tests.fake_discord.card import Card
from tests.fake_discord.interactions import Interaction
from tests.fake_discord.messages import Message
from tests.fake_discord.person import Person

ASK_ABOUT = "Ask about this message"


class Member(Person):
    """Does what one does with Crosscite."""

    async def asks(self, question: str, *, private: bool | None = None) -> Card:
        """Ask with `/ask`, and return the card once the answer stands there."""
        return await self.uses("ask", question=question, private=private)

    def begins(self, question: str, *, late: float = 0.0, checked: bool = True) -> Interaction:
        """Ask with `/ask`, and do not wait."""
        return self.sends("ask", late=late, checked=checked, question=question)

    async def asks_about(self, message: Message | Card) -> Card:
        """Ask with the menu of a message."""
        return await self.uses_menu(ASK_ABOUT, message)
