"""YAML as people type it: a headline with a colon or a quotation mark is no YAML, and nobody can mean anything else by it.

Slow to import; front matter is seldom read.
"""

import json
import re

import yaml
from frontmatter import YAMLHandler

NotYamlError = yaml.YAMLError

_HANDLER = YAMLHandler()
_LINE = re.compile(r"(?P<key>\w+):[ \t]+(?P<value>(?!!|\[+\s*$|\[\[).*)")  # no tags, no lists


def load(block: str) -> object:
    """Return what *block* says; where it is no YAML, what its lines do, each a key and its value as it is typed.

    Raises:
        NotYamlError: it is neither.
        ValueError: a date does not exist.
    """
    try:
        return _HANDLER.load(block)
    except NotYamlError:
        lines = [_LINE.fullmatch(line.rstrip()) for line in block.splitlines() if line.strip()]
        if not all(lines):
            raise
        return _HANDLER.load("\n".join(f"{line['key']}: {_quoted(line['value'])}" for line in lines if line))


def _quoted(value: str) -> str:
    """Return *value* in quotation marks if it is not one value of YAML without them."""
    try:
        return json.dumps(value) if isinstance(_HANDLER.load(value), dict | list) else value
    except NotYamlError:
        return json.dumps(value)
