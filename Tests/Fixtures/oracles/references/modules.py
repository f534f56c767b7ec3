"""Modules that several references share."""

from collections import OrderedDict

import torch
from torch import nn


def named(**modules):
    """A chain of modules with names."""
    return nn.Sequential(OrderedDict(modules))


class Residual(nn.Sequential):
    """A chain with what comes in added to what comes out."""

    def forward(self, x):
        return x + super().forward(x)


class Causal(nn.Conv1d):
    """A convolution over time that reads no later step."""

    def __init__(self, inputs, width, kernel_size, dilation=1):
        super().__init__(inputs, width, kernel_size, dilation=dilation)
        self.past = (kernel_size - 1) * dilation

    def forward(self, x):
        return super().forward(nn.functional.pad(x, (self.past, 0)))


class Joined(nn.Module):
    """A layer on the concatenation of two inputs, the second of which is made from `deep`."""

    def __init__(self, enlarge, conv):
        super().__init__()
        self.enlarge, self.conv = enlarge, conv

    def forward(self, deep, skip):
        return self.conv(torch.cat([skip, self.enlarge(deep)], 1))
