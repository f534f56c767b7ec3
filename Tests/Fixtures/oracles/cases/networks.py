"""Whole networks of `models/`, narrow enough to be stored, with every gradient of a classification loss."""

import json
import re

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from references import basics

from . import zoo
from .record import REPOSITORY, record

# Roundings add up over many layers.
TOLERANCE = 1e-4


def network(path, shape, output=None, settings=(), mode="inference", loss=None, suffix="", twin=(), **arguments):
    """An oracle of `models/<path>.yaml` with `settings` made by `--set`; without a loss only the forward pass.

    `loss` computes a number from the output; its gradient by the output is recorded as the upstream gradient. `twin`
    has arguments of the module alone, which names its outputs itself where `output` is None.
    """
    name = path.split("/")[-1]
    settings = {key: value for key, value in arguments.items()} | dict(settings)
    module = zoo.MODELS[name](**arguments | dict(twin))

    def upstream(outputs):
        scores = outputs[output].detach().requires_grad_()
        loss(scores).backward()
        return {output: scores.grad.float()}

    metadata = {
        "model_file": f"models/{path}.yaml",
        "set": json.dumps([f"{key}={value}" for key, value in settings.items()]),
    }
    record("networks", name + suffix, None, module, {"input": shape}, mode=mode, gradients=loss is not None,
           output=output, metadata=metadata, upstream=upstream, tolerance=TOLERANCE)


class WithLoss(nn.Module):
    """A network followed by the cross entropy of its scores; parameters keep the network's names."""

    def __init__(self, network):
        super().__init__()
        self.network = [network]
        for name, module in network.named_children():
            setattr(self, name, module)

    def forward(self, image, target):
        return F.cross_entropy(self.network[0](image), target)


def classification(target):
    return lambda scores: F.cross_entropy(scores, torch.tensor(target))


def squares(output):
    return output.square().sum()


def network_with_loss(name, shape, target, last):
    """The model's own text with a second input and the loss as its last layer."""
    module = WithLoss(zoo.MODELS[name]())
    text = (REPOSITORY / f"models/{name}.yaml").read_text()
    head, layers = text.split("layers:\n", 1)
    layers = re.split(r"\n(?=\S)", layers, maxsplit=1)[0].rstrip()
    defaults = [line for line in head.splitlines() if line.startswith("defaults:")]
    model = "\n".join([
        "cnnc: 1", f"model: {name}_loss",
        f"inputs: {{image: {list(shape)}, target: {{shape: [{shape[0]}], dtype: int64}}}}", *defaults, "layers:",
        "  - identity: {name: start, from: image}", layers,
        f"  - cross_entropy: {{name: loss, from: [{last}, target]}}", ""])
    record("networks", f"{name}_loss", None, module, {"image": shape, "target": torch.tensor(target)}, mode="training",
           output="loss", metadata={"model": model}, tolerance=TOLERANCE)


def trained_digits():
    """The committed weights on the committed images."""
    module = zoo.MODELS["digits"]()
    module.load_state_dict(load_file(REPOSITORY / "models/digits.safetensors"))
    images = [
        torch.frombuffer(bytearray((REPOSITORY / f"models/digits/digit-{digit}.bin").read_bytes()), dtype=torch.float32)
        for digit in range(10)
    ]
    images = torch.stack(images).reshape(10, 1, 8, 8)
    assert module.eval()(images).argmax(1).tolist() == list(range(10))
    metadata = {"model_file": "models/digits.yaml", "set": "[]"}
    record("networks", "digits_trained", None, module, {"input": images}, gradients=False, output="fc",
           metadata=metadata, randomize=False, tolerance=TOLERANCE)


def two_convolutions():
    """PyTorch's gradients agree with those by hand; then they are recorded."""
    module = zoo.MODELS["two_convolutions"]().double()
    image = torch.randn(1, 1, 4, 4, dtype=torch.float64, requires_grad=True)
    numbers = [x.detach().squeeze().tolist() for x in module.parameters()]
    output, slopes = basics.two_convolutions_by_hand(image.detach().squeeze().tolist(), *numbers)
    result = module(image)
    result.sum().backward()
    truth = {"x": image.grad} | {name: x.grad for name, x in module.named_parameters()}
    assert torch.allclose(result.squeeze(), torch.tensor(output, dtype=torch.float64))
    for name, slope in slopes.items():
        assert torch.allclose(truth[name].squeeze(), torch.tensor(slope, dtype=torch.float64)), name
    network("basics/two_convolutions", (2, 1, 4, 4), "second", loss=torch.sum)


def cases():
    network("lenet5", (2, 1, 28, 28), "fc3", mode="training", loss=classification([3, 8]))
    network("digits", (5, 1, 8, 8), "fc", mode="training", loss=classification([0, 9, 4, 4, 7]))
    network_with_loss("digits", (5, 1, 8, 8), [0, 9, 4, 4, 7], "fc")
    trained_digits()

    network("resnet18", (1, 3, 64, 64), "fc", {"size": 64}, width=4, num_classes=10)
    network("resnet18", (1, 3, 75, 75), "fc", {"size": 75}, suffix="_odd_size", width=4, num_classes=10)
    network("resnet18", (4, 3, 40, 40), "fc", {"size": 40}, "training", classification([1, 6, 0, 9]), "_gradients",
            width=2, num_classes=10)
    network("mobilenet_v2", (1, 3, 64, 64), "classifier", {"size": 64}, width_mult=0.1, last_channels=32,
            num_classes=10)
    network("r3d_18", (1, 3, 8, 28, 28), "fc", {"frames": 8, "size": 28}, width=2, num_classes=10)
    network("unet", (1, 3, 32, 32), "head", {"size": 32}, width=2, classes=2)
    network("dcgan_generator", (1, 10, 1, 1), "main", {}, width=2, channels=3, latent=10)
    network("tcn", (1, 1, 64), "head", {"steps": 64}, width=8, classes=4)

    network("attention/coatnet_small", (1, 3, 32, 32), "fc", {"size": 32}, loss=classification([2]), width=1,
            head_width=2, num_classes=5)
    network("attention/convmixer_768_32", (2, 3, 21, 21), "head", {"size": 21}, loss=classification([4, 1]), width=6,
            depth=2, kernel_size=5, patch_size=3, num_classes=5)
    two_convolutions()
    network("segmentation/aspp", (2, 6, 13, 13), "project", {"size": 13}, loss=squares, channels=6, width=3)
    torch.use_deterministic_algorithms(False)  # Windows do not overlap here, so no two values have one place.
    network("segmentation/segnet", (1, 3, 32, 32), "head", {"size": 32}, width=2, classes=3)
    torch.use_deterministic_algorithms(True)
    network("detection/yolov3_tiny", (1, 3, 64, 64), None, {"size": 64}, width=1, classes=2)
    network("detection/yolov8n", (1, 3, 64, 64), None, {"size": 64}, width=1, classes=2, bins=2)
    network("generative/dcgan_discriminator", (2, 3, 64, 64), "main", {}, "training", torch.sum, width=1)
    network("generative/espcn", (2, 1, 6, 6), "5", {"size": 6}, scale=2)
    network("generative/srresnet", (2, 3, 5, 5), "head", {"size": 5}, loss=squares, width=4, blocks=2)
    network("sequence/m5", (3, 1, 1100), "fc1", {"samples": 1100}, loss=classification([0, 2, 1]), width=2,
            num_classes=3)
    network("sequence/wavenet", (2, 5, 40), "head", {"steps": 40}, loss=squares, levels=5, width=3, skip_width=4,
            stacks=2, depth=3)
    network("volumetric/c3d", (1, 3, 16, 16, 16), "fc8", {"size": 16}, twin={"cells": 1}, width=2, hidden=6,
            num_classes=5)
    network("volumetric/r2plus1d_18", (1, 3, 8, 28, 28), "fc", {"frames": 8, "size": 28}, width=2, num_classes=10)
    network("volumetric/unet_3d", (1, 3, 8, 16, 16), "head", {"depth": 8, "size": 16}, loss=squares, width=1)
