"""Convolutions and linear layers whose weight follows from what is trained: weight_norm and standardisation."""

import torch
import torch.nn.functional as F
from torch import nn

from .record import Single, layer, record

CONVOLUTION = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}
TRANSPOSED = {1: nn.ConvTranspose1d, 2: nn.ConvTranspose2d, 3: nn.ConvTranspose3d}


class Formed(nn.Module):
    """A layer with its weight computed from parameters of other names."""

    def __init__(self, layer, form, **parameters):
        super().__init__()
        for name, value in parameters.items():
            setattr(self, name, nn.Parameter(value.detach()))
        self.bias, self.layer, self.form = layer.bias, [layer], form

    def forward(self, x):
        layer, weight = self.layer[0], self.form(self)
        if isinstance(layer, nn.Linear):
            return F.linear(x, weight, self.bias)
        if not layer.transposed:
            return layer._conv_forward(x, weight, self.bias)
        function = [F.conv_transpose1d, F.conv_transpose2d, F.conv_transpose3d][len(layer.kernel_size) - 1]
        return function(x, weight, self.bias, layer.stride, layer.padding, layer.output_padding, layer.groups,
                        layer.dilation)


def with_norm(layer):
    """As `torch.nn.utils.weight_norm`, whose modules cannot be copied."""
    lengths = layer.weight.flatten(1).norm(dim=1).reshape([-1] + [1] * (layer.weight.dim() - 1))
    return Formed(layer, lambda m: torch._weight_norm(m.weight_v, m.weight_g, 0), weight_g=lengths,
                  weight_v=layer.weight)


def standardized(layer):
    def form(m):
        rows = m.weight.flatten(1)
        variance, mean = torch.var_mean(rows, 1, correction=0, keepdim=True)
        return ((rows - mean) / (variance + 1e-6).sqrt()).reshape(m.weight.shape)

    return Formed(layer, form, weight=layer.weight)


def normed(operator, name, module, shape, **attributes):
    record(operator, f"weight_norm_{name}", layer(operator, **attributes, weight_norm=True), Single(with_norm(module)),
           {"input": shape}, mode="training")


def convolution(rank, name, shape, filters, **attributes):
    module = CONVOLUTION[rank](shape[1], filters, **attributes)
    written = {"out_channels": filters, **attributes}
    normed(f"conv{rank}d", name, module, shape, **written)
    module = Single(standardized(CONVOLUTION[rank](shape[1], filters, **attributes)))
    record(f"conv{rank}d", f"weight_standardization_{name}",
           layer(f"conv{rank}d", **written, weight_standardization=True), module, {"input": shape}, mode="training")


def cases():
    convolution(1, "plain", (2, 3, 7), 5, kernel_size=3)
    convolution(2, "plain", (2, 3, 5, 6), 4, kernel_size=3, padding=1)
    convolution(2, "no_bias", (2, 3, 5, 6), 4, kernel_size=3, bias=False)
    convolution(2, "groups", (2, 4, 5, 6), 6, kernel_size=3, groups=2)
    convolution(2, "reflect", (2, 3, 5, 6), 4, kernel_size=3, padding=1, padding_mode="reflect")
    convolution(3, "plain", (1, 2, 4, 4, 5), 3, kernel_size=2)
    normed("conv_transpose1d", "plain", TRANSPOSED[1](3, 4, 4, stride=2, padding=1), (2, 3, 6), out_channels=4,
           kernel_size=4, stride=2, padding=1)
    normed("conv_transpose2d", "groups", TRANSPOSED[2](4, 6, 3, groups=2), (2, 4, 4, 5), out_channels=6, kernel_size=3,
           groups=2)
    normed("linear", "plain", nn.Linear(7, 5), (3, 7), out_features=5)
    normed("linear", "no_bias", nn.Linear(7, 5, bias=False), (3, 7), out_features=5, bias=False)
    normed("pointwise_conv2d", "plain", nn.Conv2d(5, 4, 1), (2, 5, 3, 4), out_channels=4)
    normed("depthwise_conv2d", "plain", nn.Conv2d(4, 4, 3, groups=4), (2, 4, 5, 6), kernel_size=3)
