"""Prints env.example: every setting, commented out, with what it means and its default. `make env-example` writes it."""

import sys
import textwrap
from collections.abc import Iterator
from enum import Enum

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from bot.settings import Settings

_HEAD = """\
Settings of Crosscite, each at its default. Remove the # of a line to change it. `crosscite` reads them from the
environment and from .env in the folder where it is started; systemd from /etc/crosscite/crosscite.env; compose
from crosscite.env beside compose.yaml. What is secret belongs in a file that its user alone may read.\
"""


def env_example() -> str:
    """Return the whole file."""
    lines = [*_commented(_HEAD), *_lines(Settings, "CROSSCITE_")]
    return "\n".join(lines) + "\n"


def _lines(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield ""
            yield f"## {field.description}"
            yield from _lines(kind, f"{prefix}{name.upper()}_")
        else:
            yield ""
            yield from _commented(field.description or "")
            yield f"#{prefix}{name.upper()}={_default(field)}"


def _commented(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from (f"# {part}" for part in textwrap.wrap(line, 115))


def _default(field: FieldInfo) -> str:
    default = field.get_default()
    if isinstance(default, SecretStr):
        return default.get_secret_value()
    if isinstance(default, Enum):
        return str(default.value)
    return "" if default is None else str(default)


if __name__ == "__main__":
    sys.stdout.write(env_example())
