"""Maximum, average, power, adaptive and global pools, and unpooling."""

import math

import torch
import torch.nn.functional as F

from .record import Function, layer, record
from .windows import assert_rounding_is_written, pad, pad_pairs, per_axis

MAXIMUM = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
AVERAGE = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}
POWER = {1: F.lp_pool1d, 2: F.lp_pool2d}
ADAPTIVE = {
    "avg": {1: F.adaptive_avg_pool1d, 2: F.adaptive_avg_pool2d, 3: F.adaptive_avg_pool3d},
    "max": {1: F.adaptive_max_pool1d, 2: F.adaptive_max_pool2d, 3: F.adaptive_max_pool3d},
}
INFINITY, NAN = math.inf, math.nan


def own_arguments(rank, attributes):
    """The attributes as PyTorch's arguments when it has them all; a pair of paddings is not among them."""
    arguments = {k: tuple(v) if isinstance(v, list) else v for k, v in attributes.items() if k != "rounding"}
    if attributes.get("rounding") == "ceil":
        arguments["ceil_mode"] = True
    if any(isinstance(p, (list, tuple)) for p in per_axis(attributes.get("padding", 0), rank)):
        del arguments["padding"]
    elif rank == 1 and "padding" in arguments:
        arguments["padding"] = per_axis(arguments["padding"], 1)[0]
    return arguments


def pool(rank, name, inputs, operator, function, gradients=True, **attributes):
    shape = inputs if isinstance(inputs, tuple) else tuple(inputs.shape)
    window = {"stride": attributes["kernel_size"], **attributes}
    assert_rounding_is_written(f"{operator}/{name}", window, shape[2:])
    record(operator, name, layer(operator, **attributes), Function(function), {"input": inputs}, gradients=gradients)


def maximum(rank, name, inputs, gradients=True, **attributes):
    arguments = own_arguments(rank, attributes)

    def function(x):
        if "padding" in attributes and "padding" not in arguments:
            x = pad(x, pad_pairs(attributes, x.shape[2:]), value=-INFINITY)
        return MAXIMUM[rank](x, **arguments)

    pool(rank, name, inputs, f"max_pool{rank}d", function, gradients, **attributes)


def average(rank, name, shape, **attributes):
    arguments = own_arguments(rank, attributes)
    asymmetric = "padding" in attributes and "padding" not in arguments
    counts_padding = arguments.pop("count_include_pad", True) if asymmetric else None

    def function(x):
        if not asymmetric:
            return AVERAGE[rank](x, **arguments)
        pairs = pad_pairs(attributes, x.shape[2:])
        mean = AVERAGE[rank](pad(x, pairs), **arguments)
        return mean if counts_padding else mean / AVERAGE[rank](pad(torch.ones_like(x), pairs), **arguments)

    pool(rank, name, shape, f"avg_pool{rank}d", function, **attributes)


def power(rank, name, inputs, norm_type, kernel_size, stride=None, **attributes):
    arguments = {key: value for key, value in attributes.items() if key != "rounding"}
    if attributes.get("rounding") == "ceil":
        arguments["ceil_mode"] = True
    size = tuple(kernel_size) if isinstance(kernel_size, list) else kernel_size
    written = {"norm_type": norm_type, "kernel_size": kernel_size}
    if stride:
        written["stride"] = stride
    step = tuple(stride) if isinstance(stride, list) else stride

    def function(x):
        return POWER[rank](x, norm_type, size, step, **arguments)

    pool(rank, name, inputs, f"lp_pool{rank}d", function, **written, **attributes)


def adaptive(kind, rank, name, inputs, output_size, gradients=True):
    size = tuple(output_size) if isinstance(output_size, list) else output_size
    operator = f"adaptive_{kind}_pool{rank}d"
    text = layer(operator, output_size=output_size)
    record(operator, name, text, Function(lambda x: ADAPTIVE[kind][rank](x, size)), {"input": inputs},
           gradients=gradients)


def indices(rank, name, inputs, **attributes):
    """A pool with its second output; the places have no gradient."""
    arguments = own_arguments(rank, attributes)

    def function(x):
        values, places = MAXIMUM[rank](x, **arguments, return_indices=True)
        return {"pool": values, "pool.1": places}

    shape = inputs if isinstance(inputs, tuple) else tuple(inputs.shape)
    assert_rounding_is_written(name, {"stride": attributes["kernel_size"], **attributes}, shape[2:])
    text = layer(f"max_pool{rank}d", "pool", **attributes, return_indices=True)
    record(f"max_pool{rank}d", name, text, Function(function), {"input": inputs}, extra="outputs: [pool, pool.1]\n")


def unpool(name, shape, kernel_size, stride=None, padding=None, output_size=None, rounding=None):
    """A pool and the unpooling of its values, doubled."""
    step, border = stride or kernel_size, padding or 0

    def function(x):
        values, places = F.max_pool2d(x, kernel_size, step, border, return_indices=True)
        torch.use_deterministic_algorithms(False)  # Equal places have equal values here, so their order does not matter.
        result = F.max_unpool2d(values + values, places, kernel_size, step, border, output_size)
        torch.use_deterministic_algorithms(True)
        return result

    attributes = {"kernel_size": kernel_size, "stride": stride, "padding": padding}
    text = "\n".join([
        layer("max_pool2d", "pool", **attributes, rounding=rounding, return_indices=True),
        "- add: {name: twice, from: [pool, pool]}",
        layer("max_unpool2d", **{"from": ["twice", "pool.1"]}, **attributes, output_size=output_size),
    ])
    record("max_unpool2d", name, text, Function(function), {"input": shape})


def maximum_pools():
    maximum(1, "stride_is_kernel", (2, 3, 8), kernel_size=2)
    maximum(1, "overlapping", (2, 3, 9), kernel_size=3, stride=2)
    maximum(1, "padding", (2, 3, 9), kernel_size=3, stride=2, padding=1)
    maximum(1, "floor", (2, 3, 9), kernel_size=2, rounding="floor")
    maximum(1, "ceil_mode", (2, 3, 9), kernel_size=2, ceil_mode=True)
    maximum(1, "dilation", (2, 3, 12), kernel_size=3, stride=1, dilation=3, padding=1)
    maximum(1, "length_65", (1, 3, 65), kernel_size=3, stride=1, padding=1)

    maximum(2, "stride_is_kernel", (2, 3, 8, 6), kernel_size=2)
    maximum(2, "overlapping", (2, 3, 9, 7), kernel_size=3, stride=2)
    maximum(2, "stride_1", (2, 3, 5, 6), kernel_size=3, stride=1)
    maximum(2, "stride_above_kernel", (2, 3, 8, 11), kernel_size=2, stride=3)
    maximum(2, "per_axis", (2, 3, 8, 9), kernel_size=[2, 3], stride=[2, 1])
    maximum(2, "padding", (2, 3, 9, 7), kernel_size=3, stride=2, padding=1)
    maximum(2, "padding_slack_floor", (2, 3, 8, 6), kernel_size=3, stride=2, padding=1, rounding="floor")
    maximum(2, "padding_asymmetric", (2, 3, 8, 6), kernel_size=3, stride=2, padding=[[1, 0], [0, 1]])
    maximum(2, "floor", (2, 3, 9, 7), kernel_size=2, rounding="floor")
    maximum(2, "ceil_mode", (2, 3, 9, 7), kernel_size=2, ceil_mode=True)
    maximum(2, "rounding_ceil", (2, 3, 10, 6), kernel_size=3, stride=2, rounding="ceil")
    maximum(2, "ceil_mode_padding", (2, 3, 8, 6), kernel_size=3, stride=2, padding=1, ceil_mode=True)
    maximum(2, "ceil_mode_window_outside", (2, 3, 5, 5), kernel_size=1, stride=3, ceil_mode=True)
    maximum(2, "dilation", (2, 3, 9, 8), kernel_size=[3, 2], stride=1, dilation=[2, 3])
    maximum(2, "dilation_padding", (2, 3, 7, 9), kernel_size=3, stride=2, dilation=2, padding=1)
    maximum(2, "negative_values", -1 - torch.arange(2 * 1 * 25.0).flip(0).reshape(2, 1, 5, 5) % 7.5,
            kernel_size=3, stride=2, padding=1)
    for columns in [15, 16, 17, 33, 64, 65]:
        maximum(2, f"columns_{columns}", (1, 3, 4, columns), kernel_size=3, stride=1, padding=1)
    maximum(2, "columns_33_stride", (1, 3, 5, 33), kernel_size=3, stride=2, padding=1)
    maximum(2, "channels_17", (2, 17, 4, 4), kernel_size=2)
    ties = torch.tensor([[2.0, 2, 1, 2, 2], [2, 1, 3, 3, 0], [0, 0, 3, 3, 0], [1, 1, 0, 0, 1], [1, 1, 0, 0, 1]])
    maximum(2, "ties", ties.reshape(1, 1, 5, 5), kernel_size=3, stride=2)
    maximum(2, "ties_overlapping", ties.reshape(1, 1, 5, 5), kernel_size=2, stride=1, padding=1)
    special = torch.tensor(
        [[NAN, 1, -INFINITY, 2], [3, 4, -INFINITY, -INFINITY], [INFINITY, 0, 1, NAN], [5, 6, 7, 8.0]])
    maximum(2, "not_finite", special.reshape(1, 1, 4, 4), gradients=False, kernel_size=2)
    maximum(2, "not_finite_overlapping", special.reshape(1, 1, 4, 4), gradients=False, kernel_size=3, stride=1,
            padding=1)

    maximum(3, "stride_is_kernel", (2, 3, 4, 4, 6), kernel_size=2)
    maximum(3, "overlapping", (1, 3, 5, 5, 7), kernel_size=3, stride=2)
    maximum(3, "per_axis", (1, 3, 3, 6, 5), kernel_size=[1, 2, 3], stride=[1, 2, 2])
    maximum(3, "padding", (1, 3, 5, 5, 7), kernel_size=3, stride=2, padding=1)
    maximum(3, "floor", (1, 3, 5, 4, 7), kernel_size=2, rounding="floor")
    maximum(3, "ceil_mode", (1, 3, 5, 4, 7), kernel_size=2, ceil_mode=True)
    maximum(3, "dilation", (1, 2, 5, 6, 7), kernel_size=2, stride=1, dilation=[1, 2, 3])


def average_pools():
    average(1, "stride_is_kernel", (2, 3, 8), kernel_size=2)
    average(1, "overlapping_padding", (2, 3, 9), kernel_size=3, stride=2, padding=1)
    average(1, "without_padding_in_count", (2, 3, 9), kernel_size=3, stride=2, padding=1, count_include_pad=False)
    average(1, "ceil_mode", (2, 3, 9), kernel_size=2, ceil_mode=True)
    average(1, "length_65", (1, 3, 65), kernel_size=3, stride=1, padding=1)

    average(2, "stride_is_kernel", (2, 3, 8, 6), kernel_size=2)
    average(2, "overlapping", (2, 3, 9, 7), kernel_size=3, stride=2)
    average(2, "stride_above_kernel", (2, 3, 8, 11), kernel_size=2, stride=3)
    average(2, "per_axis", (2, 3, 8, 9), kernel_size=[2, 3], stride=[2, 1])
    average(2, "padding", (2, 3, 9, 7), kernel_size=3, stride=2, padding=1)
    average(2, "without_padding_in_count", (2, 3, 9, 7), kernel_size=3, stride=2, padding=1, count_include_pad=False)
    average(2, "padding_asymmetric", (2, 3, 8, 6), kernel_size=3, stride=2, padding=[[1, 0], [0, 1]])
    average(2, "padding_asymmetric_without_count", (2, 3, 8, 6), kernel_size=3, stride=2, padding=[[1, 0], [0, 1]],
            count_include_pad=False)
    average(2, "divisor_override", (2, 3, 8, 6), kernel_size=2, divisor_override=3)
    average(2, "divisor_override_padding", (2, 3, 9, 7), kernel_size=3, stride=2, padding=1, divisor_override=5,
            count_include_pad=False)
    average(2, "floor", (2, 3, 9, 7), kernel_size=2, rounding="floor")
    average(2, "ceil_mode", (2, 3, 9, 7), kernel_size=2, ceil_mode=True)
    average(2, "rounding_ceil", (2, 3, 10, 6), kernel_size=3, stride=2, rounding="ceil")
    average(2, "ceil_mode_padding", (2, 3, 8, 6), kernel_size=3, stride=2, padding=1, ceil_mode=True)
    average(2, "ceil_mode_without_count", (2, 3, 8, 6), kernel_size=3, stride=2, padding=1, ceil_mode=True,
            count_include_pad=False)
    average(2, "ceil_mode_window_outside", (2, 3, 5, 5), kernel_size=1, stride=3, ceil_mode=True)
    average(2, "ceil_mode_divisor_override", (2, 3, 9, 7), kernel_size=2, ceil_mode=True, divisor_override=7)
    for columns in [15, 16, 17, 33, 64, 65]:
        average(2, f"columns_{columns}", (1, 3, 4, columns), kernel_size=3, stride=1, padding=1)
    average(2, "channels_17", (2, 17, 4, 4), kernel_size=2)

    average(3, "stride_is_kernel", (2, 3, 4, 4, 6), kernel_size=2)
    average(3, "per_axis", (1, 3, 3, 6, 5), kernel_size=[1, 2, 3], stride=[1, 2, 2])
    average(3, "padding", (1, 3, 5, 5, 7), kernel_size=3, stride=2, padding=1)
    average(3, "without_padding_in_count", (1, 3, 5, 5, 7), kernel_size=3, stride=2, padding=1, count_include_pad=False)
    average(3, "ceil_mode", (1, 3, 5, 4, 7), kernel_size=2, ceil_mode=True)
    average(3, "divisor_override", (1, 3, 4, 4, 4), kernel_size=2, divisor_override=3)


def adaptive_and_global_pools():
    adaptive("avg", 1, "to_1", (2, 3, 9), 1)
    adaptive("avg", 1, "divides", (2, 3, 12), 4)
    adaptive("avg", 1, "overlapping", (2, 3, 10), 4)
    adaptive("avg", 1, "enlarges", (2, 3, 3), 5)
    adaptive("avg", 2, "to_1", (2, 3, 7, 5), 1)
    adaptive("avg", 2, "divides", (2, 3, 8, 6), [4, 2])
    adaptive("avg", 2, "overlapping", (2, 3, 7, 10), [3, 4])
    adaptive("avg", 2, "enlarges", (2, 3, 3, 4), [7, 6])
    adaptive("avg", 2, "keeps_one_axis", (2, 3, 5, 7), [None, 3])
    adaptive("avg", 2, "same_size", (2, 3, 4, 5), [4, 5])
    adaptive("avg", 2, "channels_17_columns_65", (1, 17, 3, 65), [1, 7])
    adaptive("avg", 3, "to_1", (2, 3, 3, 4, 5), 1)
    adaptive("avg", 3, "overlapping", (1, 3, 5, 4, 7), [2, 3, 4])
    for name, shape in [("one_axis", (2, 3, 9)), ("two_axes", (2, 17, 7, 5)), ("three_axes", (2, 3, 3, 4, 5))]:
        mean = Function(lambda x: x.mean(tuple(range(2, x.dim())), keepdim=True))
        record("global_avg_pool", name, layer("global_avg_pool"), mean, {"input": shape})


def adaptive_and_global_maxima():
    adaptive("max", 1, "to_1", (2, 3, 9), 1)
    adaptive("max", 1, "overlapping", (2, 3, 10), 4)
    adaptive("max", 1, "enlarges", (2, 3, 3), 5)
    adaptive("max", 1, "length_65", (1, 2, 65), 2)
    adaptive("max", 2, "to_1", (2, 3, 7, 5), 1)
    adaptive("max", 2, "divides", (2, 3, 8, 6), [4, 2])
    adaptive("max", 2, "overlapping", (2, 3, 7, 10), [3, 4])
    adaptive("max", 2, "keeps_one_axis", (2, 3, 5, 7), [None, 3])
    adaptive("max", 2, "ties", torch.tensor([2.0, 2, 1, 2, 2, 2, 1, 3, 3]).reshape(1, 1, 3, 3), 2)
    special = torch.tensor([[NAN, 1, -INFINITY, 2], [3, 4, -INFINITY, -INFINITY]]).reshape(1, 1, 2, 4)
    adaptive("max", 2, "not_finite", special, [1, 2], gradients=False)
    adaptive("max", 3, "to_1", (2, 3, 3, 4, 5), 1)
    adaptive("max", 3, "overlapping", (1, 3, 5, 4, 7), [2, 3, 4])
    for name, shape in [("one_axis", (2, 3, 9)), ("two_axes", (2, 17, 7, 5)), ("three_axes", (2, 3, 3, 4, 5))]:
        largest = Function(lambda x: x.amax(tuple(range(2, x.dim())), keepdim=True))
        record("global_max_pool", name, layer("global_max_pool"), largest, {"input": shape})


def power_pools():
    positive = torch.rand((2, 3, 8, 6), generator=torch.Generator().manual_seed(2)) + 0.1
    power(1, "norm_2", (2, 3, 8), 2, 2)
    power(1, "norm_1", (2, 3, 8), 1, 2)
    power(1, "overlapping", (2, 3, 9), 2, 3, stride=2)
    power(1, "norm_3", positive[:, :, :, 0], 3, 2)
    power(1, "ceil_mode", (2, 3, 9), 2, 2, ceil_mode=True)
    power(2, "norm_2", (2, 3, 8, 6), 2, 2)
    power(2, "norm_1", (2, 3, 8, 6), 1, 2)
    power(2, "norm_4", (2, 3, 8, 6), 4, 2)
    power(2, "norm_fractional", positive, 1.5, 2)
    power(2, "per_axis", (2, 3, 8, 9), 2, [2, 3], stride=[2, 1])
    power(2, "stride_above_kernel", (2, 3, 8, 11), 2, 2, stride=3)
    power(2, "floor", (2, 3, 9, 7), 2, 2, rounding="floor")
    power(2, "ceil_mode", (2, 3, 9, 7), 2, 2, ceil_mode=True)
    power(2, "rounding_ceil", (2, 3, 10, 6), 2, 3, stride=2, rounding="ceil")
    power(2, "zeros", torch.tensor([0.0, 0, 1, 2, 0, 0, 3, 4]).reshape(1, 1, 2, 4), 2, 2)
    power(2, "columns_65", (1, 1, 3, 65), 2, 3, stride=1)


def places_and_unpooling():
    indices(1, "indices", (2, 3, 9), kernel_size=3, stride=2, padding=1)
    indices(2, "indices", (2, 3, 8, 6), kernel_size=2)
    indices(2, "indices_overlapping", (2, 3, 9, 7), kernel_size=3, stride=2, padding=1)
    indices(2, "indices_ceil_mode", (2, 3, 9, 7), kernel_size=2, ceil_mode=True)
    indices(2, "indices_dilation", (2, 3, 9, 8), kernel_size=[3, 2], stride=1, dilation=[2, 3])
    ties = torch.tensor([[2.0, 2, 1, 2], [2, 1, 3, 3], [0, 0, 3, 3], [0, 0, -INFINITY, -INFINITY]])
    indices(2, "indices_ties", ties.reshape(1, 1, 4, 4), kernel_size=2)
    indices(3, "indices", (1, 3, 4, 4, 6), kernel_size=2)
    unpool("kernel_2", (2, 3, 8, 6), 2)
    unpool("odd_size", (2, 3, 9, 7), 2, output_size=[9, 7], rounding="floor")
    unpool("stride", (2, 3, 8, 8), 2, stride=3)
    unpool("padding", (2, 3, 9, 7), 3, stride=2, padding=1)
    unpool("per_axis", (2, 3, 6, 8), [3, 2])
    unpool("channels_17", (1, 17, 4, 4), 2)


def cases():
    maximum_pools()
    average_pools()
    power_pools()
    adaptive_and_global_pools()
    adaptive_and_global_maxima()
    places_and_unpooling()
