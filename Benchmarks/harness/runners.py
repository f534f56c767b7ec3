"""What runs inferences at request: a worker process with an engine in it, or the binary of cnnc."""

import dataclasses
import json
import math
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod

import numpy

from .engines import Job

HERE = pathlib.Path(__file__).resolve().parents[1]
PROCESSOR_MILLISECONDS = 2000


@dataclasses.dataclass(frozen=True)
class Round:
    """The times of some inferences in a row, in milliseconds, and how busy the machine was beside them.

    `processor` is the processor time of one inference, spinning included: with one thread it is about what an
    inference takes on an idle machine, however busy this one is.
    """

    median: float
    p90: float
    least: float
    processor: float
    others: float = 0.0


class RunnerFailure(Exception):
    """Why a runtime does not run a network."""


class Runner(ABC):
    """One runtime with one network in it."""

    # About how long one inference takes.
    milliseconds: float

    @abstractmethod
    def outputs(self) -> list[numpy.ndarray]: ...

    @abstractmethod
    def run(self, count: int) -> tuple[Round, float]:
        """So many inferences after one that is not counted, and the processor time of all of it in seconds."""

    def round(self, count: int) -> Round:
        """The same, with the share of the machine's processors that other processes used meanwhile."""
        start, busy = time.perf_counter(), busy_seconds()
        result, own = self.run(count)
        elapsed, busy = time.perf_counter() - start, busy_seconds() - busy
        return dataclasses.replace(result, others=max(0.0, busy - own) / (elapsed * os.cpu_count()))

    def close(self) -> None:
        """Ends what was started."""


class WorkerRunner(Runner):
    """A worker process, which is stopped but for its rounds, so that its threads cannot spin beside others'."""

    def __init__(self, job: Job):
        self.job = job
        environment = os.environ | {"OMP_NUM_THREADS": str(job.threads)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "harness.worker", json.dumps(dataclasses.asdict(job))], cwd=HERE, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            self.milliseconds = self.answer()["milliseconds"]
        except RunnerFailure:
            self.close()
            raise
        self.process.send_signal(signal.SIGSTOP)

    def answer(self) -> dict[str, object]:
        line = self.process.stdout.readline()
        if not line:
            raise RunnerFailure(f"its process ended with {self.process.wait()}")
        answer = json.loads(line)
        if "failed" in answer:
            raise RunnerFailure(answer["failed"])
        return answer

    def outputs(self) -> list[numpy.ndarray]:
        return list(numpy.load(self.job.outputs).values())

    def run(self, count: int) -> tuple[Round, float]:
        self.process.send_signal(signal.SIGCONT)
        self.process.stdin.write(f"{count}\n")
        self.process.stdin.flush()
        answer = self.answer()
        self.process.send_signal(signal.SIGSTOP)
        times = answer["milliseconds"]
        own = answer["processor_seconds"]
        return (Round(float(numpy.median(times)), float(numpy.percentile(times, 90)), min(times),
                      1e3 * own / (count + 1)), own)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()


class CnncRunner(Runner):
    """The binary, started afresh for each round.

    `cnnc run --repeat` prints the median, the least and the greatest time; the last stands for the 90th percentile.
    """

    TIMES = re.compile(r"([\d.]+) ms(?: \(median of \d+, from ([\d.]+) to ([\d.]+)\))?, \d+ threads?, (\w+) kernels")

    def __init__(self, binary: pathlib.Path, model: pathlib.Path, weights: pathlib.Path, x: pathlib.Path,
                 y: pathlib.Path, threads: int, settings: dict[str, int] | None = None):
        self.file = y
        self.command = [str(binary), "run", str(model), "--threads", str(threads), "--weights", str(weights),
                        "--input", str(x), "--output", str(y)]
        for name, value in (settings or {}).items():
            self.command += ["--set", f"{name}={value}"]
        self.processor = math.nan
        self.milliseconds = min(self.run(0)[0].least for _ in range(2))

    def time_processor(self) -> None:
        """Finds an inference's processor time from a long and a short run: only whole processes tell theirs."""
        count = math.ceil(PROCESSOR_MILLISECONDS / self.milliseconds)
        start = min(self.run(0)[1] for _ in range(2))
        self.processor = 1e3 * (min(self.run(count)[1] for _ in range(2)) - start) / count

    def outputs(self) -> list[numpy.ndarray]:
        """In the order of the file, which is that of the model."""
        return list(numpy.load(self.file).values())

    def run(self, count: int) -> tuple[Round, float]:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([*self.command, "--repeat", str(count)], capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times = self.TIMES.search(done.stderr)
        if done.returncode != 0 or not times:
            raise RunnerFailure(f"cnnc exits with {done.returncode}: {done.stderr.strip()[-300:]}")
        median, least, most, self.kernels = times.groups()
        own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Round(float(median), float(most or median), float(least or median), self.processor), own


def busy_seconds() -> float:
    """For how long all processors together have been busy, or were taken by the machine's host."""
    fields = [int(x) for x in pathlib.Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    idle = fields[3] + fields[4]
    return (sum(fields) - idle) / os.sysconf("SC_CLK_TCK")
