"""Networks over time."""

from torch import nn

from .modules import Causal, named


class GatedBlock(nn.Module):
    """Its output for the next block, None for the last one, and for the sum of all blocks."""

    def __init__(self, width, skip_width, dilation, is_last):
        super().__init__()
        self.filter, self.gate = Causal(width, width, 2, dilation), Causal(width, width, 2, dilation)
        self.skip = nn.Conv1d(width, skip_width, 1)
        self.mix = None if is_last else nn.Conv1d(width, width, 1)

    def forward(self, x):
        gated = self.filter(x).tanh() * self.gate(x).sigmoid()
        return x + self.mix(gated) if self.mix else None, self.skip(gated)


class WaveNet(nn.Module):
    """Van den Oord and others 2016."""

    def __init__(self, levels=256, width=32, skip_width=256, stacks=3, depth=10):
        super().__init__()
        self.start = Causal(levels, width, 2)
        self.count = stacks * depth
        for i in range(self.count):
            setattr(self, f"block{i}", GatedBlock(width, skip_width, 2**(i % depth), i == self.count - 1))
        self.hidden, self.head = nn.Conv1d(skip_width, skip_width, 1), nn.Conv1d(skip_width, levels, 1)

    def forward(self, x):
        x, total = self.start(x), 0
        for i in range(self.count):
            x, skip = getattr(self, f"block{i}")(x)
            total = total + skip
        return self.head(self.hidden(total.relu()).relu())


def m5(num_classes=10, width=128, stride=4):
    """Dai and others 2016."""
    layers = {}
    for i, (inputs, out) in enumerate([(1, width), (width, width), (width, 2 * width), (2 * width, 4 * width)], 1):
        layers[f"conv{i}"] = nn.Conv1d(1, out, 80, stride) if i == 1 else nn.Conv1d(inputs, out, 3, padding=1)
        layers |= {f"bn{i}": nn.BatchNorm1d(out), f"relu{i}": nn.ReLU(), f"pool{i}": nn.MaxPool1d(4)}
    return named(**layers, mean=nn.AdaptiveAvgPool1d(1), flatten=nn.Flatten(), fc1=nn.Linear(4 * width, num_classes))


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


def tcn(features=1, width=32, classes=10):
    blocks = [TemporalBlock(features if i == 0 else width, width, 2**i) for i in range(6)]
    return named(network=nn.Sequential(*blocks), head=nn.Conv1d(width, classes, 1))
