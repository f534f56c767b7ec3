"""Batch normalisation over no to three spatial axes, with running and with batch statistics."""

import torch
from torch import nn

from .record import Single, layer, record

BATCH_NORM = {2: nn.BatchNorm1d, 3: nn.BatchNorm1d, 4: nn.BatchNorm2d, 5: nn.BatchNorm3d}


def case(name, inputs, mode="both", **attributes):
    shape = inputs if isinstance(inputs, tuple) else inputs.shape
    written = {key: "null" if value is None else value for key, value in attributes.items()}
    for chosen in ["inference", "training"] if mode == "both" else [mode]:
        module = Single(BATCH_NORM[len(shape)](shape[1], **attributes))
        record("batch_norm", f"{name}_{chosen}", layer("batch_norm", **written), module, {"input": inputs}, mode=chosen)


def cases():
    case("two_axes", (5, 4))
    case("three_axes", (3, 4, 5))
    case("four_axes", (2, 3, 4, 5))
    case("five_axes", (2, 3, 2, 3, 4))
    case("not_affine", (2, 3, 4, 5), affine=False)
    case("eps", (2, 3, 4, 5), eps=0.1)
    case("momentum", (2, 3, 4, 5), "training", momentum=0.25)
    case("momentum_1", (2, 3, 4, 5), "training", momentum=1.0)
    case("momentum_null", (2, 3, 4, 5), "training", momentum=None)
    case("no_running_statistics", (2, 3, 4, 5), track_running_stats=False)
    case("channels_17", (2, 17, 3, 3))
    case("columns_65", (1, 3, 2, 65))
    case("one_row", (1, 5, 3, 3))
    generator = torch.Generator().manual_seed(1)
    case("large_mean", 100 + torch.randn((3, 2, 4, 4), generator=generator), "training")
