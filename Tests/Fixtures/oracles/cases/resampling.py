"""Enlarging and shrinking by nearest neighbours and by linear interpolation."""

import torch
import torch.nn.functional as F

from .record import Function, layer, record


def case(name, shape, mode="nearest", size=None, scale_factor=None, align_corners=None, **more):
    attributes = {"size": size, "scale_factor": scale_factor, "align_corners": align_corners, **more}
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
    exact_and_area()
    cubic_and_filtered()
    where_frameworks_differ()
    like()
    case("bilinear_columns_65", (1, 5, 2, 65), "bilinear", scale_factor=2)
    case("bilinear_one_axis_kept", (2, 3, 4, 5), "bilinear", size=[4, 9])
    case("bilinear_rows_alone", (2, 3, 4, 17), "bilinear", size=[9, 17])
    case("nearest_same_size", (2, 3, 4, 5), size=[4, 5])


def exact_and_area():
    case("nearest_exact_scale_2", (2, 3, 4, 5), "nearest-exact", scale_factor=2)
    case("nearest_exact_scale_1_5", (2, 3, 5, 7), "nearest-exact", scale_factor=1.5)
    case("nearest_exact_size", (2, 3, 4, 5), "nearest-exact", size=[7, 11])
    case("nearest_exact_smaller", (2, 3, 9, 10), "nearest-exact", size=[4, 7])
    case("nearest_exact_one_axis", (2, 3, 5), "nearest-exact", size=8)
    case("nearest_exact_three_axes", (1, 2, 3, 4, 5), "nearest-exact", size=[2, 7, 5])
    case("area_smaller", (2, 3, 9, 10), "area", size=[4, 5])
    case("area_larger", (2, 3, 4, 5), "area", size=[7, 11])
    case("area_scale_half", (2, 3, 8, 7), "area", scale_factor=0.5)
    case("area_one_axis", (2, 3, 19), "area", size=7)
    case("area_three_axes", (1, 2, 5, 4, 7), "area", size=[3, 4, 2])


def cubic_and_filtered():
    for corners in [None, True]:
        suffix = "_corners" if corners else ""
        for name, mode, antialias in [
            ("bicubic", "bicubic", None), ("bicubic_filtered", "bicubic", True), ("bilinear_filtered", "bilinear", True)
        ]:
            def resized(case_name, shape, **sizes):
                case(f"{name}_{case_name}{suffix}", shape, mode, align_corners=corners, antialias=antialias, **sizes)
            resized("scale_2", (2, 3, 4, 5), scale_factor=2)
            resized("scale_2_3", (1, 2, 5, 7), scale_factor=2.3)
            resized("scale_half", (2, 2, 8, 7), scale_factor=0.5)
            resized("scale_0_3", (1, 2, 11, 10), scale_factor=0.3)
            resized("size", (2, 3, 4, 5), size=[7, 11])
            resized("size_smaller", (2, 2, 9, 13), size=[4, 5])
            resized("one_axis_kept", (1, 2, 5, 6), size=[5, 3])
            resized("from_one_pixel", (2, 3, 1, 2), size=[3, 3])


def where_frameworks_differ():
    """On numbers that count up, so that each choice shows."""
    def ramp(name, count, **attributes):
        record("upsample", f"differs_{name}", layer("upsample", **attributes),
               Function(lambda x: F.interpolate(x, **attributes)), {"input": torch.arange(float(count)).view(1, 1, count)})
    ramp("nearest_is_asymmetric", 4, size=6)
    ramp("nearest_exact_is_half_pixel", 4, size=6, mode="nearest-exact")
    ramp("linear_is_half_pixel", 4, scale_factor=2, mode="linear")
    ramp("scale_as_written", 5, scale_factor=1.5, mode="linear")
    ramp("scale_recomputed", 5, scale_factor=1.5, mode="linear", recompute_scale_factor=True)
    ramp("nearest_scale_as_written", 7, scale_factor=0.6)
    ramp("nearest_scale_recomputed", 7, scale_factor=0.6, recompute_scale_factor=True)
    case("differs_cubic_coefficient", (1, 1, 4, 4), "bicubic", scale_factor=2)
    case("bicubic_recomputed", (2, 2, 5, 7), "bicubic", scale_factor=1.5, recompute_scale_factor=True)


def like():
    """The size of another layer's output, also under the operator's other name."""
    class Like(torch.nn.Module):
        def __init__(self, mode):
            super().__init__()
            self.conv = torch.nn.Conv2d(3, 2, 3, 2)
            self.mode = mode

        def forward(self, x):
            y = self.conv(x)
            return torch.cat([x, F.interpolate(y, size=x.shape[2:], mode=self.mode)], 1)

    for mode in ["nearest", "bilinear"]:
        record("upsample", f"like_{mode}", f"""
- conv2d: {{name: conv, out_channels: 2, kernel_size: 3, stride: 2}}
- interpolate: {{name: large, like: input, mode: {mode}}}
- concat: {{name: layer, from: [input, large]}}
""", Like(mode), {"input": (2, 3, 7, 9)})
