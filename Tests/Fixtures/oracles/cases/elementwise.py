"""Functions of the elements of several inputs."""

import functools
import math

import torch

from .record import Function, Single, layer, record

FUNCTIONS = {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "maximum": torch.maximum,
    "minimum": torch.minimum,
}


class ChannelParameter(torch.nn.Module):
    """`x * gamma` or `x + bias`, the parameter being called as the case says, repeated over all other axes."""

    def __init__(self, operator, channels, axis, ones):
        super().__init__()
        self.operator, self.axis = operator, axis
        name = "gamma" if operator == "scale" else "bias"
        self.register_parameter(name, torch.nn.Parameter(torch.ones([channels] + [1] * ones)))

    def forward(self, x):
        shape = [-1 if axis == self.axis % x.dim() else 1 for axis in range(x.dim())]
        (parameter,) = self.parameters()
        return FUNCTIONS["mul" if self.operator == "scale" else "add"](x, parameter.reshape(shape))


def case(operator, name, *shapes, **attributes):
    inputs = dict(zip("abcd", shapes))
    text = layer(operator, **{"from": list(inputs)}, **attributes)
    record(operator, name, text, Function(lambda *x: functools.reduce(FUNCTIONS[operator], x)), inputs)


def channels(operator, name, shape, axis=None, keepdim=None, parameter=None):
    """`parameter` names it; "null" gives it the layer's name."""
    place = 1 if axis is None else axis
    module = ChannelParameter(operator, shape[place], place, len(shape) - place - 1 if keepdim else 0)
    twin = Single(module)
    if parameter == "null":
        twin = Bare(module)
    elif parameter:
        module.register_parameter(parameter, module._parameters.pop("gamma" if operator == "scale" else "bias"))
    record(operator, name, layer(operator, axis=axis, keepdim=keepdim, parameter=parameter), twin, {"input": shape})


class Bare(torch.nn.Module):
    """Owns the parameter of a module itself, under the name `layer`."""

    def __init__(self, module):
        super().__init__()
        self.operator = module.operator
        (self.layer,) = module.parameters()

    def forward(self, x):
        parameter = self.layer.reshape([1, -1] + [1] * (x.dim() - 2))
        return FUNCTIONS["mul" if self.operator == "scale" else "add"](x, parameter)


def cases():
    for operator in FUNCTIONS:
        case(operator, "two_axes", (3, 7), (3, 7))
        case(operator, "four_axes", (2, 3, 5, 7), (2, 3, 5, 7))
        case(operator, "five_axes", (2, 3, 2, 3, 3), (2, 3, 2, 3, 3))
        for columns in [1, 15, 16, 17, 33, 64, 65]:
            case(operator, f"columns_{columns}", (1, columns), (1, columns))
    for operator in ["add", "mul"]:
        case(operator, "three_inputs", (2, 3, 4), (2, 3, 4), (2, 3, 4))
    for operator in ["add", "sub", "mul", "div"]:
        case(operator, "per_channel", (2, 5, 3, 4), (2, 5, 1, 1))
        case(operator, "per_channel_first", (2, 5, 1, 1), (2, 5, 3, 4))
        case(operator, "per_position", (2, 5, 3, 4), (2, 1, 3, 4))
        case(operator, "per_row", (2, 5, 3, 17), (2, 5, 3, 1))
        case(operator, "per_batch", (3, 5, 4), (1, 5, 4))
        case(operator, "both_ways", (2, 5, 1, 4), (2, 1, 3, 4))
    case("add", "per_tensor", (2, 3, 4), (1, 1, 1))
    twice = Function(lambda x: x + x)
    record("add", "one_input_twice", layer("add", **{"from": ["input", "input"]}), twice, {"input": (2, 3, 4)})
    square = Function(lambda x: x * x)
    record("mul", "one_input_twice", layer("mul", **{"from": ["input", "input"]}), square, {"input": (2, 3, 4)})
    a, b = torch.tensor([[1.0, 2, 3, -1, 0]]), torch.tensor([[1.0, 3, 2, -1, 0]])
    case("maximum", "ties", a, b)
    case("minimum", "ties", a, b)
    nan = math.nan
    for operator in ["maximum", "minimum"]:
        case(operator, "not_finite", torch.tensor([[nan, 1, nan, math.inf]]), torch.tensor([[1, nan, nan, -math.inf]]))
        case(operator, "three_inputs", (2, 3, 4), (2, 3, 4), (2, 3, 4))
    case("div", "zeros", torch.tensor([[1.0, 0, -1, 2]]), torch.tensor([[0.0, 1, 0.0, 4]]))
    case("add", "above_a_unit", (1, 1, 70, 70), (1, 1, 1, 1))
    difference = Function(lambda x: x - x)
    record("sub", "one_input_twice", layer("sub", **{"from": ["input", "input"]}), difference, {"input": (2, 3, 4)})
    for operator in ["scale", "bias"]:
        channels(operator, "channels", (2, 3, 5, 7))
        channels(operator, "two_axes", (4, 17))
        channels(operator, "five_axes", (2, 3, 2, 3, 4))
        channels(operator, "last_axis", (2, 5, 7, 19), axis=-1)
        channels(operator, "first_axis", (3, 5), axis=0)
        channels(operator, "one_channel", (2, 1, 33))
        channels(operator, "keepdim", (2, 3, 5, 7), keepdim=True)
        channels(operator, "renamed", (2, 3, 5), parameter="factors")
        channels(operator, "layer_name", (2, 3, 5), parameter="null")
