"""Fully connected layers, which act on the last axis."""

from torch import nn

from .record import Single, layer, record


def case(name, shape, out_features, **attributes):
    module = Single(nn.Linear(shape[-1], out_features, **attributes))
    record("linear", name, layer("linear", out_features=out_features, **attributes), module, {"input": shape})


def cases():
    case("plain", (2, 7), 5)
    case("no_bias", (3, 7), 5, bias=False)
    case("one_row", (1, 16), 17)
    case("one_feature", (5, 1), 1)
    case("three_axes", (2, 3, 7), 5)
    case("four_axes", (2, 3, 2, 5), 4)
    case("features_33_65", (5, 33), 65)
    case("features_65_15", (17, 65), 15)
    case("long_sum", (2, 257), 9)
    record("linear", "shorthand", "- linear: 4", nn.Sequential(nn.Linear(6, 4)), {"input": (2, 6)}, output="0")
