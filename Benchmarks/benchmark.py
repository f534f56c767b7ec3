#!/usr/bin/env python3
"""Times networks in cnnc and in other runtimes: `benchmark.py --cnnc PATH/TO/cnnc`; see README.md."""

import argparse
import json
import pathlib
import platform
import subprocess

from harness.engines import ENGINES, versions
from harness.measurement import Measurement, Options
from harness.networks import GROUPS, NETWORKS, ROOT
from harness.report import geometric_mean, grouped, heading, machine, tables


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Times networks in cnnc and in other runtimes.")
    parser.add_argument("--cnnc", type=pathlib.Path, default=ROOT / ".build/release/cnnc", help="the binary")
    parser.add_argument("--models", type=listed, default=["main"],
                        help=f"comma-separated names or groups: {', '.join([*GROUPS, *NETWORKS])}")
    parser.add_argument("--threads", type=numbers, default=[2, 1], help="numbers of threads, comma-separated")
    parser.add_argument("--batch", type=numbers, default=[1], help="batch sizes, comma-separated")
    parser.add_argument("--peers", type=listed, default=list(ENGINES), help=f"of {', '.join(ENGINES)}")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each runtime is timed for each result")
    parser.add_argument("--rounds", type=int, default=8, help="in so many turns")
    parser.add_argument("--input-size", type=int, help="the height and width of images instead of each model's own")
    parser.add_argument("--cache", type=pathlib.Path, default=pathlib.Path("/tmp/cnnc-benchmarks"),
                        help="the folder of exported models")
    parser.add_argument("--json", type=pathlib.Path, help="where to write the results")
    parser.add_argument("--markdown", type=pathlib.Path, help="where to write the tables, which are printed too")
    chosen = parser.parse_args()
    chosen.models = list(dict.fromkeys(name for one in chosen.models for name in GROUPS.get(one, [one])))
    for what, names, known in [("models", chosen.models, NETWORKS), ("peers", chosen.peers, ENGINES)]:
        if unknown := [name for name in names if name not in known]:
            parser.error(f"no such {what}: {', '.join(unknown)}")
    return chosen


def listed(text: str) -> list[str]:
    return [one for one in text.split(",") if one]


def numbers(text: str) -> list[int]:
    return [int(one) for one in text.split(",")]


def main() -> None:
    chosen = arguments()
    binary = chosen.cnnc.resolve()
    about = machine()
    known = {"cnnc": subprocess.check_output([binary, "--version"], text=True).strip(),
             **versions(chosen.peers), "python": platform.python_version()}
    options = Options(binary, chosen.cache.resolve(), chosen.peers, chosen.rounds, chosen.seconds, chosen.input_size)
    rows = []
    for batch in chosen.batch:
        for threads in chosen.threads:
            for name in chosen.models:
                rows.append(Measurement(options, NETWORKS[name], threads, batch).result())
                print(tables(rows[-1:], chosen.peers), end="\n\n", flush=True)
                write(chosen, about, known, rows)
    print(heading(about, known), tables(rows, chosen.peers), sep="\n\n")


def write(chosen: argparse.Namespace, about: dict, known: dict, rows: list[dict]) -> None:
    """Everything measured so far, so that a run that is interrupted is not lost."""
    if chosen.json:
        means = [{"threads": threads, "batch": batch, "ratio": geometric_mean(some)}
                 for (threads, batch), some in grouped(rows).items()]
        chosen.json.write_text(json.dumps({"machine": about, "versions": known, "geometric_means": means,
                                           "results": rows}, indent=1) + "\n")
    if chosen.markdown:
        chosen.markdown.write_text(heading(about, known) + "\n\n" + tables(rows, chosen.peers) + "\n")


if __name__ == "__main__":
    main()
