"""Lets `python -m bot.cli` stand in for `crosscite`."""

from bot.cli import main

main()
