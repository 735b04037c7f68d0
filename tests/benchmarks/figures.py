"""One row of the table, and the processes that are timed."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with its unit, and what it is to be read against."""

    name: str
    value: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """One child process: wall-clock seconds, peak resident memory in MB, standard output."""

    seconds: float
    megabytes: float
    output: str


def run_timed(arguments: Sequence[str], **environment: str) -> Timed:
    """Run a Python process to its end and return what it took.

    The peak is the child's own: the kernel's figure for all children only grows, so each is run under a
    parent of its own.
    """
    watcher = (
        "import resource, subprocess, sys, time\n"
        "start = time.perf_counter()\n"
        "done = subprocess.run(sys.argv[1:], capture_output=True, text=True)\n"
        "took = time.perf_counter() - start\n"
        "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "print(took, peak)\n"
        "print(done.stdout, end='')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", watcher, sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    head, _, output = done.stdout.partition("\n")
    seconds, peak = head.split()
    return Timed(float(seconds), int(peak) / 1024, output)


def best_of(count: int, arguments: Sequence[str], **environment: str) -> Timed:
    """Run a process *count* times and return the fastest: what the machine can do when left alone."""
    return min((run_timed(arguments, **environment) for _ in range(count)), key=lambda timed: timed.seconds)


def percentile(seconds: Sequence[float], share: float) -> float:
    """Return the value below which *share* of *seconds* lie."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(seconds: Sequence[float], share: float) -> str:
    """Return that value in milliseconds, to a tenth."""
    return f"{1000 * percentile(seconds, share):.1f}"


def own_peak() -> float:
    """Return this process's peak resident memory in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def clock() -> float:
    """Return a reading of the clock that only differences are taken of, in seconds."""
    return time.perf_counter()
