"""Detectors, up to the numbers from which boxes are made."""

import torch
from torch import nn
from torch.nn import functional as F
from torchvision.models.detection import ssd300_vgg16

from .modules import named


class YOLOv3Tiny(nn.Module):
    """Redmon and Farhadi 2018, as in the configuration that came with the paper."""

    def __init__(self, classes=80, anchors=3, width=16):
        super().__init__()
        for i in range(1, 8):
            setattr(self, f"unit{i}", self.unit(width * 2**(i - 2) if i > 1 else 3, width * 2**(i - 1)))
        self.neck = self.unit(64 * width, 16 * width, 1)
        self.coarse_unit = self.unit(16 * width, 32 * width)
        self.coarse = nn.Conv2d(32 * width, anchors * (5 + classes), 1)
        self.lateral = self.unit(16 * width, 8 * width, 1)
        self.fine_unit = self.unit(24 * width, 16 * width)
        self.fine = nn.Conv2d(16 * width, anchors * (5 + classes), 1)

    @staticmethod
    def unit(inputs, width, kernel_size=3):
        return named(conv=nn.Conv2d(inputs, width, kernel_size, padding=kernel_size // 2, bias=False),
                     norm=nn.BatchNorm2d(width), act=nn.LeakyReLU(0.1))

    def forward(self, x):
        for i in range(1, 5):
            x = F.max_pool2d(getattr(self, f"unit{i}")(x), 2)
        skip = self.unit5(x)
        x = self.unit6(F.max_pool2d(skip, 2))
        x = F.max_pool2d(F.pad(x, (0, 1, 0, 1), value=float("-inf")), 2, 1)
        x = self.neck(self.unit7(x))
        fine = torch.cat([F.interpolate(self.lateral(x), scale_factor=2), skip], 1)
        return {"coarse": self.coarse(self.coarse_unit(x)), "fine": self.fine(self.fine_unit(fine))}


def unit(inputs, width, kernel_size=3, stride=1):
    return named(conv=nn.Conv2d(inputs, width, kernel_size, stride, kernel_size // 2, bias=False),
                 norm=nn.BatchNorm2d(width, eps=1e-3, momentum=0.03), act=nn.SiLU())


class Bottleneck(nn.Module):
    def __init__(self, width, shortcut):
        super().__init__()
        self.unit1, self.unit2, self.shortcut = unit(width, width), unit(width, width), shortcut

    def forward(self, x):
        y = self.unit2(self.unit1(x))
        return x + y if self.shortcut else y


class Stage(nn.Module):
    def __init__(self, inputs, width, depth=1, shortcut=True):
        super().__init__()
        self.unit1 = unit(inputs, width, 1)
        for i in range(1, depth + 1):
            setattr(self, f"deep{i}", Bottleneck(width // 2, shortcut))
        self.unit2 = unit((2 + depth) * width // 2, width, 1)
        self.depth = depth

    def forward(self, x):
        parts = list(self.unit1(x).chunk(2, 1))
        for i in range(1, self.depth + 1):
            parts.append(getattr(self, f"deep{i}")(parts[-1]))
        return self.unit2(torch.cat(parts, 1))


class PyramidPool(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.unit1, self.unit2 = unit(width, width // 2, 1), unit(2 * width, width, 1)

    def forward(self, x):
        parts = [self.unit1(x)]
        for _ in range(3):
            parts.append(F.max_pool2d(parts[-1], 5, 1, 2))
        return self.unit2(torch.cat(parts, 1))


class Detect(nn.ModuleDict):
    def __init__(self, inputs, width, classes, bins):
        def branch(width, out):
            return named(unit1=unit(inputs, width), unit2=unit(width, width), conv=nn.Conv2d(width, out, 1))

        super().__init__({"box": branch(max(4 * bins, width), 4 * bins),
                          "class": branch(max(classes, 4 * width), classes)})

    def forward(self, x):
        return torch.cat([self["box"](x), self["class"](x)], 1)


class YOLOv8n(nn.Module):
    """A detector with the stages, widths and heads of YOLOv8n."""

    def __init__(self, classes=80, bins=16, width=16):
        super().__init__()
        w = [width * 2**i for i in range(5)]
        self.stem, self.pool = unit(3, w[0], stride=2), PyramidPool(w[4])
        for i, depth in enumerate([1, 2, 2, 1], 1):
            setattr(self, f"down{i}", unit(w[i - 1], w[i], stride=2))
            setattr(self, f"stage{i}", Stage(w[i], w[i], depth))
        self.up3, self.up2 = Stage(w[4] + w[3], w[3], shortcut=False), Stage(w[3] + w[2], w[2], shortcut=False)
        self.reduced3, self.out3 = unit(w[2], w[2], stride=2), Stage(w[2] + w[3], w[3], shortcut=False)
        self.reduced4, self.out4 = unit(w[3], w[3], stride=2), Stage(w[3] + w[4], w[4], shortcut=False)
        for name, inputs in {"fine": w[2], "medium": w[3], "coarse": w[4]}.items():
            setattr(self, name, Detect(inputs, width, classes, bins))

    def forward(self, x):
        stages = [self.stem(x)]
        for i in range(1, 5):
            stages.append(getattr(self, f"stage{i}")(getattr(self, f"down{i}")(stages[-1])))
        pool = self.pool(stages[4])
        up3 = self.up3(torch.cat([F.interpolate(pool, scale_factor=2), stages[3]], 1))
        up2 = self.up2(torch.cat([F.interpolate(up3, scale_factor=2), stages[2]], 1))
        out3 = self.out3(torch.cat([self.reduced3(up2), up3], 1))
        out4 = self.out4(torch.cat([self.reduced4(out3), pool], 1))
        return {"fine": self.fine(up2), "medium": self.medium(out3), "coarse": self.coarse(out4)}


class SSD300(nn.Module):
    """torchvision's SSD300 between the normalisation of pixels and the boxes."""

    def __init__(self):
        super().__init__()
        whole = ssd300_vgg16(weights=None, weights_backbone=None)
        self.backbone, self.head = whole.backbone, whole.head

    def forward(self, x):
        result = self.head(list(self.backbone(x).values()))
        return {"boxes": result["bbox_regression"], "scores": result["cls_logits"]}
