"""Writes receptive_fields.tsv: what an output position of PyTorch's networks reads of the input, by its gradient.

Every weight is positive, every activation the identity and every maximum pool a mean, so a gradient is zero exactly where
nothing is read. Positions from the middle of the map are probed, where no border cuts the field.
"""
import pathlib

import torch
import torchvision
from references import segmentation
from torch import nn


def make_positive(model):
    for name, module in list(model.named_children()):
        if isinstance(module, nn.MaxPool2d):
            pool = nn.AvgPool2d(module.kernel_size, module.stride, module.padding, module.ceil_mode)
            setattr(model, name, pool)
        elif isinstance(module, (nn.ReLU, nn.ReLU6, nn.BatchNorm2d, nn.Dropout)):
            setattr(model, name, nn.Identity())
        elif isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
            module.weight.data.fill_(1 / module.weight[0].numel())
        else:
            make_positive(module)
    return model


def field(features, size, period):
    """The size of the widest field of a period, its step to the next position, and where that of position 0 begins."""
    image = torch.ones(1, 3, size, size, dtype=torch.float64, requires_grad=True)
    output = features(image)
    middle = output.shape[2] // 2 // period * period
    lows, sizes = [], []
    for position in range(middle, middle + period + 1):
        (gradient,) = torch.autograd.grad(output[0, 0, position, position], image, retain_graph=True)
        rows = torch.nonzero(gradient[0, 0].sum(1)).flatten()
        columns = torch.nonzero(gradient[0, 0].sum(0)).flatten()
        assert torch.equal(rows, columns) and 0 < rows[0] and rows[-1] < size - 1, (rows[0], rows[-1])
        lows.append(int(rows[0]))
        sizes.append(int(rows[-1] - rows[0] + 1))
    step = (lows[-1] - lows[0]) / period
    return max(sizes), step, lows[0] - int(step * middle)


def resnet(depth, count):
    net = make_positive(getattr(torchvision.models, f"resnet{depth}")(weights=None)).double()
    trunk = [net.conv1, net.maxpool, net.layer1, net.layer2, net.layer3, net.layer4]
    return nn.Sequential(*trunk[:count])


def features(name, count):
    return nn.Sequential(*list(make_positive(getattr(torchvision.models, name)(weights=None)).double().features)[:count])


def unet():
    return make_positive(segmentation.UNet(width=2)).double()


PROBES = [
    ("classification/resnet18", "maxpool", resnet(18, 2), 256, 1),
    ("classification/resnet18", "layer2.1.conv2", resnet(18, 4), 512, 1),
    ("classification/resnet18", "layer4.1.conv2", resnet(18, 6), 960, 1),
    ("classification/resnet50", "layer4.2.conv2", resnet(50, 6), 1024, 1),
    ("classification/alexnet", "features.12", features("alexnet", 13), 512, 1),
    ("classification/vgg16", "features.30", features("vgg16", 31), 512, 1),
    ("classification/mobilenet_v2", "features.17.conv.1.0", features("mobilenet_v2", 18), 1024, 1),
    ("segmentation/unet", "head", unet(), 512, 16),
]

lines = ["# model, layer, size, stride and offset of its receptive field along both axes; made by receptive_fields.py"]
for model, layer, module, size, period in PROBES:
    extent, step, offset = field(module, size, period)
    lines.append(f"{model}\t{layer}\t{extent}\t{step:g}\t{offset}")
    print(lines[-1], flush=True)
(pathlib.Path(__file__).parent / "receptive_fields.tsv").write_text("\n".join(lines) + "\n")
