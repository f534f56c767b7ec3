"""Networks that say something about every pixel."""

import torch
from torch import nn
from torchvision.models.segmentation.deeplabv3 import ASPP

from .modules import named


def aspp(channels=2048, width=256):
    return ASPP(channels, [12, 24, 36], width)


def units(inputs, widths):
    """Convolutions with normalisation, one for each width."""
    return nn.Sequential(*[
        named(conv=nn.Conv2d(before, width, 3, padding=1), norm=nn.BatchNorm2d(width), relu=nn.ReLU())
        for before, width in zip([inputs, *widths], widths)])


class SegNet(nn.Module):
    """Badrinarayanan and others 2015: the layers of VGG16, and those in reverse behind unpooling."""

    def __init__(self, classes=12, width=64):
        super().__init__()
        stages = [[width] * 2, [2 * width] * 2, [4 * width] * 3, [8 * width] * 3, [8 * width] * 3]
        self.depth = len(stages)
        before = 3
        for stage, widths in enumerate(stages, 1):
            setattr(self, f"encode{stage}", units(before, widths))
            out = widths[-1] if stage == 1 else before
            setattr(self, f"decode{stage}", units(widths[-1], widths[:-1] if stage == 1 else [*widths[:-1], out]))
            before = widths[-1]
        self.head = nn.Conv2d(width, classes, 3, padding=1)

    def forward(self, x):
        places = []
        for stage in range(1, self.depth + 1):
            x, indices = nn.functional.max_pool2d(getattr(self, f"encode{stage}")(x), 2, return_indices=True)
            places.append(indices)
        for stage in range(self.depth, 0, -1):
            x = getattr(self, f"decode{stage}")(nn.functional.max_unpool2d(x, places.pop(), 2))
        return self.head(x)


def double_conv(inputs, width):
    return nn.Sequential(
        nn.Conv2d(inputs, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU(),
        nn.Conv2d(width, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU())


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
