"""Processes that write to one citation log at the same moment, each as a bot would: an answer, then its delivery."""

import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tests.children import start_python

_WRITER = """
import json, sys, time
from pathlib import Path
from bot.citation_log.recording import Asking
from tests.one_answer import desk_of, log_in

url, anchors, name, answers = sys.argv[1:]
log = log_in(url, Path(anchors))
desk = desk_of(log)
print("ready", flush=True)
sys.stdin.readline()
written, took = [], []
for place in range(int(answers)):
    start = time.perf_counter()
    number = desk.ask(Asking(f"What of {place}, asks {name}?", person=name, server="1")).number
    asked = time.perf_counter()
    written += [number, desk.delivered(number, f"{name} {place}").number]
    took += [asked - start, time.perf_counter() - asked]
log.close()
print(json.dumps([written, took]))
"""


@dataclass(frozen=True, slots=True)
class Writer:
    """One process: the numbers of its events in its own order, and the seconds that each took."""

    name: str
    numbers: tuple[int, ...]
    took: tuple[float, ...]


class Writers:
    """Processes that have all opened the log, which the first of them makes, and wait for the word."""

    def __init__(self, count: int, answers: int, url: str, anchors: Path) -> None:
        names = [f"writer {number}" for number in range(count)]
        self._children = {
            name: start_python(_WRITER, url, str(anchors), name, str(answers)) for name in names
        }
        for child in self._children.values():
            assert child.stdout is not None
            if child.stdout.readline() != "ready\n":
                self._end()
                raise RuntimeError(child.communicate()[1])
        self._begun = 0.0

    def begin(self) -> None:
        """Let them all write."""
        self._begun = time.perf_counter()
        for child in self._children.values():
            assert child.stdin is not None
            child.stdin.write("\n")
            child.stdin.flush()

    def finish(self) -> tuple[list[Writer], float]:
        """Wait for them and return what each wrote, and the seconds since they began."""
        try:
            written = [_written(name, child) for name, child in self._children.items()]
        finally:
            self._end()
        return written, time.perf_counter() - self._begun

    def _end(self) -> None:
        for child in self._children.values():
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout, child.stderr):
                if pipe is not None:
                    pipe.close()


def _written(name: str, child: subprocess.Popen[str]) -> Writer:
    output, errors = child.communicate(timeout=600)
    if child.returncode:
        raise RuntimeError(f"{name}: {errors}")
    numbers, took = json.loads(output)
    return Writer(name, tuple(numbers), tuple(took))
