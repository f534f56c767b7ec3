"""A process with one engine in it: `python -m harness.worker JOB`, JOB being JSON.

Its first answer, a line of JSON, says that its outputs are written and how long an inference takes. Then it reads
numbers of inferences from its standard input, one a line, and answers each with their times.
"""

import ctypes
import json
import os
import signal
import sys
import time
from collections.abc import Callable

import numpy

from .engines import ENGINES, Engine, Job

PR_SET_PDEATHSIG = 1


def main(job: Job) -> None:
    # Libraries print what they like; answers go where nothing else is written.
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    # A stopped process would outlive its parent.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    try:
        engine = ENGINES[job.engine](job, numpy.load(job.input))
        milliseconds = warmed(engine, job)
    except Exception as error:
        print(json.dumps({"failed": f"{type(error).__name__}: {error}"}), file=answers)
        return
    print(json.dumps({"milliseconds": milliseconds}), file=answers)
    for line in sys.stdin:
        print(json.dumps(timings(engine, int(line))), file=answers)


def warmed(engine: Engine, job: Job) -> float:
    """Writes the outputs and runs until everything that happens once has happened: the time of one inference."""
    engine.run()
    numpy.savez(job.outputs, *engine.outputs())
    return min(timed(engine.run) for _ in range(3))


def timings(engine: Engine, count: int) -> dict[str, object]:
    """The times of some inferences after one that is not counted."""
    processor = time.process_time()
    engine.run()
    milliseconds = [timed(engine.run) for _ in range(count)]
    return {"milliseconds": milliseconds, "processor_seconds": time.process_time() - processor}


def timed(run: Callable[[], None]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    run()
    return 1e3 * (time.perf_counter() - start)


if __name__ == "__main__":
    main(Job(**json.loads(sys.argv[1])))
