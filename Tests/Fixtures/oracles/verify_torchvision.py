#!/usr/bin/env python3
"""Compares the zoo with torchvision: `verify_torchvision.py PATH/TO/cnnc [MODEL...]`."""

import torchvision.models as vision

from verification import Gradients, Network, images, main


def classifier(name, size=224, other=161, gradients=None, **arguments):
    constructor = getattr(vision, name)
    return Network(f"classification/{name}", f"torchvision {name}", lambda: constructor(weights=None, **arguments),
                   images(size, other), gradients)


def gradients(size, batch=2, **settings):
    return Gradients([(batch, 3, size, size)], {"size": size} | settings, classes=1000)


NETWORKS = [
    classifier("resnet18", gradients=gradients(64)),
    classifier("mobilenet_v2", gradients=gradients(64, dropout=0.0)),
]


if __name__ == "__main__":
    main("torchvision", NETWORKS)
