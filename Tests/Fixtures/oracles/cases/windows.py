"""How cnnc's padding is written with PyTorch's: pairs per axis, `same`, `causal` and rounding up."""

import math

import torch.nn.functional as F


def per_axis(value, rank):
    return list(value) if isinstance(value, (list, tuple)) else [value] * rank


def pad_pairs(attributes, sizes):
    """`[begin, end]` for each spatial axis."""
    rank = len(sizes)
    kernels = per_axis(attributes["kernel_size"], rank)
    strides = per_axis(attributes.get("stride", 1), rank)
    dilations = per_axis(attributes.get("dilation", 1), rank)
    spans = [d * (k - 1) + 1 for k, d in zip(kernels, dilations)]
    padding = attributes.get("padding", 0)
    if padding == "valid":
        return [[0, 0]] * rank
    if padding == "causal":
        return [[span - 1, 0] for span in spans]
    if padding == "same":
        return [split_same(size, span, stride) for size, span, stride in zip(sizes, spans, strides)]
    pairs = [list(pair) if isinstance(pair, (list, tuple)) else [pair, pair] for pair in per_axis(padding, rank)]
    if attributes.get("rounding") == "ceil":
        pairs = [
            [begin, end + overhang(size, begin, end, span, stride)]
            for (begin, end), size, span, stride in zip(pairs, sizes, spans, strides)
        ]
    return pairs


def split_same(size, span, stride):
    """SAME_UPPER: as many outputs as strides fit, the odd cell at the end."""
    total = max((math.ceil(size / stride) - 1) * stride + span - size, 0)
    return [total // 2, total - total // 2]


def overhang(size, begin, end, span, stride):
    """The zeros that rounding up adds: the last window must start inside the input or the begin padding."""
    count = math.ceil((size + begin + end - span) / stride) + 1
    if (count - 1) * stride >= size + begin:
        count -= 1
    return max((count - 1) * stride + span - size - begin - end, 0)


def pad(x, pairs, mode="constant", value=0.0):
    flat = [side for pair in reversed(pairs) for side in pair]
    return F.pad(x, flat, mode=mode, value=value if mode == "constant" else None)


def assert_rounding_is_written(case, attributes, sizes):
    """Leftover rows or columns need `rounding`, since cnnc's default is exact."""
    rank = len(sizes)
    kernels, strides, dilations = (
        per_axis(attributes.get(key, 1), rank) for key in ["kernel_size", "stride", "dilation"])
    pairs = pad_pairs(attributes | {"rounding": "exact"}, sizes)
    leftover = [
        (size + begin + end - d * (k - 1) - 1) % s
        for size, (begin, end), k, s, d in zip(sizes, pairs, kernels, strides, dilations)
    ]
    written = attributes.get("rounding") in ("floor", "ceil") or attributes.get("ceil_mode")
    assert written or not any(leftover), f"{case} leaves {leftover} over"
