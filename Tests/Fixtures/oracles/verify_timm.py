#!/usr/bin/env python3
"""Compares the zoo with timm: `verify_timm.py PATH/TO/cnnc [MODEL...]`."""

import timm
import torch
from timm.models.hrnet import HighResolutionNet, cfg_cls
from torch import nn

from verification import Network, images, main


class SegmentationHRNet(HighResolutionNet):
    """timm's HRNet-W18 (small) before classification, with the head for segmentation of its paper."""

    def __init__(self, classes=19):
        super().__init__(cfg_cls["hrnet_w18_small"])
        for name in ["incre_modules", "downsamp_modules", "final_layer", "classifier"]:
            delattr(self, name)
        width = 15 * 16
        self.last_layer = nn.Sequential(nn.Conv2d(width, width, 1), nn.BatchNorm2d(width), nn.ReLU(),
                                        nn.Conv2d(width, classes, 1))

    def forward(self, x):
        x = self.act2(self.bn2(self.conv2(self.act1(self.bn1(self.conv1(x))))))
        first, *others = self.stages(x)
        larger = [nn.functional.interpolate(y, first.shape[2:], mode="bilinear") for y in others]
        return self.last_layer(torch.cat([first, *larger], 1))


def of_timm(model, other, name=None, **arguments):
    name = name or model.split("/")[1]
    return Network(model, f"timm {name}", lambda: timm.create_model(name, **arguments), images(224, other))


NETWORKS = [
    of_timm("attention/cbam_resnet18", 161, "resnet18", block_args={"attn_layer": "cbam"}),
    of_timm("attention/convmixer_768_32", 161),
    of_timm("attention/seresnet18", 161),
    of_timm("attention/seresnet50", 161),
    Network("segmentation/hrnet_w18_small", "timm hrnet_w18_small and a head", SegmentationHRNet, images(256, 160)),
]


if __name__ == "__main__":
    main("timm", NETWORKS)
