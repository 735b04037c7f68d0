"""Errors that nobody foresaw: logged under a number that whoever is concerned can name."""

import logging
import secrets

_log = logging.getLogger(__name__)


def new_incident(error: BaseException, doing: str) -> str:
    """Log *error*, which came up while *doing* something, and return the number that it was logged under."""
    incident = secrets.token_hex(4)
    _log.error("incident %s while %s", incident, doing, exc_info=error)
    return incident
