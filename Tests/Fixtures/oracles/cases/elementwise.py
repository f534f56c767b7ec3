"""Functions of the elements of several inputs."""

import functools

import torch

from .record import Function, layer, record

FUNCTIONS = {"add": torch.add, "mul": torch.mul, "maximum": torch.maximum}


def case(operator, name, *shapes, **attributes):
    inputs = dict(zip("abcd", shapes))
    text = layer(operator, **{"from": list(inputs)}, **attributes)
    record(operator, name, text, Function(lambda *x: functools.reduce(FUNCTIONS[operator], x)), inputs)


def cases():
    for operator in FUNCTIONS:
        case(operator, "two_axes", (3, 7), (3, 7))
        case(operator, "four_axes", (2, 3, 5, 7), (2, 3, 5, 7))
        case(operator, "five_axes", (2, 3, 2, 3, 3), (2, 3, 2, 3, 3))
        for columns in [1, 15, 16, 17, 33, 64, 65]:
            case(operator, f"columns_{columns}", (1, columns), (1, columns))
    for operator in ["add", "mul"]:
        case(operator, "three_inputs", (2, 3, 4), (2, 3, 4), (2, 3, 4))
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
