"""Normalisation by the statistics of a batch, of each sample or position, and of the channels around."""

import torch
from torch import nn

from .record import Single, layer, record

BATCH_NORM = {2: nn.BatchNorm1d, 3: nn.BatchNorm1d, 4: nn.BatchNorm2d, 5: nn.BatchNorm3d}
INSTANCE_NORM = {3: nn.InstanceNorm1d, 4: nn.InstanceNorm2d, 5: nn.InstanceNorm3d}


def by_channel(operator, modules, name, inputs, mode="both", **attributes):
    shape = inputs if isinstance(inputs, tuple) else inputs.shape
    written = {key: "null" if value is None else value for key, value in attributes.items()}
    for chosen in ["inference", "training"] if mode == "both" else [mode]:
        module = Single(modules[len(shape)](shape[1], **attributes))
        record(operator, f"{name}_{chosen}", layer(operator, **written), module, {"input": inputs}, mode=chosen)


def far_from_zero(shape, mean=100):
    generator = torch.Generator().manual_seed(1)
    return mean + torch.randn(shape, generator=generator)


def batch_norm(name, inputs, mode="both", **attributes):
    by_channel("batch_norm", BATCH_NORM, name, inputs, mode, **attributes)


def batch_norms():
    batch_norm("two_axes", (5, 4))
    batch_norm("three_axes", (3, 4, 5))
    batch_norm("four_axes", (2, 3, 4, 5))
    batch_norm("five_axes", (2, 3, 2, 3, 4))
    batch_norm("not_affine", (2, 3, 4, 5), affine=False)
    batch_norm("eps", (2, 3, 4, 5), eps=0.1)
    batch_norm("momentum", (2, 3, 4, 5), "training", momentum=0.25)
    batch_norm("momentum_1", (2, 3, 4, 5), "training", momentum=1.0)
    batch_norm("momentum_null", (2, 3, 4, 5), "training", momentum=None)
    batch_norm("no_running_statistics", (2, 3, 4, 5), track_running_stats=False)
    batch_norm("not_affine_no_running_statistics", (2, 3, 4, 5), affine=False, track_running_stats=False)
    batch_norm("channels_17", (2, 17, 3, 3))
    batch_norm("columns_65", (1, 3, 2, 65))
    batch_norm("one_row", (1, 5, 3, 3))
    batch_norm("large_mean", far_from_zero((3, 2, 4, 4)), "training")


def instance_norm(name, inputs, mode="training", **attributes):
    by_channel("instance_norm", INSTANCE_NORM, name, inputs, mode, **attributes)


def instance_norms():
    instance_norm("three_axes", (2, 3, 5))
    instance_norm("four_axes", (2, 3, 4, 5), "both")
    instance_norm("five_axes", (2, 3, 2, 3, 4))
    instance_norm("affine", (2, 3, 4, 5), affine=True)
    instance_norm("eps", (2, 3, 4, 5), eps=0.1)
    instance_norm("running_statistics", (2, 3, 4, 5), "both", track_running_stats=True)
    instance_norm("affine_running_statistics", (3, 4, 3, 3), "both", affine=True, track_running_stats=True)
    instance_norm("momentum", (2, 3, 4, 5), track_running_stats=True, momentum=0.25)
    instance_norm("momentum_null", (2, 3, 4, 5), track_running_stats=True, momentum=None)
    instance_norm("columns_65", (1, 5, 1, 65), affine=True)


def group_norm(name, inputs, groups, **attributes):
    channels = (inputs if isinstance(inputs, tuple) else inputs.shape)[1]
    module = Single(nn.GroupNorm(groups, channels, **attributes))
    record("group_norm", name, layer("group_norm", num_groups=groups, **attributes), module, {"input": inputs},
           mode="training")


def group_norms():
    group_norm("two_axes", (3, 6), 2)
    group_norm("three_axes", (2, 6, 5), 3)
    group_norm("four_axes", (2, 6, 4, 5), 2)
    group_norm("five_axes", (2, 4, 2, 3, 3), 2)
    group_norm("one_group", (2, 5, 3, 4), 1)
    group_norm("one_group_two_axes", (3, 17), 1)
    group_norm("groups_of_one", (2, 5, 3, 4), 5)
    group_norm("not_affine", (2, 6, 4, 5), 2, affine=False)
    group_norm("eps", (2, 6, 4, 5), 3, eps=0.1)
    group_norm("columns_65", (1, 6, 1, 65), 3)
    group_norm("large_mean", far_from_zero((2, 4, 4, 4), 5), 2)


class Permuted(nn.Module):
    """A normalisation of the last axis, applied to another one."""

    def __init__(self, layer, axis):
        super().__init__()
        self.layer, self.axis = layer, axis

    def forward(self, x):
        return self.layer(x.movedim(self.axis, -1)).movedim(-1, self.axis)


def by_position(operator, make, name, inputs, normalized=None, axis=None, **attributes):
    shape = inputs if isinstance(inputs, tuple) else tuple(inputs.shape)
    sizes = normalized or [shape[-1 if axis is None else axis]]
    module = make(sizes, **attributes)
    written = {"axis": axis, "normalized_shape": normalized, **attributes}
    module = Single(module) if axis is None else Permuted(module, axis)
    record(operator, name, layer(operator, **written), module, {"input": inputs}, mode="training")


def layer_norm(name, inputs, normalized=None, axis=None, **attributes):
    by_position("layer_norm", nn.LayerNorm, name, inputs, normalized, axis, **attributes)


def layer_norms():
    layer_norm("two_axes", (5, 6))
    layer_norm("three_axes", (2, 5, 7))
    layer_norm("four_axes", (2, 3, 4, 17))
    layer_norm("normalized_shape", (2, 3, 4, 5), [4, 5])
    layer_norm("whole_sample", (2, 3, 4, 5), [3, 4, 5])
    layer_norm("not_affine", (2, 3, 7), elementwise_affine=False)
    layer_norm("no_bias", (2, 3, 7), bias=False)
    layer_norm("eps", (3, 9), eps=0.1)
    layer_norm("length_65", (3, 65))
    layer_norm("rows_300", (300, 3))
    layer_norm("large_mean", far_from_zero((4, 33), 5))
    layer_norm("channels_first", (2, 6, 4, 5), axis=1)
    layer_norm("channels_first_length", (2, 6, 7), axis=1)
    layer_norm("channels_first_volume", (2, 5, 2, 3, 4), axis=1)
    layer_norm("channels_first_one_position", (2, 5, 1, 1), axis=1)
    layer_norm("channels_first_columns_149", (1, 3, 149), axis=1)
    layer_norm("channels_first_channels_33", (2, 33, 3, 3), axis=1)
    layer_norm("channels_first_not_affine", (2, 6, 4, 5), axis=1, elementwise_affine=False)
    layer_norm("channels_first_no_bias", (2, 6, 4, 5), axis=1, bias=False)
    layer_norm("channels_first_large_mean", far_from_zero((2, 5, 4, 5), 2), axis=1)
    layer_norm("axis_2", (2, 3, 5, 4), axis=2)


def rms_norm(name, inputs, normalized=None, axis=None, **attributes):
    by_position("rms_norm", nn.RMSNorm, name, inputs, normalized, axis, **attributes)


def rms_norms():
    rms_norm("two_axes", (5, 6))
    rms_norm("four_axes", (2, 3, 4, 17))
    rms_norm("normalized_shape", (2, 3, 4, 5), [4, 5])
    rms_norm("not_affine", (2, 3, 7), elementwise_affine=False)
    rms_norm("eps", (3, 9), eps=0.1)
    rms_norm("length_65", (3, 65))
    rms_norm("channels_first", (2, 6, 4, 5), axis=1)
    rms_norm("channels_first_columns_70", (1, 6, 70), axis=1)


def local_response_norm(name, inputs, size, **attributes):
    module = Single(nn.LocalResponseNorm(size, **attributes))
    record("local_response_norm", name, layer("local_response_norm", size=size, **attributes), module,
           {"input": inputs})


def local_response_norms():
    local_response_norm("defaults", (2, 7, 3, 4), 5)
    local_response_norm("three_axes", (2, 6, 5), 3, alpha=0.5)
    local_response_norm("five_axes", (2, 6, 2, 3, 3), 3, alpha=0.5)
    local_response_norm("alexnet", (2, 17, 3, 4), 5, alpha=0.5, beta=0.75, k=2.0)
    local_response_norm("size_even", (2, 7, 3, 4), 4, alpha=0.5)
    local_response_norm("size_1", (2, 3, 3, 4), 1, alpha=0.5)
    local_response_norm("size_above_channels", (2, 3, 3, 4), 9, alpha=0.5)
    local_response_norm("beta_half", (2, 7, 3, 4), 5, alpha=0.5, beta=0.5)
    local_response_norm("beta_1", (2, 7, 3, 4), 5, alpha=0.5, beta=1.0)
    local_response_norm("beta_three_fifths", (2, 7, 3, 4), 5, alpha=0.5, beta=0.6)
    local_response_norm("columns_149", (1, 4, 149), 3, alpha=0.5)


def cases():
    batch_norms()
    instance_norms()
    group_norms()
    layer_norms()
    rms_norms()
    local_response_norms()
