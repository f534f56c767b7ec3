"""Functions of one element, and softmax."""

import math

import torch
import torch.nn.functional as F

from .record import Function, layer, record

INFINITY, NAN = math.inf, math.nan
SPECIAL = torch.tensor(
    [0, -0.0, 3, -3, 6, -6, 1, -1, 0.5, -0.5, 2.999, -2.999, 3.001, -3.001, 5.999, 6.001, 1e-4, -1e-4, 1e-20, -1e-20,
     8, -8, 4, -4, 2]
).reshape(1, 25)
LARGE = torch.tensor([[20, -20, 88, -88, 100, -100, 10.5, -10.5, 0], [1e4, -1e4, 1e3, -1e3, 250, -250, 500, -500, 1]])
FUNCTIONS = {
    "relu": (F.relu, [{}]),
    "relu6": (F.relu6, [{}]),
    "leaky_relu": (F.leaky_relu, [{}, {"negative_slope": 0.2}]),
    "silu": (F.silu, [{}]),
    "gelu": (F.gelu, [{}, {"approximate": "tanh"}]),
    "hardswish": (F.hardswish, [{}]),
    "hardsigmoid": (F.hardsigmoid, [{}]),
    "sigmoid": (torch.sigmoid, [{}]),
    "tanh": (torch.tanh, [{}]),
}


def activation(operator, case, inputs, gradients=True, **attributes):
    function = FUNCTIONS[operator][0]
    record(operator, case, layer(operator, **attributes), Function(lambda x: function(x, **attributes)),
           {"input": inputs}, gradients=gradients)


def softmax(operator, case, inputs, dim=None):
    function = {"softmax": F.softmax, "log_softmax": F.log_softmax}[operator]
    record(operator, case, layer(operator, dim=dim), Function(lambda x: function(x, -1 if dim is None else dim)),
           {"input": inputs})


def cases():
    for operator, (_, variants) in FUNCTIONS.items():
        for attributes in variants:
            suffix = "".join(f"_{key}" for key in attributes)
            activation(operator, f"special_values{suffix}", SPECIAL, **attributes)
            activation(operator, f"large_values{suffix}", LARGE[:1], **attributes)
            activation(operator, f"huge_values{suffix}", LARGE[1:], **attributes)
            activation(operator, f"four_axes{suffix}", (2, 3, 5, 7), **attributes)
        for columns in [1, 15, 16, 17, 64, 65]:
            activation(operator, f"columns_{columns}", (1, columns))
    activation("relu", "not_finite", torch.tensor([[NAN, INFINITY, -INFINITY, -0.0, 1, NAN, -1]]), gradients=False)
    activation("relu", "above_a_unit", (1, 4113))
    activation("silu", "above_a_unit", (3, 1371))

    large = torch.tensor([[100.0, 99, -100, 0, 88], [-1000, -1001, -1000.5, -2000, -1002], [1e4, 1e4, 0, -1e4, 1e4]])
    for operator in ["softmax", "log_softmax"]:
        softmax(operator, "two_axes", (3, 10))
        softmax(operator, "last_of_four", (2, 3, 4, 5))
        softmax(operator, "channels", (2, 5, 3, 4), dim=1)
        softmax(operator, "rows", (2, 3, 7, 4), dim=2)
        softmax(operator, "batch", (4, 3), dim=0)
        softmax(operator, "negative_dim", (2, 5, 3, 4), dim=-3)
        softmax(operator, "large_values", large, dim=1)
        softmax(operator, "one_class", (3, 1), dim=1)
        for columns in [15, 16, 17, 33, 64, 65]:
            softmax(operator, f"columns_{columns}", (2, columns), dim=1)
