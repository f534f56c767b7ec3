"""Functions of one element, and softmax."""

import math

import torch
import torch.nn.functional as F

from .record import Function, Single, layer, record

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
    "elu": (F.elu, [{}, {"alpha": 0.3}]),
    "celu": (F.celu, [{}, {"alpha": 0.3}]),
    "selu": (F.selu, [{}]),
    "gelu": (F.gelu, [{}, {"approximate": "tanh"}]),
    "silu": (F.silu, [{}]),
    "mish": (F.mish, [{}]),
    "hardswish": (F.hardswish, [{}]),
    "hardsigmoid": (F.hardsigmoid, [{}]),
    "hardtanh": (F.hardtanh, [{}, {"min_val": -3, "max_val": 6}]),
    "sigmoid": (torch.sigmoid, [{}]),
    "tanh": (torch.tanh, [{}]),
    "softplus": (F.softplus, [{}, {"beta": 2}, {"threshold": 0.5}]),
    "softsign": (F.softsign, [{}]),
    "threshold": (F.threshold, [{"threshold": 0.5, "value": -2}]),
    "abs": (torch.abs, [{}]),
    "neg": (torch.neg, [{}]),
    "clamp": (torch.clamp, [{"min": -1, "max": 3}, {"min": -0.5}, {"max": 1}]),
}
# Functions whose values at large or negative numbers would hide all others, with inputs of their own.
POSITIVE = torch.tensor([[1e-3, 0.5, 1, 2, 3, 10, 0.999, 1.001, 0.7, 0.71, 1.41, 1.42, 100, 1e-2, 7, 4, 0.25]])
POWERS = [0, 1, 2, 3, 7, -1, -2, 0.5, -0.5, 1.5, 2.7, -0.3, 16, 17]


def activation(operator, case, inputs, gradients=True, **attributes):
    function = FUNCTIONS[operator][0]
    record(operator, case, layer(operator, **attributes), Function(lambda x: function(x, **attributes)),
           {"input": inputs}, gradients=gradients)


def softmax(operator, case, inputs, dim=None):
    function = {"softmax": F.softmax, "log_softmax": F.log_softmax}[operator]
    record(operator, case, layer(operator, dim=dim), Function(lambda x: function(x, -1 if dim is None else dim)),
           {"input": inputs})


def function(operator, case, compute, inputs, gradients=True, **attributes):
    record(operator, case, layer(operator, **attributes), Function(compute), {"input": inputs}, gradients=gradients)


def unbounded():
    edges = torch.tensor([[0.0, INFINITY, NAN, 1, -1, 1]])
    for operator, compute in [("exp", torch.exp), ("log", torch.log), ("sqrt", torch.sqrt)]:
        function(operator, "positive", compute, POSITIVE / 10)
        function(operator, "not_finite", compute, edges)
        for columns in [1, 16, 33]:
            function(operator, f"columns_{columns}", compute, POSITIVE.repeat(1, 2)[:, :columns] / 10)
        function(operator, "small", compute, POSITIVE * 1e-30 if operator == "exp" else POSITIVE * 1e-37,
                 gradients=False)
    function("exp", "negative", torch.exp, -POSITIVE)
    function("exp", "four_axes", torch.exp, (2, 3, 5, 7))
    for operator, compute in [("log", torch.log), ("sqrt", torch.sqrt)]:
        function(operator, "large", compute, POSITIVE * 1e30)
        function(operator, "four_axes", compute, torch.rand(2, 3, 5, 7, generator=torch.manual_seed(5)) + 0.1)
    for exponent in POWERS:
        name = f"exponent_{exponent}".replace("-", "minus_").replace(".", "_")
        function("pow", name, lambda x, e=exponent: x.pow(e), POSITIVE[:, 1:8].repeat(1, 3), exponent=exponent)
        if exponent == int(exponent) and exponent < 8:
            function("pow", name + "_negative", lambda x, e=exponent: x.pow(e), -POSITIVE[:, 1:8].repeat(1, 3),
                     exponent=exponent)
    for exponent in [0, 1, 2, -1, 1.5]:
        name = f"not_finite_{exponent}".replace("-", "minus_").replace(".", "_")
        function("pow", name, lambda x, e=exponent: x.pow(e), torch.tensor([[NAN, 0, 1, -1, INFINITY]]),
                 exponent=exponent)
    function("pow", "four_axes", lambda x: x.pow(3), (2, 3, 5, 7), exponent=3)


def learned():
    def prelu(name, shape, parameters=None, **arguments):
        record("prelu", name, layer("prelu", num_parameters=parameters), Single(torch.nn.PReLU(parameters or 1)),
               {"input": shape}, **arguments)

    prelu("one_slope", (2, 3, 5, 7))
    prelu("channels", (2, 3, 5, 7), 3)
    prelu("channels_of_rows", (3, 17), 17)
    prelu("channels_of_volumes", (2, 3, 2, 3, 4), 3)
    prelu("one_channel", (2, 1, 33), 1)
    prelu("one_axis", (19,))
    prelu("zeros", torch.tensor([[0.0, -0.0, 1, -1, 2, -2]]))


def gated():
    def glu(name, shape, dim=None):
        record("glu", name, layer("glu", dim=dim), Function(lambda x: F.glu(x, -1 if dim is None else dim)),
               {"input": shape})

    glu("two_axes", (3, 10))
    glu("channels", (2, 6, 3, 5), 1)
    glu("batch", (4, 3), 0)
    glu("negative_dim", (2, 6, 17), -2)
    glu("one_of_each", (2, 2), 1)
    glu("above_a_unit", (1, 2, 4099), 1)
    glu("large_values", torch.tensor([[100.0, -100, 3, -3, 50, -50, 100, -100]]))


def cases():
    for operator, (_, variants) in FUNCTIONS.items():
        for attributes in variants:
            suffix = "".join(f"_{key}" for key in attributes)
            activation(operator, f"special_values{suffix}", SPECIAL, **attributes)
            activation(operator, f"large_values{suffix}", LARGE[:1], **attributes)
            activation(operator, f"huge_values{suffix}", LARGE[1:], **attributes)
            activation(operator, f"four_axes{suffix}", (2, 3, 5, 7), **attributes)
        required = {"threshold": variants[0], "clamp": variants[0]}.get(operator, {})
        for columns in [1, 15, 16, 17, 64, 65]:
            activation(operator, f"columns_{columns}", (1, columns), **required)
    for name in ["hardtanh", "threshold", "clamp", "softplus", "elu", "celu", "selu", "abs", "neg"]:
        attributes = FUNCTIONS[name][1][0]
        activation(name, "not_finite", torch.tensor([[NAN, INFINITY, -INFINITY, -0.0, 1, NAN, -1]]), **attributes)
    unbounded()
    learned()
    gated()
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
