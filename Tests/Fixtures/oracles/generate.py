#!/usr/bin/env python3
"""Writes every oracle of this folder: `generate.py [FAMILY...]`, by default all families.

A run changes nothing unless a case or PyTorch changed; files of cases that are gone are deleted.
"""

import importlib
import sys

import torch

from cases import record

TORCH = "2.13.0"
FAMILIES = [
    "convolution", "dense", "weights", "pooling", "normalization", "activation", "elementwise", "shape", "rearranging",
    "resampling", "reduction", "attention", "random", "loss", "composition", "facts", "networks",
]


def main(chosen):
    assert torch.__version__.split("+")[0] == TORCH, f"made with PyTorch {TORCH}, not {torch.__version__}"
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for family in chosen or FAMILIES:
        before = len(record.recorded)
        importlib.import_module(f"cases.{family}").cases()
        print(f"{family}: {len(record.recorded) - before} cases")
    if not chosen:
        for file in sorted(record.ROOT.glob("*/*.safetensors")):
            if str(file.relative_to(record.ROOT).with_suffix("")) not in record.recorded:
                print(f"deleted {file.relative_to(record.ROOT)}")
                file.unlink()
    sizes = record.recorded
    largest = max(sizes, key=sizes.get)
    print(f"{sum(sizes.values()) / 1e6:.2f} MB, the largest is {largest} with {sizes[largest] / 1e3:.0f} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
