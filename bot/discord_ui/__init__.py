"""The bot in Discord, and the only folder that imports discord: a thin shell around the desk."""
