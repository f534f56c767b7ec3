"""Records one oracle: a model text, its tensors, and what PyTorch computes with them.

PyTorch runs every case twice, in float64 and in float32. The file holds the float64 results rounded to float32, and
recording fails when the float32 run disagrees, so that no oracle rests on a rounding accident.
"""

import copy
import json
import pathlib
import zlib

import torch

ROOT = pathlib.Path(__file__).resolve().parent.parent
REPOSITORY = ROOT.parents[2]
AGREEMENT = 1e-6
DTYPES = {torch.float32: "F32", torch.int64: "I64"}
recorded = {}


def flow(value):
    """A value in YAML's flow style."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    return str(value)


def layer(operator, name="layer", **attributes):
    """One line of `layers:`; attributes that are None are left out."""
    written = {key: value for key, value in attributes.items() if value is not None}
    return f"- {operator}: {flow({'name': name, **written})}"


class Single(torch.nn.Module):
    """A network of one module called `layer`, so that its parameters are called as in the model text."""

    def __init__(self, layer, before=None, after=None):
        super().__init__()
        self.layer = layer
        self.before = before or (lambda x: x)
        self.after = after or (lambda x: x)

    def forward(self, *inputs):
        if len(inputs) == 1:
            inputs = (self.before(inputs[0]),)
        return self.after(self.layer(*inputs))


class Function(torch.nn.Module):
    """A network without parameters."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, *inputs):
        return self.function(*inputs)


def model_text(model, inputs, layers, extra=""):
    """A whole model file; `layers` is text at no indentation."""
    if list(inputs) == ["input"]:
        declared = f"input: {flow(list(inputs['input'].shape))}"
    else:
        shapes = {
            name: list(x.shape) if x.is_floating_point() else {"shape": list(x.shape), "dtype": "int64"}
            for name, x in inputs.items()
        }
        declared = f"inputs: {flow(shapes)}"
    body = "\n".join("  " + line if line else "" for line in layers.strip().split("\n"))
    return f"cnnc: 1\nmodel: {model}\n{declared}\n{extra}layers:\n{body}\n"


def record(
    operator, case, layers, module, inputs, *, mode="inference", gradients=True, output="layer", extra="",
    metadata=None, constants=(), randomize=True, upstream=None, tolerance=None,
):
    """Writes `<operator>/<case>.safetensors`.

    `inputs` maps names to tensors or to shapes, which are filled from a normal distribution; `layers` is the text
    below `layers:`, unless `metadata` names the model; `constants` are inputs without a gradient; `upstream` computes
    the gradient by the outputs from the outputs, and is random by default; `tolerance` is the relative error that a
    correct float32 implementation may have where that is more than a single operator's.
    """
    path = f"{operator}/{case}"
    assert mode in ("inference", "training"), f"{path} runs in no mode called {mode}"
    assert path not in recorded, f"two cases are called {path}"
    generator = torch.Generator().manual_seed(zlib.crc32(path.encode()))
    inputs = {
        name: value if isinstance(value, torch.Tensor) else torch.randn(value, generator=generator)
        for name, value in inputs.items()
    }
    if randomize:
        randomize_parameters(module, generator)
    module.train(mode == "training")
    tensors = {"input" if name == "input" else f"input.{name}": x for name, x in inputs.items()}
    tensors |= {f"param.{name}": x.clone() for name, x in module.state_dict().items()}

    run = Run(module, inputs, output, constants, torch.float64)
    check = Run(module, inputs, output, constants, torch.float32)
    tensors |= {f"output.{name}": x for name, x in run.outputs.items()}
    if mode == "training":
        tensors |= {f"buffer.{name}": x.clone() for name, x in run.module.named_buffers()}
    if gradients:
        flowing = (upstream or random_upstream(generator))(run.outputs)
        tensors |= {f"upstream.{name}": x for name, x in flowing.items()}
        tensors |= agreeing(path, run.gradients(flowing), check.gradients(flowing), tolerance)
    agreeing(path, run.outputs, check.outputs, tolerance)

    metadata = metadata or {"model": model_text(path.replace("/", "_"), inputs, layers, extra)}
    if tolerance:
        metadata["tolerance"] = str(tolerance)
    write(path, tensors, metadata | {"mode": mode, "torch": torch.__version__})


def random_upstream(generator):
    return lambda outputs: {
        name: torch.randn(x.shape, generator=generator) for name, x in outputs.items() if x.is_floating_point()
    }


class Run:
    """A forward pass of a copy of a network in one precision, and the gradients that follow from it."""

    def __init__(self, module, inputs, output, constants, dtype):
        self.dtype = dtype
        self.module = copy.deepcopy(module).to(dtype)
        self.inputs = {
            name: x.to(dtype, copy=True).requires_grad_(name not in constants) if x.is_floating_point() else x
            for name, x in inputs.items()
        }
        outputs = self.module(*self.inputs.values())
        self.outputs = outputs if isinstance(outputs, dict) else {output: outputs}

    def gradients(self, upstream):
        loss = sum((self.outputs[name] * flowing.to(self.dtype)).sum() for name, flowing in upstream.items())
        loss.backward()
        result = {f"grad.{name}": x.grad for name, x in self.module.named_parameters() if x.requires_grad}
        return result | {f"grad.input.{name}": x.grad for name, x in self.inputs.items() if x.requires_grad}


def agreeing(path, precise, single, tolerance):
    """The float64 values, checked against the float32 ones relative to the largest magnitude of each tensor."""
    allowed = tolerance / 4 if tolerance else AGREEMENT
    for name, x in precise.items():
        y = single[name].double()
        assert torch.equal(torch.isnan(x), torch.isnan(y)), f"{path}: {name} differs in NaN"
        same = (x == y) | torch.isnan(x)
        magnitude = torch.where(torch.isfinite(x), x, 0).abs().max().item() if x.numel() else 0
        error = torch.where(same, 0, (x - y).abs()).max().item() if x.numel() else 0
        assert error <= allowed * magnitude, f"{path}: {name} differs by {error} of {magnitude}"
    return precise


def randomize_parameters(module, generator):
    """Values that no initialiser would give, such that every parameter and buffer matters."""
    with torch.no_grad():
        for name, x in module.state_dict().items():
            if not x.is_floating_point():
                x.fill_(3)
            elif name.endswith("running_var"):
                x.copy_(torch.rand(x.shape, generator=generator) * 1.5 + 0.5)
            elif name.endswith("running_mean") or name.endswith("bias"):
                x.copy_(torch.randn(x.shape, generator=generator) * 0.5)
            elif x.dim() == 1:
                x.copy_(1 + torch.randn(x.shape, generator=generator) * 0.3)
            else:
                x.copy_(torch.randn(x.shape, generator=generator) * (x[0].numel() ** -0.5))


def write(path, tensors, metadata):
    file = ROOT / f"{path}.safetensors"
    file.parent.mkdir(parents=True, exist_ok=True)
    content = safetensors_bytes(tensors, metadata)
    if not file.exists() or file.read_bytes() != content:
        file.write_bytes(content)
    recorded[path] = len(content)


def safetensors_bytes(tensors, metadata):
    """A safetensors file whose bytes follow from its content alone: eight-byte numbers first, then by name."""
    header, data = {"__metadata__": dict(sorted(metadata.items()))}, bytearray()
    for name, tensor in sorted(tensors.items(), key=lambda item: (item[1].is_floating_point(), item[0])):
        tensor = tensor.detach()
        tensor = (tensor.float() if tensor.is_floating_point() else tensor.long()).contiguous()
        content = tensor.numpy().tobytes()
        place = [len(data), len(data) + len(content)]
        header[name] = {"dtype": DTYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": place}
        data += content
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + bytes(data)
