"""Random convolutions of the sizes that networks have, each as a PyTorch module and as a model file of one layer."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import nn

MOST_FLOPS, LEAST_FLOPS = 2e9, 2e6
MODULES = {(1, False): nn.Conv1d, (2, False): nn.Conv2d, (3, False): nn.Conv3d,
           (1, True): nn.ConvTranspose1d, (2, True): nn.ConvTranspose2d, (3, True): nn.ConvTranspose3d}
CHANNELS = [16, 24, 32, 48, 64, 96, 128, 160, 192, 256, 320, 384, 512, 768, 1024]
ODD_CHANNELS = [1, 2, 3, 4, 5, 7, 10, 13, 17, 21, 30, 50, 75, 100, 150, 255]
SIZES = {1: [50, 100, 128, 250, 500, 1000, 2048, 4000, 8000, 16000],
         2: [7, 13, 14, 17, 19, 20, 26, 28, 33, 35, 40, 56, 65, 80, 112, 128, 160, 224],
         3: [4, 7, 8, 14, 16, 20, 28, 32, 56]}


@dataclass(frozen=True)
class Convolution:
    """One layer with one image before it; every size is that of each axis."""

    kind: str
    dimensions: int
    in_channels: int
    out_channels: int
    size: int
    kernel: int
    stride: int = 1
    dilation: int = 1
    groups: int = 1
    transposed: bool = False
    batch: int = 1

    @property
    def padding(self) -> int:
        return self.dilation * (self.kernel - 1) // 2

    @property
    def name(self) -> str:
        text = f"{self.kind} {self.dimensions}d {self.batch}x{self.in_channels}x{self.size} -> {self.out_channels}"
        parts = [("k", self.kernel, 0), ("s", self.stride, 1), ("d", self.dilation, 1), ("g", self.groups, 1)]
        return " ".join([text, *(f"{letter}{value}" for letter, value, usual in parts if value != usual)])

    @property
    def input_shape(self) -> tuple[int, ...]:
        return self.batch, self.in_channels, *[self.size] * self.dimensions

    @property
    def out_size(self) -> int:
        window = self.dilation * (self.kernel - 1) + 1
        if self.transposed:
            return (self.size - 1) * self.stride - 2 * self.padding + window
        return (self.size + 2 * self.padding - window) // self.stride + 1

    @property
    def fan_in(self) -> int:
        """How many numbers of the input an element of the output depends on, on average where it is transposed."""
        return self.in_channels // self.groups * self.kernel ** self.dimensions

    @property
    def flops(self) -> float:
        positions = (self.size if self.transposed else self.out_size) ** self.dimensions
        return 2.0 * self.batch * positions * self.fan_in * self.out_channels

    def module(self) -> nn.Module:
        """With weights of unit gain from PyTorch's generator."""
        module = MODULES[self.dimensions, self.transposed](
            self.in_channels, self.out_channels, self.kernel, stride=self.stride, padding=self.padding,
            dilation=self.dilation, groups=self.groups)
        with torch.no_grad():
            module.weight.normal_(0, self.fan_in ** -0.5)
        return module.eval()

    def source(self) -> str:
        """The model file."""
        layer = f"conv{'_transpose' if self.transposed else ''}{self.dimensions}d"
        shape = ", ".join(map(str, ["N", *self.input_shape[1:]]))
        defaults = "" if self.transposed else "defaults: {rounding: floor}\n"
        return (f"cnnc: 1\nmodel: convolution\ninput: [{shape}]\n{defaults}"
                f"layers:\n  - {layer}: {{name: conv, out_channels: {self.out_channels}, kernel_size: {self.kernel}, "
                f"stride: {self.stride}, padding: {self.padding}, dilation: {self.dilation}, groups: {self.groups}}}\n")


def plain(r: random.Random, d: int) -> Convolution:
    return Convolution("plain", d, channels(r), channels(r), size(r, d), r.choice([3, 3, 3, 5, 7]))


def strided(r: random.Random, d: int) -> Convolution:
    kernel, stride = r.choice([1, 2, 3, 3, 4, 5, 7]), r.choice([2, 2, 2, 3, 4])
    return Convolution("strided", d, channels(r), channels(r), size(r, d), kernel, stride)


def dilated(r: random.Random, d: int) -> Convolution:
    kernel, dilation = r.choice([2, 3, 3, 5]), r.choice([2, 2, 4, 6, 12])
    return Convolution("dilated", d, channels(r), channels(r), size(r, d), kernel, dilation=dilation)


def grouped(r: random.Random, d: int) -> Convolution:
    groups = r.choice([2, 4, 8, 16, 32])
    width = [one for one in CHANNELS if one % groups == 0]
    kernel, stride = r.choice([1, 3, 3, 5]), r.choice([1, 1, 2])
    return Convolution("grouped", d, r.choice(width), r.choice(width), size(r, d), kernel, stride, groups=groups)


def depthwise(r: random.Random, d: int) -> Convolution:
    width, times = channels(r), r.choice([1, 1, 1, 2])
    kernel, stride, dilation = r.choice([3, 3, 5, 7]), r.choice([1, 1, 2]), r.choice([1, 1, 1, 2])
    return Convolution("depthwise", d, width, width * times, size(r, d), kernel, stride, dilation, width)


def transposed(r: random.Random, d: int) -> Convolution:
    kernel, stride = r.choice([(2, 2), (4, 2), (3, 2), (3, 1), (4, 4), (5, 2)])
    return Convolution("transposed", d, channels(r), channels(r), size(r, d), kernel, stride, transposed=True)


def pointwise(r: random.Random, d: int) -> Convolution:
    return Convolution("pointwise", d, channels(r), channels(r), size(r, d), 1)


def channels(r: random.Random) -> int:
    """Mostly what networks have, now and then what no vector divides."""
    return r.choice(CHANNELS if r.random() < 0.8 else ODD_CHANNELS)


def size(r: random.Random, dimensions: int) -> int:
    return r.choice(SIZES[dimensions])


KINDS: list[Callable[[random.Random, int], Convolution]] = [
    plain, strided, dilated, grouped, depthwise, transposed, pointwise]


def grid(count: int, seed: int) -> list[Convolution]:
    """So many different convolutions, of each kind equally many; most of them over images."""
    r = random.Random(seed)
    results: dict[Convolution, None] = {}
    while len(results) < count:
        kind = KINDS[len(results) % len(KINDS)]
        dimensions = r.choices([1, 2, 3], [2, 6, 2])[0]
        one = kind(r, dimensions)
        if one.out_size >= 1 and LEAST_FLOPS <= one.flops <= MOST_FLOPS and memory(one) <= 2 ** 28:
            results[one] = None
    return list(results)


def memory(one: Convolution) -> float:
    """The bytes of the input and the output."""
    d = one.dimensions
    return 4.0 * one.batch * (one.in_channels * one.size ** d + one.out_channels * one.out_size ** d)
