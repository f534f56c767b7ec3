#!/usr/bin/env python3
"""Compares cnnc with PyTorch on whole networks at full size: `verify_networks.py PATH/TO/cnnc`.

Forward, for ResNet-18, MobileNetV2 and R3D-18 with torchvision's modules as the reference: their state_dict is saved
unchanged and the model file runs on it at two input sizes; parameter counts are compared too. Gradients, of the cross
entropy of LeNet-5, the digits network, ResNet-18 and a narrow one: by every parameter and by the input, with batch
statistics. Weights and running statistics are random and seeded. Prints a table, and exits with 1 when any line of it
is wrong.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

import numpy
import torch
import torchvision.models
from safetensors.numpy import load_file
from safetensors.torch import save_file

from cases import zoo

MODELS = pathlib.Path(__file__).resolve().parents[3] / "models"
FORWARD_LIMIT = 1e-4
GRADIENT_LIMIT = 1e-3
# The constructor, and the shapes to run with the settings that make the model file take them.
FORWARD = {
    "resnet18": (torchvision.models.resnet18, [((2, 3, 224, 224), {}), ((1, 3, 161, 161), {"size": 161})]),
    "mobilenet_v2": (torchvision.models.mobilenet_v2, [((2, 3, 224, 224), {}), ((1, 3, 161, 161), {"size": 161})]),
    "r3d_18": (torchvision.models.video.r3d_18,
               [((1, 3, 16, 112, 112), {}), ((2, 3, 9, 63, 63), {"frames": 9, "size": 63})]),
}
# The shape of the input, the settings of the model file, and the arguments of the PyTorch twin.
GRADIENTS = {
    "lenet5": [((4, 1, 28, 28), {}, {})],
    "digits": [((16, 1, 8, 8), {}, {})],
    "resnet18": [((4, 3, 96, 96), {"size": 96}, {}),
                 ((4, 3, 75, 75), {"size": 75, "width": 8, "num_classes": 10}, {"width": 8, "num_classes": 10})],
}


def randomized(model):
    """A model whose running statistics and biases are not those of a fresh one, with activations of moderate size."""
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


def run_options(settings, folder, model, x):
    """Saves the weights and the input, and gives the options of `run` that take them."""
    save_file(model.state_dict(), folder / "weights.safetensors")
    numpy.save(folder / "x.npy", x.numpy())
    options = [option for key, value in settings.items() for option in ("--set", f"{key}={value}")]
    return [*options, "--weights", folder / "weights.safetensors", "--input", folder / "x.npy"]


def relative_error(result, truth):
    if result.shape != truth.shape:
        return float("inf")
    return float(abs(result - truth).max() / abs(truth).max())


def forward(cnnc, name, folder):
    """Rows of the table: what, the result, and whether it is right."""
    constructor, runs = FORWARD[name]
    torch.manual_seed(0)
    model, file = randomized(constructor(weights=None)).eval(), MODELS / f"{name}.yaml"
    counted = json.loads(run(cnnc, "summary", file, "--format", "json"))["totals"]["params"]
    expected = sum(x.numel() for x in model.parameters())
    yield "parameters", f"{counted} of {expected}", counted == expected
    for shape, settings in runs:
        x = torch.randn(shape)
        run(cnnc, "run", file, *run_options(settings, folder, model, x), "--output", folder / "y.npy")
        with torch.no_grad():
            error = relative_error(numpy.load(folder / "y.npy"), model(x).numpy())
        yield "forward " + "x".join(map(str, shape)), f"error {error:.1e}", error <= FORWARD_LIMIT


def gradients(cnnc, name, folder):
    """As `forward`; the row shows the gradient that differs most."""
    for shape, settings, arguments in GRADIENTS[name]:
        torch.manual_seed(0)
        model = randomized(zoo.MODELS[name][0](**arguments)).train()
        x, target = torch.randn(shape), torch.randint(0, 10, shape[:1])
        numpy.save(folder / "target.npy", target.numpy())
        options = run_options(settings, folder, model, x)
        run(cnnc, "run", MODELS / f"{name}.yaml", *options, "--mode", "training", "--backward",
            "--target", folder / "target.npy", "--gradients", folder / "g.safetensors")
        model, x = model.double(), x.double().requires_grad_()
        torch.nn.functional.cross_entropy(model(x), target).backward()
        truth = {key: p.grad.numpy() for key, p in model.named_parameters()} | {"input.input": x.grad.numpy()}
        result = load_file(folder / "g.safetensors")
        errors = {key: relative_error(result[key], value) for key, value in truth.items() if key in result}
        worst = max(errors, key=errors.get)
        what = f"gradients {'x'.join(map(str, shape))}"
        if set(result) != set(truth):
            yield what, f"names differ: {sorted(set(result) ^ set(truth))}", False
        yield what, f"error {errors[worst]:.1e} of {worst}", errors[worst] <= GRADIENT_LIMIT


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cnnc", type=pathlib.Path, help="path of the cnnc binary")
    parser.add_argument("models", nargs="*", default=sorted({**FORWARD, **GRADIENTS}), help="by default all")
    chosen = parser.parse_args()
    right = True
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen.models:
            for check in [forward] * (name in FORWARD) + [gradients] * (name in GRADIENTS):
                for what, result, ok in check(chosen.cnnc.resolve(), name, pathlib.Path(folder)):
                    print(f"{name:14}{what:26}{result:44}{'ok' if ok else 'WRONG'}", flush=True)
                    right = right and ok
    raise SystemExit(0 if right else 1)


if __name__ == "__main__":
    main()
