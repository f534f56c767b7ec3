"""The networks that are timed, each a model file and the PyTorch module that its weights come from."""

import pathlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import torch
from safetensors.torch import load_file
from torch import nn

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
SEED = 0

sys.path.insert(0, str(ROOT / "Tests" / "Fixtures" / "oracles"))

from references import generative, segmentation, sequence  # noqa: E402
from torchvision import models  # noqa: E402
from torchvision.models import segmentation as torchvision_segmentation  # noqa: E402
from torchvision.models import video  # noqa: E402
from verification import calibrated, randomized  # noqa: E402


@dataclass(frozen=True)
class Network:
    """A model file below `models/`, without the suffix, and the module that computes the same.

    `shape` is that of the input without its batch; a name in it stands for its value in `settings`, which are also the
    params that the model file is given.
    """

    model: str
    build: Callable[[], nn.Module]
    shape: tuple[int | str, ...] = (3, "size", "size")
    settings: dict[str, int] = field(default_factory=lambda: {"size": 224})
    outputs: tuple[str, ...] = ("output",)

    @property
    def name(self) -> str:
        return self.model.split("/")[-1]

    @property
    def key(self) -> str:
        """A name that differs where the settings do."""
        return "-".join([self.name, *(f"{name}{value}" for name, value in self.settings.items())])

    @property
    def file(self) -> pathlib.Path:
        return MODELS / f"{self.model}.yaml"

    def sized(self, size: int | None) -> "Network":
        """The network on images of another size, where it has images."""
        if size is None or "size" not in self.settings:
            return self
        return replace(self, settings=self.settings | {"size": size})

    def input_shape(self, batch: int) -> tuple[int, ...]:
        return batch, *(self.settings[one] if isinstance(one, str) else one for one in self.shape)

    def input(self, batch: int) -> torch.Tensor:
        return torch.randn(self.input_shape(batch), generator=torch.Generator().manual_seed(SEED))

    def weighted(self) -> nn.Module:
        """The module with random weights of unit gain, and with statistics that fit what batch norms see."""
        torch.manual_seed(SEED)
        module = randomized(self.build())
        return calibrated(module, [torch.randn(self.input_shape(2))]).eval()

    def module(self, weights: pathlib.Path | str) -> nn.Module:
        """The module with the weights of a file; it returns a tuple of its outputs."""
        module = self.build().eval()
        module.load_state_dict(load_file(weights))
        return Listed(module, self.outputs)


class Listed(nn.Module):
    """A module that returns a tuple of its outputs in the order of these names."""

    def __init__(self, module: nn.Module, names: tuple[str, ...]):
        super().__init__()
        self.module, self.names = module, names

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        y = self.module(x)
        return tuple(y[name] for name in self.names) if isinstance(y, dict) else (y,)


def classifier(name: str, **arguments: object) -> Network:
    return Network(f"classification/{name}", lambda: getattr(models, name)(weights=None, **arguments))


def deeplab() -> nn.Module:
    return torchvision_segmentation.deeplabv3_resnet50(weights=None, weights_backbone=None, aux_loss=True)


MAIN = [classifier(name) for name in
        ["resnet50", "resnet18", "vgg16", "mobilenet_v2", "squeezenet1_1", "densenet121"]]
OTHERS = [
    classifier("efficientnet_b0"),
    classifier("shufflenet_v2_x1_0"),
    classifier("googlenet", aux_logits=False, init_weights=False),
    classifier("alexnet"),
    classifier("convnext_tiny"),
    Network("segmentation/unet", segmentation.UNet, settings={"size": 512}),
    Network("segmentation/deeplabv3_resnet50", deeplab, settings={"size": 520}, outputs=("out", "aux")),
    Network("generative/dcgan_generator", generative.dcgan_generator, (100, 1, 1), {}),
    Network("sequence/wavenet", sequence.WaveNet, (256, "steps"), {"steps": 16000}),
    Network("volumetric/r3d_18", lambda: video.r3d_18(weights=None), (3, "frames", "size", "size"),
            {"frames": 16, "size": 112}),
]
NETWORKS = {network.name: network for network in MAIN + OTHERS}
GROUPS = {"main": [one.name for one in MAIN], "others": [one.name for one in OTHERS], "all": list(NETWORKS)}
