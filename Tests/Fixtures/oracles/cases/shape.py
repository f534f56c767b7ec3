"""Operators that move values: flatten, reshape, concat, pad and identity."""

import torch

from .record import Function, layer, record
from .windows import pad


def case(operator, name, sizes, function, run="inference", **attributes):
    record(operator, name, layer(operator, **attributes), Function(function), {"input": sizes}, mode=run)


def concat(name, *shapes, **attributes):
    inputs = dict(zip("abcd", shapes))
    text = layer("concat", **{"from": list(inputs)}, **attributes)
    record("concat", name, text, Function(lambda *x: torch.cat(x, attributes.get("axis", 1))), inputs)


def padded(name, shape, padding, mode=None, value=None):
    rank = len(shape) - 2
    pairs = padding if isinstance(padding, list) else [[padding, padding]] * rank
    case("pad", name, shape, lambda x: pad(x, pairs, mode or "constant", value or 0.0),
         padding=padding, mode=mode, value=value)


def cases():
    case("flatten", "four_axes", (2, 3, 4, 5), lambda x: x.flatten(1))
    case("flatten", "two_axes", (2, 7), lambda x: x.flatten(1))
    case("flatten", "start_2", (2, 3, 4, 5), lambda x: x.flatten(2), start_dim=2)
    case("flatten", "middle", (2, 3, 4, 5), lambda x: x.flatten(1, 2), start_dim=1, end_dim=2)
    case("flatten", "negative_end", (2, 3, 4, 5), lambda x: x.flatten(1, -2), start_dim=1, end_dim=-2)
    case("reshape", "to_map", (2, 12), lambda x: x.reshape(2, 3, 2, 2), shape=[2, 3, 2, 2])
    case("reshape", "inferred", (2, 3, 4), lambda x: x.reshape(2, -1, 2), shape=[2, -1, 2])
    case("reshape", "fewer_axes", (2, 3, 4), lambda x: x.reshape(2, 12), shape=[2, 12])
    case("identity", "four_axes", (2, 3, 4, 5), lambda x: x)

    concat("channels", (2, 3, 4, 5), (2, 2, 4, 5))
    concat("axis_1", (2, 3, 4, 5), (2, 1, 4, 5), axis=1)
    concat("axis_2", (2, 3, 4, 5), (2, 3, 2, 5), axis=2)
    concat("last_axis", (2, 3, 17), (2, 3, 15), axis=-1)
    concat("axis_0", (2, 3, 4), (1, 3, 4), axis=0)
    concat("three_inputs", (2, 3, 4), (2, 1, 4), (2, 5, 4))
    concat("two_axes", (3, 16), (3, 17))
    twice = Function(lambda x: torch.cat([x, x], 1))
    record("concat", "one_input_twice", layer("concat", **{"from": ["input", "input"]}), twice, {"input": (2, 3, 4)})

    padded("zeros", (2, 3, 4, 5), 1)
    padded("zeros_asymmetric", (2, 3, 4, 5), [[0, 2], [3, 1]])
    padded("value", (2, 3, 4, 5), [[1, 0], [2, 1]], value=-1.5)
    padded("constant", (1, 2, 3, 4), 2, mode="constant", value=0.25)
    for mode in ["reflect", "replicate", "circular"]:
        padded(f"{mode}_one_axis", (2, 3, 9), [[2, 3]], mode=mode)
        padded(mode, (2, 3, 4, 5), 2, mode=mode)
        padded(f"{mode}_asymmetric", (2, 3, 4, 5), [[0, 3], [2, 1]], mode=mode)
        padded(f"{mode}_three_axes", (1, 2, 3, 4, 3), [[1, 0], [2, 1], [0, 2]], mode=mode)
    padded("zeros_one_axis", (2, 3, 17), [[1, 15]])
    padded("zeros_three_axes", (1, 2, 3, 4, 3), [[1, 0], [2, 1], [0, 2]])
