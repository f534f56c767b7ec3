"""Enlarging and shrinking by nearest neighbours and by linear interpolation."""

import torch.nn.functional as F

from .record import Function, layer, record


def case(name, shape, mode="nearest", size=None, scale_factor=None, align_corners=None):
    attributes = {"size": size, "scale_factor": scale_factor, "align_corners": align_corners}
    arguments = {key: tuple(value) if isinstance(value, list) else value for key, value in attributes.items()}
    text = layer("upsample", **attributes, mode=None if mode == "nearest" else mode)
    record("upsample", name, text, Function(lambda x: F.interpolate(x, mode=mode, **arguments)), {"input": shape})


def cases():
    case("nearest_scale_2", (2, 3, 4, 5), scale_factor=2)
    case("nearest_scale_per_axis", (2, 3, 4, 5), scale_factor=[3, 2])
    case("nearest_scale_1_5", (2, 3, 4, 6), scale_factor=1.5)
    case("nearest_scale_floors", (2, 3, 5, 7), scale_factor=1.5)
    case("nearest_scale_2_3", (1, 3, 10, 10), scale_factor=2.3)
    case("nearest_scale_half", (2, 3, 8, 6), scale_factor=0.5)
    case("nearest_size", (2, 3, 4, 5), size=[7, 11])
    case("nearest_size_smaller", (2, 3, 9, 10), size=[4, 7])
    case("nearest_size_of_both", (2, 3, 4, 5), size=8)
    case("nearest_columns_33", (1, 17, 2, 33), scale_factor=2)
    case("nearest_one_axis", (2, 3, 5), scale_factor=3)
    case("nearest_three_axes", (1, 3, 2, 3, 4), scale_factor=2)
    case("nearest_three_axes_size", (1, 3, 2, 3, 4), size=[3, 5, 4])

    for corners in [None, True]:
        suffix = "_corners" if corners else ""
        case(f"bilinear_scale_2{suffix}", (2, 3, 4, 5), "bilinear", scale_factor=2, align_corners=corners)
        case(f"bilinear_scale_1_5{suffix}", (2, 3, 4, 6), "bilinear", scale_factor=1.5, align_corners=corners)
        case(f"bilinear_scale_floors{suffix}", (2, 3, 5, 7), "bilinear", scale_factor=1.5, align_corners=corners)
        case(f"bilinear_scale_2_3{suffix}", (1, 3, 10, 7), "bilinear", scale_factor=2.3, align_corners=corners)
        case(f"bilinear_scale_half{suffix}", (2, 3, 8, 6), "bilinear", scale_factor=0.5, align_corners=corners)
        case(f"bilinear_size{suffix}", (2, 3, 4, 5), "bilinear", size=[7, 11], align_corners=corners)
        case(f"bilinear_size_smaller{suffix}", (2, 3, 9, 10), "bilinear", size=[4, 7], align_corners=corners)
        case(f"bilinear_to_one_pixel{suffix}", (2, 3, 4, 5), "bilinear", size=1, align_corners=corners)
        case(f"bilinear_from_one_pixel{suffix}", (2, 3, 1, 1), "bilinear", size=[3, 4], align_corners=corners)
        case(f"linear{suffix}", (2, 3, 5), "linear", scale_factor=3, align_corners=corners)
        case(f"trilinear{suffix}", (1, 3, 2, 3, 4), "trilinear", scale_factor=2, align_corners=corners)
        case(f"trilinear_size{suffix}", (1, 2, 3, 2, 4), "trilinear", size=[5, 4, 3], align_corners=corners)
    case("bilinear_columns_65", (1, 5, 2, 65), "bilinear", scale_factor=2)
