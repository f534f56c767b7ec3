#!/usr/bin/env python3
"""Compares cnnc with torchvision at full size: `verify_torchvision.py PATH/TO/cnnc`.

For ResNet-18, MobileNetV2 and R3D-18 with seeded random weights and running statistics it saves torchvision's
state_dict unchanged, runs the model file of `models/` on it at two input sizes, and compares outputs and parameter
counts. It prints a table and exits with 1 when any line of it is wrong.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

import numpy
import torch
import torchvision.models
from safetensors.torch import save_file

MODELS = pathlib.Path(__file__).resolve().parents[3] / "models"
LIMIT = 1e-4
# The constructor, and the shapes to run with the settings that make the model file take them.
CASES = {
    "resnet18": (torchvision.models.resnet18, [((2, 3, 224, 224), []), ((1, 3, 161, 161), ["size=161"])]),
    "mobilenet_v2": (torchvision.models.mobilenet_v2, [((2, 3, 224, 224), []), ((1, 3, 161, 161), ["size=161"])]),
    "r3d_18": (torchvision.models.video.r3d_18,
               [((1, 3, 16, 112, 112), []), ((2, 3, 9, 63, 63), ["frames=9", "size=63"])]),
}


def randomized(constructor):
    """A model whose running statistics and biases are not those of a fresh one, with activations of moderate size."""
    torch.manual_seed(0)
    model = constructor(weights=None).eval()
    with torch.no_grad():
        for name, x in model.state_dict().items():
            if name.endswith("running_var"):
                x.uniform_(0.5, 1.5)
            elif name.endswith("running_mean") or name.endswith("bias"):
                x.normal_(0, 0.1)
            elif x.dim() == 1:
                x.uniform_(0.8, 1.2)
    return model


def run(cnnc, *arguments):
    done = subprocess.run([cnnc, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, done.args))} exits with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def compare(cnnc, name, folder):
    """Yields one row of the table for the parameter count and one for each input size."""
    constructor, runs = CASES[name]
    model, file = randomized(constructor), MODELS / f"{name}.yaml"
    weights = folder / f"{name}.safetensors"
    save_file(model.state_dict(), weights)

    counted = json.loads(run(cnnc, "summary", file, "--format", "json"))["totals"]["params"]
    expected = sum(x.numel() for x in model.parameters())
    yield name, "parameters", f"{counted} of {expected}", counted == expected
    for shape, settings in runs:
        x = torch.randn(shape, generator=torch.Generator().manual_seed(1))
        numpy.save(folder / "x.npy", x.numpy())
        options = [option for setting in settings for option in ("--set", setting)]
        run(cnnc, "run", file, *options, "--weights", weights, "--input", folder / "x.npy", "--output", folder / "y.npy")
        with torch.no_grad():
            truth = model(x).numpy()
        result = numpy.load(folder / "y.npy")
        same_shape = result.shape == truth.shape
        error = abs(result - truth).max() / abs(truth).max() if same_shape else float("inf")
        yield name, "x".join(map(str, shape)), f"error {error:.1e}", error <= LIMIT


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cnnc", type=pathlib.Path, help="path of the cnnc binary")
    parser.add_argument("models", nargs="*", default=list(CASES), help="by default all three")
    chosen = parser.parse_args()
    right = True
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen.models:
            for model, what, result, ok in compare(chosen.cnnc.resolve(), name, pathlib.Path(folder)):
                print(f"{model:14}{what:18}{result:26}{'ok' if ok else 'WRONG'}", flush=True)
                right = right and ok
    raise SystemExit(0 if right else 1)


if __name__ == "__main__":
    main()
