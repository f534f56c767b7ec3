"""Convolutions, transposed convolutions and their named variants."""

from collections import OrderedDict

from torch import nn

from .record import Single, layer, record
from .windows import assert_rounding_is_written, pad, pad_pairs, per_axis

CONVOLUTIONS = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}
TRANSPOSED = {1: nn.ConvTranspose1d, 2: nn.ConvTranspose2d, 3: nn.ConvTranspose3d}


def build(shape, out_channels, kernel_size=1, stride=1, padding=0, dilation=1, groups=1, bias=True,
          padding_mode="zeros", rounding="exact"):
    """A convolution and the padding to do before it, where PyTorch's own `padding` cannot say it."""
    rank = len(shape) - 2
    window = {"kernel_size": kernel_size, "stride": stride, "padding": padding, "dilation": dilation,
              "rounding": rounding}
    assert_rounding_is_written(f"a convolution of {shape}", window, shape[2:])
    symmetric = rounding != "ceil" and all(isinstance(p, int) for p in per_axis(padding, rank))
    own = {"padding": tuple(per_axis(padding, rank)), "padding_mode": padding_mode} if symmetric else {}
    convolution = CONVOLUTIONS[rank](
        shape[1], out_channels, tuple(per_axis(kernel_size, rank)), tuple(per_axis(stride, rank)),
        dilation=tuple(per_axis(dilation, rank)), groups=groups, bias=bias, **own)
    if symmetric:
        return convolution, None
    pairs = pad_pairs(window, shape[2:])
    mode = "constant" if padding_mode == "zeros" else padding_mode
    return convolution, lambda x: pad(x, pairs, mode)


def convolution(rank, case, shape, **attributes):
    module, before = build(shape, **attributes)
    operator = f"conv{rank}d"
    record(operator, case, layer(operator, **attributes), Single(module, before), {"input": shape})


def depthwise(rank, case, shape, multiplier=None, **attributes):
    module, before = build(shape, shape[1] * (multiplier or 1), groups=shape[1], **attributes)
    operator = f"depthwise_conv{rank}d"
    text = layer(operator, multiplier=multiplier, **attributes)
    record(operator, case, text, Single(module, before), {"input": shape})


def pointwise(rank, case, shape, **attributes):
    module, _ = build(shape, **{k: v for k, v in attributes.items() if k != "rounding"})
    operator = f"pointwise_conv{rank}d"
    record(operator, case, layer(operator, **attributes), Single(module), {"input": shape})


def separable(rank, case, shape, out_channels, bias=None, **attributes):
    biased = {} if bias is None else {"bias": bias}
    first, before = build(shape, shape[1], groups=shape[1], **biased, **attributes)
    second = CONVOLUTIONS[rank](shape[1], out_channels, 1, **biased)
    operator = f"separable_conv{rank}d"
    text = layer(operator, out_channels=out_channels, bias=bias, **attributes)
    stages = nn.Sequential(OrderedDict(depthwise=first, pointwise=second))
    record(operator, case, text, Single(stages, before), {"input": shape})


def transposed(rank, case, shape, out_channels, kernel_size, padding=0, **attributes):
    """Asymmetric padding crops the result of the unpadded transposed convolution."""
    symmetric = all(isinstance(p, int) for p in per_axis(padding, rank))
    module = TRANSPOSED[rank](
        shape[1], out_channels, tuple(per_axis(kernel_size, rank)),
        padding=tuple(per_axis(padding, rank)) if symmetric else 0,
        **{k: tuple(v) if isinstance(v, list) else v for k, v in attributes.items()})

    def crop(x):
        for axis, (begin, end) in enumerate(padding, start=2):
            x = x.narrow(axis, begin, x.shape[axis] - begin - end)
        return x

    operator = f"conv_transpose{rank}d"
    text = layer(operator, out_channels=out_channels, kernel_size=kernel_size,
                 padding=None if padding == 0 else padding, **attributes)
    record(operator, case, text, Single(module, after=None if symmetric else crop), {"input": shape})


def one_dimension():
    def case(name, shape, out_channels, kernel_size, **attributes):
        convolution(1, name, shape, out_channels=out_channels, kernel_size=kernel_size, **attributes)

    case("kernel_3", (2, 3, 9), 4, 3)
    case("kernel_1", (2, 3, 9), 5, 1)
    case("even_kernel", (2, 3, 10), 4, 4)
    case("no_bias", (1, 5, 8), 3, 3, bias=False)
    case("stride", (2, 3, 11), 4, 3, stride=2)
    case("stride_floor", (2, 3, 12), 4, 3, stride=2, rounding="floor")
    case("stride_ceil", (2, 3, 12), 4, 3, stride=2, rounding="ceil")
    case("stride_above_kernel", (2, 3, 11), 4, 2, stride=3)
    case("padding", (2, 3, 9), 4, 3, padding=1)
    case("padding_asymmetric", (2, 3, 9), 4, 3, padding=[[2, 0]])
    case("padding_slack_floor", (2, 3, 8), 4, 3, stride=2, padding=1, rounding="floor")
    case("dilation", (2, 3, 13), 4, 3, dilation=3)
    case("groups", (2, 6, 9), 4, 3, groups=2)
    case("causal", (2, 3, 9), 4, 3, padding="causal")
    case("causal_stride", (2, 3, 9), 4, 3, padding="causal", stride=2)
    case("causal_dilated", (2, 3, 17), 4, 3, padding="causal", dilation=4)
    case("causal_longer_than_input", (1, 2, 5), 3, 3, padding="causal", dilation=4)
    case("same", (2, 3, 9), 4, 5, padding="same")
    case("same_even_kernel", (2, 3, 9), 4, 4, padding="same")
    case("same_stride", (2, 3, 10), 4, 3, padding="same", stride=3)
    case("same_dilation", (2, 3, 10), 4, 3, padding="same", dilation=2)
    for mode in ["reflect", "replicate", "circular"]:
        case(f"padding_{mode}", (2, 3, 9), 4, 3, padding=2, padding_mode=mode)
        case(f"padding_{mode}_asymmetric", (2, 3, 9), 4, 3, padding=[[1, 2]], padding_mode=mode)
    for length in [15, 16, 17, 33, 64, 65]:
        case(f"length_{length}", (1, 3, length), 5, 3, padding=1)
    case("channels_16_17", (2, 16, 9), 17, 3, padding=1)


def two_dimensions():
    def case(name, shape, out_channels, kernel_size, **attributes):
        convolution(2, name, shape, out_channels=out_channels, kernel_size=kernel_size, **attributes)

    case("kernel_3", (2, 3, 9, 7), 4, 3)
    case("kernel_1", (2, 3, 5, 7), 5, 1)
    case("kernel_1_stride", (2, 3, 9, 7), 5, 1, stride=2)
    case("kernel_per_axis", (2, 3, 9, 10), 4, [1, 4])
    case("kernel_is_input", (3, 3, 5, 4), 6, [5, 4])
    case("kernel_above_input", (2, 3, 3, 3), 4, 5, padding=2)
    case("even_kernel", (2, 3, 8, 6), 4, 2)
    case("even_kernel_stride", (2, 3, 10, 8), 4, 4, stride=2, padding=1)
    case("no_bias", (1, 5, 6, 5), 3, 3, bias=False)
    case("one_channel", (2, 1, 7, 7), 1, 3)
    case("stride", (2, 3, 9, 7), 4, 3, stride=2)
    case("stride_per_axis", (2, 3, 9, 10), 4, 3, stride=[2, 1])
    case("stride_floor", (2, 3, 10, 8), 4, 3, stride=2, rounding="floor")
    case("stride_ceil", (2, 3, 10, 8), 4, 3, stride=2, rounding="ceil")
    case("stride_is_kernel", (2, 3, 8, 6), 4, 2, stride=2)
    case("stride_above_kernel", (2, 3, 8, 11), 4, 2, stride=3)
    case("stride_above_kernel_floor", (2, 3, 10, 9), 4, [1, 2], stride=4, rounding="floor")
    case("padding", (2, 3, 6, 5), 4, 3, padding=1)
    case("padding_per_axis", (2, 3, 8, 8), 4, [5, 3], padding=[2, 1])
    case("padding_asymmetric", (2, 3, 6, 5), 4, 3, padding=[[0, 1], [2, 1]])
    case("padding_asymmetric_stride", (2, 3, 8, 8), 4, 3, padding=[[1, 0], [0, 1]], stride=2)
    case("padding_slack_floor", (2, 3, 8, 8), 4, 3, padding=1, stride=2, rounding="floor")
    case("padding_above_kernel", (1, 2, 4, 5), 3, 3, padding=[4, 3])
    case("valid", (2, 3, 6, 5), 4, 3, padding="valid")
    case("same", (2, 3, 6, 5), 4, 3, padding="same")
    case("same_even_kernel", (2, 3, 6, 5), 4, [4, 2], padding="same")
    case("same_stride", (2, 3, 7, 8), 4, 3, padding="same", stride=2)
    case("same_stride_above_kernel", (2, 3, 7, 8), 4, 2, padding="same", stride=3)
    case("dilation", (2, 3, 9, 7), 4, 3, dilation=2)
    case("dilation_per_axis", (2, 3, 9, 9), 4, 3, dilation=[1, 3], padding=[1, 3])
    case("dilation_stride", (2, 3, 11, 9), 4, 3, dilation=2, stride=2, padding=2)
    case("groups", (2, 6, 6, 5), 4, 3, groups=2)
    case("groups_stride", (2, 6, 7, 9), 9, 3, groups=3, stride=2, padding=1)
    case("groups_are_channels", (2, 5, 6, 7), 5, 3, groups=5, padding=1)
    case("groups_are_channels_twofold", (2, 5, 6, 7), 10, 3, groups=5, padding=1)
    case("groups_of_one_output", (2, 6, 5, 5), 3, 3, groups=3)
    for mode in ["reflect", "replicate", "circular"]:
        case(f"padding_{mode}", (2, 3, 6, 5), 4, 3, padding=[1, 2], padding_mode=mode)
        case(f"padding_{mode}_asymmetric", (2, 3, 6, 5), 4, 3, padding=[[2, 1], [0, 3]], padding_mode=mode)
    case("padding_reflect_stride", (2, 3, 7, 9), 4, 3, padding=1, stride=2, padding_mode="reflect")
    for columns in [15, 16, 17, 33, 64, 65]:
        case(f"columns_{columns}", (1, 3, 4, columns), 5, 3, padding=1)
    case("columns_33_stride", (1, 3, 5, 33), 5, 3, stride=2, padding=1)
    case("columns_65_kernel_1", (1, 5, 3, 65), 17, 1)
    for inputs, outputs in [(1, 16), (5, 17), (16, 16), (17, 1), (17, 33)]:
        case(f"channels_{inputs}_{outputs}", (2, inputs, 5, 4), outputs, 3, padding=1)
    case("channels_65_kernel_1", (1, 65, 3, 5), 31, 1)
    case("long_sum", (1, 33, 5, 7), 17, 3, padding=1)
    case("large_kernel", (1, 3, 13, 12), 4, 7, stride=2, padding=3, rounding="floor")
    case("batch_5", (5, 2, 5, 4), 3, 3)


def three_dimensions():
    def case(name, shape, out_channels, kernel_size, **attributes):
        convolution(3, name, shape, out_channels=out_channels, kernel_size=kernel_size, **attributes)

    case("kernel_3", (2, 3, 5, 4, 5), 4, 3)
    case("kernel_1_stride", (2, 3, 3, 5, 5), 4, 1, stride=2)
    case("kernel_per_axis", (2, 3, 4, 5, 6), 4, [1, 3, 2])
    case("kernel_of_depth", (1, 3, 5, 4, 4), 4, [3, 1, 1], padding=[1, 0, 0], bias=False)
    case("even_kernel", (1, 3, 4, 5, 4), 4, 2)
    case("stride", (2, 3, 5, 7, 5), 4, 3, stride=2)
    case("stride_per_axis", (1, 3, 4, 7, 6), 4, 3, stride=[1, 2, 2], padding=[1, 1, 1], rounding="floor")
    case("stride_floor", (1, 3, 6, 6, 4), 4, 3, stride=2, rounding="floor")
    case("padding", (1, 3, 3, 4, 5), 4, 3, padding=1)
    case("padding_asymmetric", (1, 3, 3, 4, 4), 4, 3, padding=[[0, 1], [2, 0], [1, 1]])
    case("same", (1, 3, 4, 5, 4), 4, [3, 2, 3], padding="same")
    case("dilation", (1, 3, 5, 6, 6), 4, [2, 3, 3], dilation=2)
    case("groups", (2, 4, 3, 4, 4), 6, 3, groups=2, padding=1)
    for mode in ["reflect", "replicate", "circular"]:
        case(f"padding_{mode}", (1, 2, 3, 4, 4), 3, 3, padding=[1, 2, 1], padding_mode=mode)
    case("columns_17", (1, 3, 3, 3, 17), 5, 3, padding=1)
    case("channels_16_17", (1, 16, 2, 3, 3), 17, [1, 3, 3], padding=[0, 1, 1])


def variants():
    pointwise(1, "plain", (2, 3, 9), out_channels=5)
    pointwise(2, "plain", (2, 3, 5, 7), out_channels=5)
    pointwise(2, "no_bias", (2, 17, 4, 4), out_channels=16, bias=False)
    pointwise(2, "stride", (2, 3, 9, 7), out_channels=5, stride=2)
    pointwise(3, "plain", (2, 3, 3, 4, 5), out_channels=5)

    depthwise(1, "plain", (2, 5, 9), kernel_size=3)
    depthwise(1, "causal", (2, 5, 17), kernel_size=3, padding="causal", dilation=2)
    depthwise(1, "length_65", (1, 3, 65), kernel_size=5, padding=2, bias=False)
    depthwise(2, "plain", (2, 5, 6, 7), kernel_size=3)
    depthwise(2, "padding", (2, 5, 6, 7), kernel_size=3, padding=1)
    depthwise(2, "padding_asymmetric", (2, 5, 6, 7), kernel_size=3, padding=[[0, 1], [2, 1]])
    depthwise(2, "stride", (2, 5, 9, 7), kernel_size=3, stride=2, padding=1, bias=False)
    depthwise(2, "stride_floor", (2, 3, 8, 16), kernel_size=3, stride=2, padding=1, rounding="floor")
    depthwise(2, "dilation", (2, 3, 9, 9), kernel_size=3, dilation=2, padding=2)
    depthwise(2, "multiplier", (2, 3, 6, 5), kernel_size=3, multiplier=2)
    depthwise(2, "multiplier_stride", (2, 3, 7, 9), kernel_size=3, multiplier=3, stride=2)
    depthwise(2, "kernel_5", (1, 3, 9, 17), kernel_size=5, padding=2)
    depthwise(2, "even_kernel", (1, 3, 6, 6), kernel_size=[2, 4])
    for columns in [15, 16, 33, 64, 65]:
        depthwise(2, f"columns_{columns}", (1, 3, 4, columns), kernel_size=3, padding=1)
    depthwise(2, "channels_17", (2, 17, 5, 4), kernel_size=3, padding=1)
    depthwise(3, "plain", (2, 3, 4, 5, 4), kernel_size=3)
    depthwise(3, "multiplier", (1, 3, 3, 5, 4), kernel_size=[1, 3, 2], multiplier=2)
    depthwise(3, "padding_stride", (1, 3, 5, 5, 7), kernel_size=3, padding=1, stride=2)

    separable(1, "plain", (2, 3, 9), 5, kernel_size=3)
    separable(1, "causal", (2, 3, 9), 5, kernel_size=3, padding="causal", bias=False)
    separable(2, "plain", (2, 3, 6, 7), 5, kernel_size=3)
    separable(2, "stride", (2, 3, 9, 7), 5, kernel_size=3, stride=2, padding=1)
    separable(2, "dilation_no_bias", (2, 5, 7, 8), 4, kernel_size=3, dilation=2, padding=2, bias=False)


def transposed_convolutions():
    transposed(1, "kernel_3", (2, 3, 5), 4, 3)
    transposed(1, "stride", (2, 3, 5), 4, 3, stride=2)
    transposed(1, "stride_above_kernel", (2, 3, 5), 4, 2, stride=3)
    transposed(1, "stride_padding_output_padding", (2, 3, 5), 4, 3, stride=2, padding=1, output_padding=1)
    transposed(1, "output_padding", (2, 3, 4), 4, 3, stride=3, output_padding=2)
    transposed(1, "dilation", (2, 3, 5), 4, 3, dilation=3)
    transposed(1, "dilation_output_padding", (2, 3, 5), 4, 2, dilation=3, output_padding=2)
    transposed(1, "groups", (2, 4, 5), 6, 3, groups=2)
    transposed(1, "padding_asymmetric", (2, 3, 5), 4, 4, stride=2, padding=[[0, 2]])
    transposed(1, "no_bias", (1, 5, 17), 3, 3, bias=False)
    transposed(2, "kernel_3", (2, 3, 4, 5), 4, 3)
    transposed(2, "kernel_1", (2, 3, 4, 5), 4, 1)
    transposed(2, "kernel_per_axis", (2, 3, 4, 5), 4, [2, 3])
    transposed(2, "stride", (2, 3, 4, 3), 4, 3, stride=2)
    transposed(2, "stride_is_kernel", (2, 3, 4, 3), 4, 2, stride=2)
    transposed(2, "stride_above_kernel", (2, 3, 4, 3), 4, 2, stride=3)
    transposed(2, "stride_per_axis", (2, 3, 4, 3), 4, 3, stride=[1, 3])
    transposed(2, "padding", (2, 3, 4, 5), 4, 3, padding=1)
    transposed(2, "padding_asymmetric", (2, 3, 4, 5), 4, 4, stride=2, padding=[[1, 0], [0, 2]])
    transposed(2, "stride_2_padding_1_kernel_4", (2, 3, 4, 4), 4, 4, stride=2, padding=1, bias=False)
    transposed(2, "output_padding", (2, 3, 4, 3), 4, 3, stride=2, padding=1, output_padding=1)
    transposed(2, "output_padding_without_padding", (2, 3, 4, 3), 4, 3, stride=[2, 3], output_padding=[1, 2])
    transposed(2, "dilation", (2, 3, 4, 3), 4, 3, dilation=2)
    transposed(2, "dilation_per_axis", (2, 3, 4, 3), 4, 3, dilation=[1, 2], stride=[2, 1], padding=[1, 2])
    transposed(2, "groups", (2, 6, 4, 3), 4, 3, groups=2, stride=2)
    transposed(2, "groups_are_channels", (2, 5, 4, 3), 5, 3, groups=5, stride=2, padding=1)
    transposed(2, "no_bias", (2, 3, 3, 3), 4, 3, bias=False)
    transposed(2, "columns_17", (1, 3, 3, 17), 5, 3, padding=1)
    transposed(2, "columns_33_stride", (1, 3, 2, 33), 5, 4, stride=2, padding=1)
    transposed(2, "channels_17_16", (1, 17, 3, 4), 16, 3, padding=1)
    transposed(2, "from_one_pixel", (2, 8, 1, 1), 5, 4)
    transposed(3, "kernel_2", (2, 3, 3, 2, 3), 4, 2)
    transposed(3, "stride", (1, 3, 3, 2, 3), 4, [1, 2, 3], stride=[1, 2, 2])
    transposed(3, "stride_padding_output_padding", (1, 3, 3, 2, 3), 4, 3, stride=2, padding=1, output_padding=1)
    transposed(3, "padding_asymmetric", (1, 3, 3, 3, 3), 4, 3, padding=[[0, 1], [2, 0], [1, 1]])
    transposed(3, "dilation", (1, 2, 3, 3, 3), 3, 2, dilation=2)
    transposed(3, "groups", (1, 4, 2, 3, 3), 4, 3, groups=2, bias=False)


def cases():
    one_dimension()
    two_dimensions()
    three_dimensions()
    variants()
    transposed_convolutions()
