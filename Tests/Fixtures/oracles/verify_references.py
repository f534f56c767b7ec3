#!/usr/bin/env python3
"""Compares the zoo with the modules of `references/` and torchvision's video networks: `verify_references.py CNNC`."""

from torchvision.models import video

from references import attention, basics, detection, generative, segmentation, sequence, volumetric
from verification import Gradients, Network, Run, images, main


def of_paper(model, build, runs, gradients=None, reference="its paper", **options):
    return Network(model, reference, build, runs, gradients, **options)


def of_video(name, gradients=None):
    runs = [Run([(1, 3, 16, 112, 112)]), Run([(2, 3, 9, 63, 63)], {"frames": 9, "size": 63})]
    return Network(f"volumetric/{name}", f"torchvision {name}", lambda: getattr(video, name)(weights=None), runs,
                   gradients)


NETWORKS = [
    of_paper("attention/coatnet_small", attention.coatnet_small, images(224, 160),
             Gradients([(2, 3, 32, 32)], {"size": 32}, classes=1000)),
    of_paper("basics/digits", basics.digits, [Run([(16, 1, 8, 8)]), Run([(1, 1, 8, 8)])],
             Gradients([(16, 1, 8, 8)], classes=10)),
    of_paper("basics/lenet5", basics.LeNet5, [Run([(4, 1, 28, 28)]), Run([(1, 1, 28, 28)])],
             Gradients([(4, 1, 28, 28)], classes=10)),
    of_paper("basics/linear_regression", basics.linear_regression,
             [Run([(5, 13)]), Run([(3, 13)])], Gradients([(5, 13)])),
    of_paper("basics/two_convolutions", basics.two_convolutions,
             [Run([(3, 1, 4, 4)]), Run([(1, 1, 4, 4)])], Gradients([(3, 1, 4, 4)])),
    of_paper("segmentation/aspp", segmentation.aspp, [Run([(1, 2048, 28, 28)]), Run([(2, 2048, 21, 21)], {"size": 21})],
             reference="torchvision ASPP"),
    of_paper("segmentation/segnet", segmentation.SegNet,
             [Run([(1, 3, 224, 224)]), Run([(2, 3, 96, 96)], {"size": 96})], jumps=True),
    of_paper("segmentation/unet", segmentation.UNet, images(256, 144), Gradients([(2, 3, 32, 32)], {"size": 32})),
    of_paper("detection/ssd300_vgg16", detection.SSD300, images(300, 332), reference="torchvision ssd300_vgg16"),
    of_paper("detection/yolov3_tiny", detection.YOLOv3Tiny, images(416, 352)),
    of_paper("detection/yolov8n", detection.YOLOv8n, images(640, 416)),
    of_paper("generative/dcgan_discriminator", generative.dcgan_discriminator,
             [Run([(2, 3, 64, 64)]), Run([(1, 3, 64, 64)])]),
    of_paper("generative/dcgan_generator", generative.dcgan_generator,
             [Run([(2, 100, 1, 1)]), Run([(1, 100, 1, 1)])]),
    of_paper("generative/espcn", generative.espcn,
             [Run([(2, 1, 85, 85)]), Run([(1, 1, 60, 60)], {"size": 60})]),
    of_paper("generative/pix2pix_unet", generative.Pix2PixUNet, images(256, 512)),
    of_paper("generative/srresnet", generative.SRResNet, images(96, 61)),
    of_paper("sequence/m5", sequence.m5, [Run([(2, 1, 31820)]), Run([(1, 1, 16000)], {"samples": 16000})]),
    of_paper("sequence/tcn", sequence.tcn, [Run([(2, 1, 256)]), Run([(1, 1, 100)], {"steps": 100})]),
    of_paper("sequence/wavenet", sequence.WaveNet, [Run([(1, 256, 4096)]), Run([(2, 256, 1000)], {"steps": 1000})],
             Gradients([(2, 256, 300)], {"steps": 300})),
    of_paper("volumetric/c3d", volumetric.c3d,
             [Run([(1, 3, 16, 112, 112)]), Run([(2, 3, 20, 100, 100)], {"frames": 20, "size": 100})]),
    of_video("r2plus1d_18"),
    of_video("r3d_18", Gradients([(2, 3, 4, 32, 32)], {"frames": 4, "size": 32}, classes=400)),
    of_paper("volumetric/unet_3d", volumetric.UNet3d,
             [Run([(1, 3, 16, 64, 64)]), Run([(2, 3, 8, 40, 40)], {"depth": 8, "size": 40})]),
]


if __name__ == "__main__":
    main("references", NETWORKS)
