"""Times one network in all runtimes, in rounds that take turns."""

import pathlib
import tempfile
from dataclasses import dataclass

import numpy

from .artefacts import Artefacts
from .engines import ENGINES, Job
from .networks import Network
from .runners import CnncRunner, Round, Runner, RunnerFailure, WorkerRunner

CNNC = "cnnc"
ERROR_LIMIT = 1e-4
MOST_INFERENCES = 200
RATIOS = {"ratio": "median_ms", "min_ratio": "min_ms", "processor_ratio": "processor_ms"}


@dataclass(frozen=True)
class Options:
    """How to measure."""

    cnnc: pathlib.Path
    cache: pathlib.Path
    peers: list[str]
    rounds: int
    seconds: float
    size: int | None


class Measurement:
    """One network with a number of threads and a batch size."""

    def __init__(self, options: Options, network: Network, threads: int, batch: int):
        self.options, self.network, self.threads, self.batch = options, network.sized(options.size), threads, batch
        self.artefacts = Artefacts(options.cache, self.network, batch)

    def result(self) -> dict[str, object]:
        """A row of results; runtimes that fail have the reason instead of times."""
        peers: dict[str, dict[str, object]] = {}
        runners: dict[str, Runner] = {}
        expected = list(numpy.load(self.artefacts.expected()).values())
        with tempfile.TemporaryDirectory() as folder:
            try:
                for name in [CNNC, *self.options.peers]:
                    try:
                        runner = runners[name] = self.runner(name, pathlib.Path(folder), expected)
                        peers[name] = {"error": relative_error(runner.outputs(), expected)}
                    except (RunnerFailure, RuntimeError, OSError) as failure:
                        peers[name] = {"failed": " ".join(str(failure).split())}
                able = {name: runner for name, runner in runners.items() if "error" in peers[name]}
                for name, rounds in self.rounds(able).items():
                    peers[name] |= summary(rounds, self.threads)
            finally:
                for runner in runners.values():
                    runner.close()
        return {"model": self.network.name, "settings": self.network.settings, "batch": self.batch,
                "threads": self.threads, "peers": peers} | comparison(peers)

    def runner(self, name: str, folder: pathlib.Path, expected: list[numpy.ndarray]) -> Runner:
        if name == CNNC:
            cnnc = CnncRunner(self.options.cnnc, self.network.file, self.artefacts.weights(), self.artefacts.input(),
                              folder / "cnnc.npz", self.threads, self.network.settings)
            if self.threads == 1:
                cnnc.time_processor()
            return cnnc
        model = ENGINES[name].prepare(self.artefacts)
        return WorkerRunner(Job(name, self.network.name, self.options.size, self.threads, str(model),
                                str(self.artefacts.input()), str(folder / f"{name}.npz"),
                                [list(y.shape) for y in expected]))

    def rounds(self, runners: dict[str, Runner]) -> dict[str, list[Round]]:
        """In each round every runtime has its turn, and each round begins with another one."""
        names = list(runners)
        budget = 1e3 * self.options.seconds / self.options.rounds
        counts = {name: int(min(max(budget / runner.milliseconds, 1), MOST_INFERENCES))
                  for name, runner in runners.items()}
        results: dict[str, list[Round]] = {name: [] for name in names}
        for i in range(self.options.rounds):
            first = i % len(names)
            for name in names[first:] + names[:first]:
                results[name].append(runners[name].round(counts[name]))
        return results


def summary(rounds: list[Round], threads: int) -> dict[str, float | None]:
    """Over the half of the rounds in which other processes did least.

    Processor time is left out with several threads, which spin, and where a disturbed machine made it nonsense.
    """
    calm = sorted(rounds, key=lambda one: one.others)[:(len(rounds) + 1) // 2]
    processor = float(numpy.median([one.processor for one in calm]))
    return {"median_ms": float(numpy.median([one.median for one in calm])),
            "p90_ms": float(numpy.median([one.p90 for one in calm])),
            "min_ms": min(one.least for one in calm),
            "processor_ms": processor if threads == 1 and processor > 0 else None,
            "others": float(numpy.mean([one.others for one in calm]))}


def comparison(peers: dict[str, dict[str, object]]) -> dict[str, object]:
    """The fastest of the peers that agree with PyTorch, and how many times its time is that of cnnc, if cnnc agrees too.

    The ratios of least times and of processor times, each with the best peer by that, are less disturbed by a busy
    machine.
    """
    right = {name: peer for name, peer in peers.items() if "median_ms" in peer and peer["error"] <= ERROR_LIMIT}
    own = right.pop(CNNC, None)
    if not right or not own:
        return {"best_peer": None} | dict.fromkeys(RATIOS)
    best = min(right, key=lambda name: right[name]["median_ms"])
    return {"best_peer": best} | {
        ratio: least_ratio([peer[time] for peer in right.values()], own[time]) for ratio, time in RATIOS.items()}


def least_ratio(peers: list[float | None], own: float | None) -> float | None:
    """The least time of the peers over cnnc's, where there are any."""
    times = [time for time in peers if time is not None]
    return min(times) / own if times and own else None


def relative_error(results: list[numpy.ndarray], truth: list[numpy.ndarray]) -> float:
    """The largest error over the largest magnitude of that output; infinite where shapes differ or numbers are none."""
    if [y.shape for y in results] != [y.shape for y in truth] or not all(numpy.isfinite(y).all() for y in results):
        return float("inf")
    return max(float(abs(y - z).max() / abs(z).max()) for y, z in zip(results, truth))
