#!/usr/bin/env python3
"""Times random convolutions in cnnc and in eager PyTorch: `convolutions.py --cnnc PATH/TO/cnnc`; see README.md."""

import argparse
import json
import pathlib
import tempfile
import time

import numpy
import torch
from safetensors.torch import save_file

from harness.measurement import ERROR_LIMIT, relative_error
from harness.networks import ROOT
from harness.report import heading, machine, number
from harness.runners import CnncRunner
from harness.shapes import Convolution, grid

ALLOWED_RATIO = 0.7


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Times random convolutions in cnnc and in eager PyTorch.")
    parser.add_argument("--cnnc", type=pathlib.Path, default=ROOT / ".build/release/cnnc", help="the binary")
    parser.add_argument("--count", type=int, default=300, help="how many convolutions")
    parser.add_argument("--seed", type=int, default=0, help="of the convolutions, weights and inputs")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3, help="turns of each runtime")
    parser.add_argument("--milliseconds", type=float, default=60, help="how long a turn is")
    parser.add_argument("--only", default="", help="those whose name contains this text")
    parser.add_argument("--json", type=pathlib.Path, help="where to write the results")
    return parser.parse_args()


class Comparison:
    """One convolution in both runtimes, in a folder for the files between them."""

    def __init__(self, convolution: Convolution, chosen: argparse.Namespace, folder: pathlib.Path):
        self.convolution, self.chosen = convolution, chosen
        torch.manual_seed(chosen.seed)
        self.module, self.x = convolution.module(), torch.randn(convolution.input_shape)
        model, weights, x, y = (folder / name for name in ["model.yaml", "weights.safetensors", "x.npy", "y.npz"])
        model.write_text(convolution.source())
        save_file({f"conv.{name}": value for name, value in self.module.state_dict().items()}, weights)
        numpy.save(x, self.x.numpy())
        self.cnnc = CnncRunner(chosen.cnnc.resolve(), model, weights, x, y, chosen.threads)

    def result(self) -> dict[str, object]:
        """Least medians of the turns of both, which take turns."""
        y = self.run_torch()
        error = relative_error(self.cnnc.outputs(), [y.numpy()])
        pytorch = [self.timed() for _ in range(3)]
        counts = [int(min(max(self.chosen.milliseconds / one, 1), 1000))
                  for one in (self.cnnc.milliseconds, min(pytorch))]
        own, peer = [], []
        for _ in range(self.chosen.rounds):
            own.append(self.cnnc.run(counts[0])[0].median)
            self.timed()
            peer.append(float(numpy.median([self.timed() for _ in range(counts[1])])))
        gflop = self.convolution.flops / 1e9
        return {"convolution": self.convolution.name, "kind": self.convolution.kind, "gflop": gflop,
                "gflops": 1e3 * gflop / min(own), "cnnc_ms": min(own), "torch_ms": min(peer),
                "ratio": min(peer) / min(own), "error": error}

    def run_torch(self) -> torch.Tensor:
        with torch.inference_mode():
            return self.module(self.x)

    def timed(self) -> float:
        """Milliseconds."""
        start = time.perf_counter()
        self.run_torch()
        return 1e3 * (time.perf_counter() - start)


def summary(rows: list[dict]) -> str:
    """A table by kind, the slowest convolutions, and what is wrong."""
    def line(name: str, some: list[dict]) -> str:
        ratios = [row["ratio"] for row in some]
        return (f"| {name} | {len(some)} | {100 * numpy.mean([one >= 1 for one in ratios]):.0f} % | "
                f"{100 * numpy.mean([one >= ALLOWED_RATIO for one in ratios]):.0f} % | {min(ratios):.2f} | "
                f"{numpy.exp(numpy.mean(numpy.log(ratios))):.2f} |")

    kinds = dict.fromkeys(row["kind"] for row in rows)
    lines = [f"| PyTorch / cnnc | convolutions | at least 1 | at least {ALLOWED_RATIO} | worst | geometric mean |",
             "| --- |" + " ---: |" * 5, *(line(kind, [row for row in rows if row["kind"] == kind]) for kind in kinds),
             line("all", rows), "", "| slowest | cnnc ms | PyTorch ms | ratio | GFLOP/s |", "| --- |" + " ---: |" * 4]
    for row in sorted(rows, key=lambda row: row["ratio"])[:15]:
        times = f"{number(row['cnnc_ms'])} | {number(row['torch_ms'])} | {row['ratio']:.2f}"
        lines.append(f"| {row['convolution']} | {times} | {row['gflops']:.0f} |")
    wrong = [row for row in rows if not row["error"] <= ERROR_LIMIT]
    lines += ["", f"Outputs differ by more than {ERROR_LIMIT:g}: {len(wrong)}"]
    return "\n".join(lines + [f"- {row['convolution']}: {row['error']:.1e}" for row in wrong])


def main() -> None:
    chosen = arguments()
    torch.set_num_threads(chosen.threads)
    about = machine()
    rows = []
    for convolution in grid(chosen.count, chosen.seed):
        if chosen.only not in convolution.name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            rows.append(Comparison(convolution, chosen, pathlib.Path(folder)).result())
        print(f"{rows[-1]['convolution']:60}{rows[-1]['ratio']:8.2f}", flush=True)
        if chosen.json:
            results = {"machine": about, "threads": chosen.threads, "results": rows}
            chosen.json.write_text(json.dumps(results, indent=1) + "\n")
    print("", heading(about, {"torch": torch.__version__}), f"Threads: {chosen.threads}", summary(rows), sep="\n\n")


if __name__ == "__main__":
    main()
