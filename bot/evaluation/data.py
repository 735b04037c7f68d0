"""The evaluation data: xz-compressed JSON lines in a folder that the settings name; it is not part of Crosscite."""

import json
import lzma
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.errors import EvaluationDataError

Row = dict[str, Any]


def evaluation_file(data: Path | None, name: str) -> Path | None:
    """Return a file of the evaluation data, None if the data is not there."""
    path = data / "dev" / f"{name}.jsonl.xz" if data else None
    return path if path and path.is_file() else None


def rows(path: Path, *fields: str) -> list[Row]:
    """Read a compressed JSON-lines file; every row has *fields*.

    Raises:
        EvaluationDataError: the file cannot be read, or a line is not such an object; the message names it.
    """
    found: list[Row] = []
    try:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                for field in fields:
                    if not isinstance(row, dict) or field not in row:
                        raise EvaluationDataError(f"{path}:{len(found) + 1}: the row has no {field}.")
                found.append(row)
    except ValueError as error:
        raise EvaluationDataError(f"{path}:{len(found) + 1}: the line is not JSON ({error}).") from error
    except (OSError, EOFError, lzma.LZMAError) as error:
        reason = getattr(error, "strerror", None) or error
        raise EvaluationDataError(f"Cannot read the evaluation data in {path}: {reason}.") from error
    return found


def thinned(found: Sequence[Row], limit: int | None) -> Sequence[Row]:
    """Return every n-th row, n the least that leaves at most *limit*; all without one."""
    step = max(1, -(-len(found) // limit)) if limit else 1
    return found[::step]
