"""What a value is about; the names are part of the public interface."""

from enum import StrEnum


class Kind(StrEnum):
    """The kind of a mention or a value."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    NUMBER = "number"
    ORDINAL = "ordinal"
    MONEY = "money"
    PERCENT = "percent"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    YES_NO = "yes_no"
    TEXT = "text"


NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION})
