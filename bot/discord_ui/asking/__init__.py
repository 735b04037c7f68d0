"""Where questions come in: `/ask`, a message's menu, mentions, direct messages."""
