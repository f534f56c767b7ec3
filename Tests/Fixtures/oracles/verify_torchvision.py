#!/usr/bin/env python3
"""Compares the zoo with torchvision: `verify_torchvision.py PATH/TO/cnnc [MODEL...]`."""

from torchvision import models
from torchvision.models import segmentation

from verification import Gradients, Network, Run, images, main

WITHOUT_AUXILIARY = {"aux_logits": False, "init_weights": False}
WITH_AUXILIARY = {"aux_loss": True, "weights_backbone": None}


def classifier(name, size=224, other=161, gradients=None, **arguments):
    return Network(f"classification/{name}", f"torchvision {name}",
                   lambda: getattr(models, name)(weights=None, **arguments), images(size, other), gradients)


def dense(name, **arguments):
    """One image at the default size, and one at another."""
    return Network(f"segmentation/{name}", f"torchvision segmentation.{name}",
                   lambda: getattr(segmentation, name)(weights=None, **arguments),
                   [Run([(1, 3, 520, 520)]), Run([(1, 3, 257, 257)], {"size": 257})])


def gradients(size, build=None, **settings):
    return Gradients([(2, 3, size, size)], {"size": size} | settings, 1000, build)


def narrow_densenet():
    return models.DenseNet(8, (6, 12, 24, 16), 16)


NETWORKS = [
    classifier("alexnet"),
    classifier("vgg11"),
    classifier("vgg16"),
    classifier("vgg16_bn"),
    classifier("resnet18", gradients=gradients(64)),
    classifier("resnet34"),
    classifier("resnet50"),
    classifier("resnet101"),
    classifier("resnext50_32x4d"),
    classifier("wide_resnet50_2"),
    classifier("regnet_y_400mf"),
    classifier("densenet121", gradients=gradients(64, build=narrow_densenet, growth=8, width=16)),
    classifier("squeezenet1_0"),
    classifier("squeezenet1_1"),
    classifier("googlenet", **WITHOUT_AUXILIARY),
    classifier("inception_v3", 299, 203, **WITHOUT_AUXILIARY),
    classifier("mobilenet_v2", gradients=gradients(64, dropout=0.0)),
    classifier("mobilenet_v3_small"),
    classifier("mobilenet_v3_large"),
    classifier("mnasnet1_0"),
    classifier("shufflenet_v2_x1_0"),
    classifier("efficientnet_b0"),
    classifier("efficientnet_v2_s", 384, 193),
    classifier("convnext_tiny"),
    dense("fcn_resnet50", **WITH_AUXILIARY),
    dense("deeplabv3_resnet50", **WITH_AUXILIARY),
    dense("lraspp_mobilenet_v3_large", weights_backbone=None),
]


if __name__ == "__main__":
    main("torchvision", NETWORKS)
