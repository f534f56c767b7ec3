"""PyTorch twins of the models in `models/`: torchvision's own where it has them, and narrow variants of these."""

from collections import OrderedDict

import torch
from torch import nn
from torchvision.models import MobileNetV2
from torchvision.models.resnet import BasicBlock, ResNet
from torchvision.models.video.resnet import BasicBlock as VideoBlock
from torchvision.models.video.resnet import BasicStem, Conv3DSimple, VideoResNet


class NarrowResNet(ResNet):
    """torchvision's ResNet-18 with `width` channels after the stem instead of 64."""

    def __init__(self, width=64, num_classes=1000):
        self.width = width
        super().__init__(BasicBlock, [2, 2, 2, 2], num_classes)
        self.conv1 = nn.Conv2d(3, width, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.fc = nn.Linear(8 * width, num_classes)

    def _make_layer(self, block, planes, blocks, stride=1, dilate=False):
        if planes == 64:
            self.inplanes = self.width
        return super()._make_layer(block, planes * self.width // 64, blocks, stride, dilate)


class NarrowVideoResNet(VideoResNet):
    """torchvision's R3D-18 with `width` channels after the stem instead of 64."""

    def __init__(self, width=64, num_classes=400):
        self.width = width
        super().__init__(VideoBlock, [Conv3DSimple] * 4, [2, 2, 2, 2], BasicStem, num_classes)
        self.stem[0] = nn.Conv3d(3, width, (3, 7, 7), (1, 2, 2), (1, 3, 3), bias=False)
        self.stem[1] = nn.BatchNorm3d(width)
        self.fc = nn.Linear(8 * width, num_classes)

    def _make_layer(self, block, conv_builder, planes, blocks, stride=1):
        if planes == 64:
            self.inplanes = self.width
        return super()._make_layer(block, conv_builder, planes * self.width // 64, blocks, stride)


class NarrowMobileNetV2(MobileNetV2):
    """torchvision's MobileNetV2 with another number of channels before the classifier than 1280."""

    def __init__(self, width_mult=1.0, last_channels=1280, num_classes=1000):
        super().__init__(num_classes, width_mult)
        if last_channels != 1280:
            before = self.features[-1][0].in_channels
            self.features[-1][0] = nn.Conv2d(before, last_channels, 1, bias=False)
            self.features[-1][1] = nn.BatchNorm2d(last_channels)
            self.classifier[1] = nn.Linear(last_channels, num_classes)


class LeNet5(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, x):
        for conv in [self.conv1, self.conv2]:
            x = nn.functional.avg_pool2d(conv(x).tanh(), 2)
        return self.fc3(self.fc2(self.fc1(x.flatten(1)).tanh()).tanh())


class UNet(nn.Module):
    def __init__(self, width=64, classes=2):
        super().__init__()
        self.down0 = double_conv(3, width)
        for level in range(1, 5):
            wide = width * 2**level
            setattr(self, f"down{level}", named(pool=nn.MaxPool2d(2), conv=double_conv(wide // 2, wide)))
            setattr(self, f"up{level - 1}", named(
                enlarge=nn.ConvTranspose2d(wide, wide // 2, 2, 2), conv=double_conv(wide, wide // 2)))
        self.head = nn.Conv2d(width, classes, 1)

    def forward(self, x):
        skips = [self.down0(x)]
        for level in range(1, 5):
            skips.append(getattr(self, f"down{level}")(skips[-1]))
        x = skips.pop()
        for level in reversed(range(4)):
            up = getattr(self, f"up{level}")
            x = up.conv(torch.cat([skips.pop(), up.enlarge(x)], 1))
        return self.head(x)


class TemporalBlock(nn.Module):
    def __init__(self, features, width, dilation):
        super().__init__()
        self.conv1 = nn.Conv1d(features, width, 3, dilation=dilation)
        self.conv2 = nn.Conv1d(width, width, 3, dilation=dilation)
        self.downsample = nn.Conv1d(features, width, 1) if features != width else None
        self.past = 2 * dilation

    def forward(self, x):
        y = x
        for conv in [self.conv1, self.conv2]:
            y = conv(nn.functional.pad(y, (self.past, 0))).relu()
        return (y + (self.downsample(x) if self.downsample else x)).relu()


def named(**modules):
    return nn.Sequential(OrderedDict(modules))


def double_conv(inputs, width):
    return nn.Sequential(
        nn.Conv2d(inputs, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU(),
        nn.Conv2d(width, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU())


def dcgan_generator(width=64, channels=3, latent=100):
    layers, inputs = [], latent
    for factor in [8, 4, 2, 1]:
        stride, padding = (1, 0) if factor == 8 else (2, 1)
        layers += [nn.ConvTranspose2d(inputs, factor * width, 4, stride, padding, bias=False),
                   nn.BatchNorm2d(factor * width), nn.ReLU()]
        inputs = factor * width
    layers += [nn.ConvTranspose2d(inputs, channels, 4, 2, 1, bias=False), nn.Tanh()]
    return named(main=nn.Sequential(*layers))


def tcn(features=1, width=32, classes=10):
    blocks = [TemporalBlock(features if i == 0 else width, width, 2**i) for i in range(6)]
    return named(network=nn.Sequential(*blocks), head=nn.Conv1d(width, classes, 1))


def digits(width=16):
    return named(
        conv1=nn.Conv2d(1, width, 3, padding=1, bias=False), bn1=nn.BatchNorm2d(width), relu1=nn.ReLU(),
        conv2=nn.Conv2d(width, width, 3, padding=1, bias=False), bn2=nn.BatchNorm2d(width), relu2=nn.ReLU(),
        pool1=nn.MaxPool2d(2),
        conv3=nn.Conv2d(width, 2 * width, 3, padding=1, bias=False), bn3=nn.BatchNorm2d(2 * width), relu3=nn.ReLU(),
        pool2=nn.MaxPool2d(2), flatten=nn.Flatten(), fc=nn.Linear(8 * width, 10))


# Each model with the shape of one input.
MODELS = {
    "lenet5": (LeNet5, (1, 1, 28, 28)),
    "resnet18": (NarrowResNet, (1, 3, 224, 224)),
    "mobilenet_v2": (NarrowMobileNetV2, (1, 3, 224, 224)),
    "r3d_18": (NarrowVideoResNet, (1, 3, 16, 112, 112)),
    "unet": (UNet, (1, 3, 256, 256)),
    "dcgan_generator": (dcgan_generator, (1, 100, 1, 1)),
    "tcn": (tcn, (1, 1, 256)),
    "digits": (digits, (1, 1, 8, 8)),
}


def multiply_accumulates(module, x):
    """Counted layer by layer while it runs: every output of a convolution, every input of a transposed one."""
    total = 0

    def count(layer, inputs, output):
        nonlocal total
        if isinstance(layer, nn.Linear):
            total += output.numel() * layer.in_features
        elif getattr(layer, "transposed", False):
            total += inputs[0].numel() * layer.weight[0].numel()
        elif hasattr(layer, "kernel_size") and hasattr(layer, "weight"):
            total += output.numel() * layer.weight[0].numel()

    handles = [layer.register_forward_hook(count) for layer in module.modules()]
    with torch.no_grad():
        module.eval()(x)
    for handle in handles:
        handle.remove()
    return total
