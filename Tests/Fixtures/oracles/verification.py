"""Compares networks of `models/` with PyTorch at full size: what the `verify_*.py` scripts share.

A script lists `Network`s and calls `main`. Each network gets random weights from a seed, its state_dict is saved
unchanged, and cnnc runs the model file on it; parameters, MACs, every output and, where asked for, every gradient are
compared. PyTorch computes in float64. The results are rows of `verification/<script>.jsonl`, one network a row, from
which `zoo_table.py` makes the table of the documentation.
"""

import argparse
import copy
import dataclasses
import datetime
import json
import pathlib
import subprocess
import tempfile
from collections.abc import Callable

import numpy
import torch
from safetensors.numpy import load_file
from safetensors.torch import save_file
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import FlopCounterMode

HERE = pathlib.Path(__file__).resolve().parent
MODELS = HERE.parents[2] / "models"
RESULTS = HERE / "verification"
OUTPUT_LIMIT = 1e-4
GRADIENT_LIMIT = 1e-3
SEED = 0
# Gradients jump where an activation or a maximum changes sides. They are compared at the first of so many seeds at
# which float64 is nowhere that near to such a place, so that float32 is on the same side everywhere.
SEEDS = 200
MARGIN = 5e-6
# The same for outputs; whole networks at full size have more places and smaller errors before them.
OUTPUT_MARGIN = 1e-6


@dataclasses.dataclass
class Run:
    """One forward pass: the shape of each input, in the order of the model's inputs, and the settings for them."""

    shapes: list[tuple[int, ...]]
    settings: dict[str, object] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Gradients(Run):
    """One training step: the gradients of the cross entropy with random classes, else of the sum of the output."""

    classes: int | None = None
    build: Callable[[], nn.Module] | None = None
    mode: str = "training"


@dataclasses.dataclass
class Network:
    """A model file, by its path below `models/` without the suffix, and the module that it must agree with."""

    model: str
    reference: str
    build: Callable[[], nn.Module]
    runs: list[Run]
    gradients: Gradients | None = None
    # False where PyTorch's counter counts something else than the model file does.
    compares_macs: bool = True
    # True where the places of maxima decide on outputs, as in unpooling: inputs are chosen with no two cells of a window
    # so near to each other that float32 may take the other one.
    jumps: bool = False


def images(size, other, **settings):
    """Two runs on images: a pair at the default size and one at another, which the model calls `size`."""
    return [Run([(2, 3, size, size)], settings), Run([(1, 3, other, other)], {"size": other} | settings)]


def randomized(module):
    """The module with weights of unit gain, and with every other parameter away from where it starts."""
    with torch.no_grad():
        for name, x in module.named_parameters():
            if name.endswith("bias"):
                x.normal_(0, 0.1)
            elif x.numel() == max(x.shape):
                x.uniform_(0.8, 1.2)
            else:
                x.normal_(0, x[0].numel() ** -0.5)
    return module


def calibrated(module, inputs):
    """The module with running statistics near those of these inputs, so that its activations are of moderate size."""
    norms = [m for m in module.modules() if isinstance(m, nn.modules.batchnorm._BatchNorm) and m.track_running_stats]
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 1.0
    if norms:
        with torch.no_grad():
            module.train()(*inputs)
    for norm, momentum in zip(norms, momenta):
        norm.momentum = momentum
        norm.running_mean += 0.1 * torch.randn_like(norm.running_mean)
        norm.running_var.clamp_(min=0.1).mul_(0.8 + 0.4 * torch.rand_like(norm.running_var))
    return module


def run(cnnc, *arguments):
    done = subprocess.run([cnnc, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure(f"{' '.join(map(str, done.args))} exits with {done.returncode}:\n{done.stderr}")
    return done.stdout


class Failure(Exception):
    """What went wrong with a network."""


def relative_error(result, truth):
    """The largest error over the largest magnitude; infinite where the shapes differ or a number is none."""
    if result.shape != truth.shape or not numpy.isfinite(result).all():
        return float("inf")
    magnitude = abs(truth).max()
    return float(abs(result - truth).max() / magnitude) if magnitude else float(abs(result).max())


def gradient_error(result, truth, largest):
    """As `relative_error`; a gradient that is 0 but for rounding is compared with the largest of the network."""
    if abs(truth).max() > 1e-9 * largest:
        return relative_error(result, truth)
    return float(abs(result).max() / largest)


def multiply_accumulates(module, shapes):
    """By PyTorch's counter, without computing anything."""
    inputs = [torch.empty(shape, device="meta") for shape in shapes]
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        copy.deepcopy(module).to("meta").eval()(*inputs)
    return counter.get_total_flops() // 2


class NearestJump(TorchDispatchMode):
    """Watches how near a forward pass comes to a place where a derivative jumps; without kinks, only at maxima."""

    KINKS = {"relu": [0.0], "leaky_relu": [0.0], "threshold": [0.0], "prelu": [0.0], "hardswish": [-3.0, 3.0],
             "hardsigmoid": [-3.0, 3.0]}

    def __init__(self, kinks=KINKS):
        super().__init__()
        self.kinks = kinks
        self.distance = float("inf")

    def __torch_dispatch__(self, function, types, arguments=(), options=None):
        name = function.overloadpacket.__name__.rstrip("_").replace("_prelu_kernel", "prelu")
        for kink in arguments[1:3] if name == "hardtanh" and self.kinks else self.kinks.get(name, []):
            self.meet((arguments[0] - kink).abs())
        if name.startswith("max_pool2d"):
            self.meet(self.gaps(*arguments))
        return function(*arguments, **(options or {}))

    def meet(self, distances):
        self.distance = min(self.distance, distances.min().item())

    @staticmethod
    def gaps(x, kernel, stride=None, padding=(0, 0), *others):
        """How far the second largest cell of each window is below the largest; infinite where they are equal."""
        (k, *_), (s, *_), (p, *_) = kernel, stride or kernel, padding
        windows = nn.functional.pad(x, (p, p, p, p), value=-1e30).unfold(2, k, s).unfold(3, k, s).flatten(4)
        largest, second = windows.topk(2).values.unbind(-1)
        return torch.where(largest == second, float("inf"), largest - second)


def options(settings):
    return [option for key, value in settings.items() for option in ("--set", f"{key}={setting(value)}")]


def setting(value):
    return str(value).lower() if isinstance(value, bool) else value


class Verification:
    """One network under comparison, in a folder for the files that pass between PyTorch and cnnc."""

    def __init__(self, network, cnnc, folder):
        self.network, self.cnnc, self.folder = network, cnnc, folder
        self.file = MODELS / f"{network.model}.yaml"
        summary = json.loads(run(cnnc, "summary", self.file, "--format", "json"))
        self.inputs = [port["name"] for port in summary["inputs"]]
        self.outputs = [port["name"] for port in summary["outputs"]]
        self.totals = summary["totals"]

    def result(self):
        """The network's row of results."""
        network = self.network
        torch.manual_seed(SEED)
        module = randomized(network.build())
        parameters = sum(x.numel() for x in module.parameters())
        row = {"model": network.model, "reference": network.reference, "torch": torch.__version__.split("+")[0],
               "date": datetime.date.today().isoformat(), "parameters": self.totals["params"],
               "macs": self.totals["macs"], "wrong": []}
        self.expect(row, "parameters", self.totals["params"], parameters)
        if network.compares_macs:
            shapes = [(1, *shape[1:]) for shape in network.runs[0].shapes]
            self.expect(row, "macs", self.totals["macs"], multiply_accumulates(module, shapes))
        row["macs_compared"] = network.compares_macs
        module = calibrated(module, [torch.randn(max(2, shape[0]), *shape[1:]) for shape in network.runs[-1].shapes])
        row["outputs"] = [self.forward(module, one) for one in network.runs]
        row["wrong"] += [f"outputs at {one['size']}" for one in row["outputs"] if not one["error"] <= OUTPUT_LIMIT]
        if network.gradients:
            row["gradients"] = self.backward(network.gradients)
            if not row["gradients"]["error"] <= GRADIENT_LIMIT:
                row["wrong"].append("gradients")
        return row

    def expect(self, row, what, counted, truth):
        self.report(what, f"{counted} of {truth}")
        if counted != truth:
            row["wrong"].append(what)

    def report(self, what, result):
        print(f"{self.network.model:40}{what:34}{result}", flush=True)

    def prepare(self, module, inputs, settings):
        """Saves the weights and the inputs, and gives the arguments of `run` that take them."""
        save_file({k: x.contiguous() for k, x in module.state_dict().items()}, self.folder / "weights.safetensors")
        arguments = [self.file, *options(settings), "--weights", self.folder / "weights.safetensors"]
        for name, x in zip(self.inputs, inputs, strict=True):
            numpy.save(self.folder / f"{name}.npy", x.numpy())
            file = self.folder / f"{name}.npy"
            arguments += ["--input", file if len(inputs) == 1 else f"{name}={file}"]
        return arguments

    def forward(self, module, one):
        """The error of the output that differs most."""
        inputs = self.settled(module, one) if self.network.jumps else [torch.randn(shape) for shape in one.shapes]
        file = self.folder / "outputs.safetensors"
        run(self.cnnc, "run", *self.prepare(module, inputs, one.settings), "--output", file)
        results = load_file(file)
        with torch.no_grad():
            truth = module.double().eval()(*[x.double() for x in inputs])
        module.float()
        truth = self.named(truth)
        if set(truth) != set(results):
            raise Failure(f"{self.network.model} has outputs {sorted(results)}, the reference {sorted(truth)}")
        error = max(relative_error(results[name], y.numpy()) for name, y in truth.items())
        size = ", ".join("x".join(map(str, shape)) for shape in one.shapes)
        self.report(f"outputs at {size}", f"error {error:.1e}")
        return {"size": size, "error": error}

    def settled(self, module, one):
        """Inputs at which no maximum is about to move to another cell."""
        module = copy.deepcopy(module).double().eval()
        for seed in range(SEEDS):
            torch.manual_seed(seed)
            inputs = [torch.randn(shape) for shape in one.shapes]
            with torch.no_grad(), NearestJump(kinks={}) as jump:
                module(*[x.double() for x in inputs])
            if jump.distance >= OUTPUT_MARGIN:
                return inputs
        raise Failure(f"{self.network.model} comes near to a jump of its outputs with each of {SEEDS} seeds")

    def named(self, outputs):
        """What a module returns, under the names of the model's outputs, in their order where it has none."""
        if isinstance(outputs, dict):
            return dict(outputs)
        if isinstance(outputs, torch.Tensor):
            outputs = [outputs]
        return dict(zip(self.outputs, outputs, strict=True))

    def backward(self, one):
        """The error of the gradient that differs most, among those of all parameters and inputs."""
        module, inputs = self.smooth(one)
        arguments = self.prepare(module, inputs, one.settings)
        if one.classes:
            target = torch.randint(0, one.classes, inputs[0].shape[:1])
            numpy.save(self.folder / "target.npy", target.numpy())
            arguments += ["--target", self.folder / "target.npy"]
        file = self.folder / "gradients.safetensors"
        run(self.cnnc, "run", *arguments, "--mode", one.mode, "--backward", "--gradients", file)
        results = load_file(file)

        inputs = [x.double().requires_grad_() for x in inputs]
        output = next(iter(self.named(module.double().train(one.mode == "training")(*inputs)).values()))
        (nn.functional.cross_entropy(output, target) if one.classes else output.sum()).backward()
        truth = dict(module.named_parameters()) | {f"input.{k}": x for k, x in zip(self.inputs, inputs)}
        if set(results) != set(truth):
            raise Failure(f"{self.network.model} has other gradients: {sorted(set(results) ^ set(truth))}")
        largest = max(x.grad.abs().max().item() for x in truth.values())
        errors = {name: gradient_error(results[name], x.grad.numpy(), largest) for name, x in truth.items()}
        worst = max(errors, key=errors.get)
        size = ", ".join("x".join(map(str, shape)) for shape in one.shapes)
        self.report(f"gradients at {size}", f"error {errors[worst]:.1e} of {worst}")
        return {"size": size, "error": errors[worst], "tensor": worst}

    def smooth(self, one):
        """A module with inputs at which its gradients do not jump."""
        for seed in range(SEEDS):
            torch.manual_seed(seed)
            module = randomized((one.build or self.network.build)())
            for layer in module.modules():
                if isinstance(layer, nn.modules.dropout._DropoutNd):
                    layer.p = 0.0
            inputs = [torch.randn(shape) for shape in one.shapes]
            if one.mode == "inference":
                module = calibrated(module, inputs)
            with torch.no_grad(), NearestJump() as jump:
                copy.deepcopy(module).double().train(one.mode == "training")(*[x.double() for x in inputs])
            if jump.distance >= MARGIN:
                return module, inputs
        raise Failure(f"{self.network.model} comes near to a jump of a derivative with each of {SEEDS} seeds")


def main(source, networks):
    """Verifies the networks that the command line names, or all, and keeps their rows of `verification/SOURCE.jsonl`."""
    parser = argparse.ArgumentParser(description=f"Compares networks of models/ with {source}.")
    parser.add_argument("cnnc", type=pathlib.Path, help="path of the cnnc binary")
    parser.add_argument("models", nargs="*", help="paths below models/ without .yaml, or their last part; by default all")
    chosen = parser.parse_args()
    known = {network.model: network for network in networks}
    unknown = [name for name in chosen.models if not any(name in (m, m.split("/")[-1]) for m in known)]
    if unknown:
        parser.error(f"no network is called {', '.join(unknown)}; there are {', '.join(known)}")
    file = RESULTS / f"{source}.jsonl"
    rows = {row["model"]: row for row in read_rows(file) if row["model"] in known}
    failed = []
    for name, network in known.items():
        if chosen.models and not {name, name.split("/")[-1]} & set(chosen.models):
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                rows[name] = Verification(network, chosen.cnnc.resolve(), pathlib.Path(folder)).result()
            except Failure as failure:
                print(failure, flush=True)
                rows.pop(name, None)
        if name not in rows or rows[name]["wrong"]:
            failed.append(name)
        write_rows(file, [rows[name] for name in known if name in rows])
    print(f"wrong: {', '.join(failed)}" if failed else "all agree", flush=True)
    raise SystemExit(1 if failed else 0)


def read_rows(file):
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def write_rows(file, rows):
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
