"""What the bot is invited with: exactly the permissions that it uses, and the link that asks for them."""

import discord

# Seeing a channel and writing there answers mentions, in threads too; a reply refers to the message that it answers,
# for which Discord wants its history to be readable; "Continue in a thread" opens one.
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    read_message_history=True,
)


def invite_link(application: str) -> str:
    """Return the link with which a server's manager invites the bot of *application*."""
    return (
        f"https://discord.com/oauth2/authorize?client_id={application}"
        f"&scope=bot+applications.commands&permissions={PERMISSIONS.value}"
    )
