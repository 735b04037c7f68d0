"""Processes that write to one citation log at the same moment, each as a bot would: an answer, then its delivery."""

import json
import time
from dataclasses import dataclass
from pathlib import Path

from tests.children import start_python

# One interpreter forks them all, since starting ten takes longer than what they then do.
_WRITERS = """
import json, sys, time
from multiprocessing import get_context
from pathlib import Path
from bot.citation_log.recording import Asking
from tests.one_answer import desk_of, log_in

url, anchors, answers, *names = sys.argv[1:]
fork = get_context("fork")
opened, begun = (fork.Barrier(len(names) + 1, timeout=120) for _ in range(2))
results = fork.Queue()

def write(name):
    log = log_in(url, Path(anchors))
    desk = desk_of(log)
    opened.wait()
    begun.wait()
    written, took = [], []
    for place in range(int(answers)):
        start = time.perf_counter()
        number = desk.ask(Asking(f"What of {place}, asks {name}?", person=name, server="1")).number
        asked = time.perf_counter()
        written += [number, desk.delivered(number, f"{name} {place}").number]
        took += [asked - start, time.perf_counter() - asked]
    log.close()
    results.put([name, written, took])

writers = [fork.Process(target=write, args=(name,)) for name in names]
for writer in writers:
    writer.start()
opened.wait()
print("ready", flush=True)
sys.stdin.readline()
begun.wait()
print(json.dumps([results.get(timeout=600) for _ in names]), flush=True)
for writer in writers:
    writer.join()
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
        self._child = start_python(_WRITERS, url, str(anchors), str(answers), *names)
        self._begun = 0.0
        assert self._child.stdout is not None
        if self._child.stdout.readline() != "ready\n":
            raise RuntimeError(self._child.communicate()[1])

    def begin(self) -> None:
        """Let them all write."""
        self._begun = time.perf_counter()
        assert self._child.stdin is not None
        self._child.stdin.write("\n")
        self._child.stdin.flush()

    def finish(self) -> tuple[list[Writer], float]:
        """Wait for them and return what each wrote, and the seconds since they began."""
        output, errors = self._child.communicate(timeout=900)
        took = time.perf_counter() - self._begun
        if self._child.returncode:
            raise RuntimeError(errors)
        return [Writer(name, tuple(numbers), tuple(each)) for name, numbers, each in json.loads(output)], took
