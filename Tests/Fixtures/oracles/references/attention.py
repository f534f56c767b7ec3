"""Networks with attention."""

from collections import OrderedDict

from torch import nn

from .modules import Residual, named


class Excited(nn.Module):
    """What comes in, each channel times a number that is computed from the means of all."""

    def __init__(self, width, reduced):
        super().__init__()
        self.fc1, self.fc2 = nn.Conv2d(width, reduced, 1), nn.Conv2d(reduced, width, 1)

    def forward(self, x):
        means = x.mean((2, 3), keepdim=True)
        return x * self.fc2(nn.functional.silu(self.fc1(means))).sigmoid()


class MobileBlock(nn.Module):
    def __init__(self, inputs, width, stride=1):
        super().__init__()
        wide = 4 * inputs
        self.norm, self.conv1 = nn.BatchNorm2d(inputs), nn.Conv2d(inputs, wide, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(wide)
        self.conv2 = nn.Conv2d(wide, wide, 3, stride, 1, groups=wide, bias=False)
        self.norm2, self.se = nn.BatchNorm2d(wide), Excited(wide, inputs)
        self.conv3 = nn.Conv2d(wide, width, 1)
        self.pool = nn.MaxPool2d(2) if stride != 1 else nn.Identity()
        self.shortcut = nn.Conv2d(inputs, width, 1) if inputs != width else nn.Identity()

    def forward(self, x):
        y = nn.functional.gelu(self.norm1(self.conv1(self.norm(x))))
        y = nn.functional.gelu(self.norm2(self.conv2(y)))
        return self.conv3(self.se(y)) + self.shortcut(self.pool(x))


class TransformerBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1, self.attention = nn.LayerNorm(width), nn.MultiheadAttention(width, heads, batch_first=True)
        self.norm2, self.fc1, self.fc2 = nn.LayerNorm(width), nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        y = self.norm1(x)
        x = x + self.attention(y, y, y, need_weights=False)[0]
        return x + self.fc2(nn.functional.gelu(self.fc1(self.norm2(x))))


class AttentionStage(nn.Module):
    def __init__(self, inputs, width, depth, head_width):
        super().__init__()
        self.pool, self.widen = nn.MaxPool2d(2), nn.Conv2d(inputs, width, 1)
        self.depth = depth
        for i in range(1, depth + 1):
            setattr(self, f"block{i}", TransformerBlock(width, width // head_width))

    def forward(self, x):
        x = self.widen(self.pool(x))
        y = x.flatten(2).transpose(1, 2)
        for i in range(1, self.depth + 1):
            y = getattr(self, f"block{i}")(y)
        return y.transpose(1, 2).reshape(x.shape)


def coatnet_small(num_classes=1000, width=32, head_width=32):
    """Dai and others 2021, without relative positions."""
    return named(
        stem=nn.Sequential(nn.Conv2d(3, width, 3, 2, 1, bias=False), nn.BatchNorm2d(width), nn.GELU(),
                           nn.Conv2d(width, width, 3, 1, 1, bias=False)),
        stage1=nn.Sequential(MobileBlock(width, 2 * width, 2), MobileBlock(2 * width, 2 * width)),
        stage2=nn.Sequential(MobileBlock(2 * width, 4 * width, 2), MobileBlock(4 * width, 4 * width)),
        stage3=AttentionStage(4 * width, 8 * width, 2, head_width),
        stage4=AttentionStage(8 * width, 16 * width, 2, head_width),
        pool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(), norm=nn.LayerNorm(16 * width),
        fc=nn.Linear(16 * width, num_classes))


def convmixer(num_classes=1000, width=768, depth=32, kernel_size=7, patch_size=7):
    """Trockman and Kolter 2022."""
    def normalized(*modules):
        return nn.Sequential(*modules, nn.ReLU(), nn.BatchNorm2d(width))

    def mixed_in_space():
        return nn.Conv2d(width, width, kernel_size, groups=width, padding="same")

    blocks = [
        nn.Sequential(Residual(OrderedDict(fn=normalized(mixed_in_space()))),
                      *normalized(nn.Conv2d(width, width, 1))) for _ in range(depth)]
    return named(
        stem=normalized(nn.Conv2d(3, width, patch_size, patch_size)), blocks=nn.Sequential(*blocks),
        pool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(), head=nn.Linear(width, num_classes))
