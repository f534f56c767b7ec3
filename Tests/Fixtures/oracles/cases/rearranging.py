"""Operators that reorder, cut, crop and repeat: permute to expand."""

import torch
import torch.nn.functional as F
from torchvision.transforms.v2 import functional as transforms

from .record import Function, layer, record
from .shape import case


def parts(operator, name, shape, function, **attributes):
    """A layer with several outputs, all of which are read."""
    def outputs(x):
        made = function(x)
        return {f"layer.{i}" if len(made) > 1 else "layer": part for i, part in enumerate(made)}
    record(operator, name, layer(operator, **attributes), Function(outputs), {"input": shape})


def one_part(operator, name, shape, function, index, **attributes):
    """Only one of several outputs is read: the gradient of the others is 0."""
    text = layer(operator, name="parts", **attributes) + f"\n- identity: {{name: layer, from: parts.{index}}}"
    record(operator, name, text, Function(lambda x: function(x)[index]), {"input": shape})


def permuted(name, shape, *dims):
    case("permute", name, shape, lambda x: x.permute(dims), dims=dims)


def transposed(name, shape, dim0, dim1):
    case("transpose", name, shape, lambda x: x.transpose(dim0, dim1), dim0=dim0, dim1=dim1)


def split(name, shape, size, dim=None):
    parts("split", name, shape, lambda x: x.split(size, dim or 0), split_size_or_sections=size, dim=dim)


def chunk(name, shape, chunks, dim=None):
    parts("chunk", name, shape, lambda x: x.chunk(chunks, dim or 0), chunks=chunks, dim=dim)


def sliced(name, shape, dim, start=None, end=None, step=None):
    def function(x):
        return x[(slice(None),) * (dim % x.dim()) + (slice(start, end, step),)]
    case("slice", name, shape, function, dim=dim, start=start, end=end, step=step)


def cropped(name, shape, cropping):
    def function(x):
        pairs = cropping if isinstance(cropping, list) else [cropping] * (x.dim() - 2)
        pairs = [pair if isinstance(pair, list) else [pair, pair] for pair in pairs]
        return F.pad(x, [-cells for pair in reversed(pairs) for cells in pair])
    case("crop", name, shape, function, cropping=cropping)


def centered(name, shape, size):
    def function(x):
        if x.dim() == 4:
            return transforms.center_crop(x, size)
        for axis, kept in enumerate(size if isinstance(size, list) else [size] * (x.dim() - 2)):
            x = x.narrow(axis + 2, round((x.shape[axis + 2] - kept) / 2), kept)
        return x
    case("center_crop", name, shape, function, size=size)


def expanded(name, shape, *sizes):
    record("expand", name, layer("expand", sizes=sizes), Function(lambda x: x.expand(sizes)), {"input": shape})


def cases():
    permuted("channels_last", (2, 3, 4, 5), 0, 2, 3, 1)
    permuted("channels_first", (1, 17, 18, 3), 0, 3, 1, 2)
    permuted("reversed", (2, 3, 4, 5), 3, 2, 1, 0)
    permuted("negative", (2, 3, 4, 5), 0, -1, 1, 2)
    permuted("unchanged", (2, 3, 4, 5), 0, 1, 2, 3)
    permuted("sequence_first", (2, 19, 18), 1, 0, 2)
    permuted("wide", (1, 35, 37), 0, 2, 1)
    permuted("five_axes", (2, 3, 2, 5, 4), 0, 3, 1, 4, 2)
    transposed("last_two", (1, 2, 17, 35), 2, 3)
    transposed("negative", (2, 5, 6), -1, 1)
    transposed("channels_and_columns", (2, 3, 4, 5), 1, 3)
    transposed("batch", (3, 4, 5), 0, 1)
    case("squeeze", "middle", (2, 3, 1, 5), lambda x: x.squeeze(2), dim=2)
    case("squeeze", "last", (2, 3, 1), lambda x: x.squeeze(-1), dim=-1)
    case("unsqueeze", "middle", (2, 3, 5), lambda x: x.unsqueeze(1), dim=1)
    case("unsqueeze", "last", (2, 3), lambda x: x.unsqueeze(-1), dim=-1)

    split("channels_even", (2, 6, 3, 4), 3, 1)
    split("channels_rest", (2, 7, 3, 4), 3, 1)
    split("sections", (2, 7, 3, 4), [1, 4, 2], 1)
    split("batch", (5, 3), 2)
    split("last_axis", (2, 3, 17), [16, 1], -1)
    split("whole", (2, 3, 4), 5, 1)
    one_part("split", "second_of_three", (2, 7, 3, 4), lambda x: x.split(3, 1), 1, split_size_or_sections=3, dim=1)
    chunk("channels", (2, 6, 3, 4), 2, 1)
    chunk("uneven", (2, 8, 3), 3, 1)
    chunk("batch", (4, 3), 2)
    chunk("columns", (2, 3, 4, 6), 3, -1)
    one_part("chunk", "first_of_two", (2, 6, 5), lambda x: x.chunk(2, 1), 0, chunks=2, dim=1)

    sliced("channels", (2, 6, 3, 4), 1, 1, 4)
    sliced("to_end", (2, 6, 3, 4), 2, 1)
    sliced("negative", (2, 3, 4, 19), -1, -18, -1)
    sliced("step_2", (1, 2, 4, 37), 3, 1, None, 2)
    sliced("step_3", (2, 10, 5), 1, 0, 10, 3)
    sliced("all", (2, 3, 4), 1)
    sliced("batch", (4, 3), 0, 1, 3)
    cropped("one_number", (2, 3, 5, 6), 1)
    cropped("asymmetric", (2, 3, 7, 20), [[0, 2], [3, 1]])
    cropped("per_axis", (2, 3, 7, 6), [2, 0])
    cropped("one_axis", (2, 3, 19), [[1, 2]])
    cropped("three_axes", (1, 2, 4, 5, 6), [[1, 0], 1, [0, 2]])
    cropped("nothing", (2, 3, 4), 0)
    for removed in range(1, 5):
        centered(f"removes_{removed}", (2, 2, 4 + removed, 9), [4, 9])
    centered("both_axes", (2, 3, 9, 12), 5)
    centered("one_axis", (2, 3, 17), 14)
    centered("three_axes", (1, 2, 4, 5, 6), [3, 2, 1])
    record("center_crop", "like", """
- conv2d: {name: conv, out_channels: 2, kernel_size: 4}
- center_crop: {name: layer, from: input, like: conv}
""", Like(torch.nn.Conv2d(3, 2, 4)), {"input": (2, 3, 9, 8)}, gradients=False)
    record("center_crop", "like_with_gradient", """
- conv2d: {name: conv, out_channels: 2, kernel_size: 4}
- center_crop: {name: small, from: input, like: conv}
- concat: {name: layer, from: [small, conv]}
""", Like(torch.nn.Conv2d(3, 2, 4), joins=True), {"input": (2, 3, 9, 8)}, tolerance=1e-5)

    for groups, channels in [(2, 6), (3, 12), (1, 4), (4, 4)]:
        case("channel_shuffle", f"groups_{groups}_of_{channels}", (2, channels, 3, 5),
             lambda x: F.channel_shuffle(x, groups), groups=groups)
    case("channel_shuffle", "one_axis", (2, 6, 17), lambda x: F.channel_shuffle(x, 3), groups=3)
    case("channel_shuffle", "no_axis", (3, 36),
         lambda x: x.reshape(3, 2, 18).transpose(1, 2).reshape(3, 36), groups=2)
    for factor in [1, 2, 3, 4]:
        case("pixel_shuffle", f"factor_{factor}", (2, 2 * factor ** 2, 3, 5), lambda x: F.pixel_shuffle(x, factor),
             upscale_factor=factor)
        case("pixel_unshuffle", f"factor_{factor}", (2, 2, 3 * factor, 5 * factor),
             lambda x: F.pixel_unshuffle(x, factor), downscale_factor=factor)
    case("pixel_shuffle", "columns_35", (1, 4, 2, 35), lambda x: F.pixel_shuffle(x, 2), upscale_factor=2)
    case("pixel_unshuffle", "columns_70", (1, 1, 4, 70), lambda x: F.pixel_unshuffle(x, 2), downscale_factor=2)
    order = torch.arange(8.0).reshape(1, 8, 1, 1)
    record("pixel_shuffle", "order_is_crd", layer("pixel_shuffle", upscale_factor=2),
           Function(lambda x: F.pixel_shuffle(x, 2)), {"input": order})

    expanded("channels_to_map", (2, 3, 1, 1), -1, -1, 4, 5)
    expanded("columns", (2, 3, 4, 1), 2, 3, 4, 17)
    expanded("rows", (2, 3, 1, 5), -1, -1, 6, -1)
    expanded("batch", (1, 3, 4), 5, 3, 4)
    expanded("new_axes", (3, 1), 2, 4, 3, 5)
    expanded("nothing", (2, 3), -1, 3)


class Like(torch.nn.Module):
    """The input cropped to the size of a convolution of it."""

    def __init__(self, conv, joins=False):
        super().__init__()
        self.conv = conv
        self.joins = joins

    def forward(self, x):
        y = self.conv(x)
        small = transforms.center_crop(x, list(y.shape[2:]))
        return torch.cat([small, y], 1) if self.joins else small
