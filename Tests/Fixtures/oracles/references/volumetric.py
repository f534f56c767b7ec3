"""Networks over video and volumes."""

from torch import nn

from .modules import Joined, named


def c3d(num_classes=487, width=64, hidden=4096, cells=16):
    """Tran and others 2014; 16 frames of about 112x112 leave 16 cells of each channel before the linear layers."""
    layers, inputs = {}, 3
    for stage, (suffixes, factor) in enumerate([([""], 1), ([""], 2), ("ab", 4), ("ab", 8), ("ab", 8)], 1):
        for suffix in suffixes:
            layers[f"conv{stage}{suffix}"] = nn.Conv3d(inputs, factor * width, 3, padding=1)
            layers[f"relu{stage}{suffix}"] = nn.ReLU()
            inputs = factor * width
        layers[f"pool{stage}"] = nn.MaxPool3d(
            (1, 2, 2) if stage == 1 else 2, padding=(0, 1, 1) if stage == 5 else 0)
    return named(
        **layers, flatten=nn.Flatten(), fc6=nn.Linear(8 * width * cells, hidden), relu6=nn.ReLU(),
        dropout6=nn.Dropout(), fc7=nn.Linear(hidden, hidden), relu7=nn.ReLU(), dropout7=nn.Dropout(),
        fc8=nn.Linear(hidden, num_classes))


class UNet3d(nn.Module):
    """Çiçek and others 2016, with padded convolutions."""

    def __init__(self, channels=3, classes=3, width=32):
        super().__init__()
        self.down0 = self.double_conv(channels, width, 2 * width)
        for level in range(1, 4):
            wide = width * 2**level
            setattr(self, f"down{level}", named(pool=nn.MaxPool3d(2), conv=self.double_conv(wide, wide, 2 * wide)))
            setattr(self, f"up{level - 1}", Joined(
                nn.ConvTranspose3d(2 * wide, 2 * wide, 2, 2, bias=False), self.double_conv(3 * wide, wide, wide)))
        self.head = nn.Conv3d(2 * width, classes, 1)

    @staticmethod
    def double_conv(inputs, first, second):
        return nn.Sequential(
            nn.Conv3d(inputs, first, 3, padding=1), nn.BatchNorm3d(first, affine=False), nn.ReLU(),
            nn.Conv3d(first, second, 3, padding=1), nn.BatchNorm3d(second, affine=False), nn.ReLU())

    def forward(self, x):
        skips = [self.down0(x)]
        for level in range(1, 4):
            skips.append(getattr(self, f"down{level}")(skips[-1]))
        x = skips.pop()
        for level in reversed(range(3)):
            x = getattr(self, f"up{level}")(x, skips.pop())
        return self.head(x)
