"""The files that runtimes load, made once and kept in a folder."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable

import numpy
import torch
from safetensors.torch import save_file

from .networks import Network


class Artefacts:
    """The files of one network at one batch size, each made where it is first asked for."""

    def __init__(self, cache: pathlib.Path, network: Network, batch: int):
        self.network, self.batch = network, batch
        self.folder = cache / network.key
        self.folder.mkdir(parents=True, exist_ok=True)

    def weights(self) -> pathlib.Path:
        """The state_dict under its own names."""
        return self.made("weights.safetensors", lambda file: save_file(
            {name: x.contiguous() for name, x in self.network.weighted().state_dict().items()}, file))

    def input(self) -> pathlib.Path:
        return self.made(f"input-{self.batch}.npy",
                         lambda file: numpy.save(file, self.network.input(self.batch).numpy()))

    def expected(self) -> pathlib.Path:
        """PyTorch's outputs, in their order, as the arrays of an .npz file."""
        return self.made(f"expected-{self.batch}.npz",
                         lambda file: numpy.savez(file, *(y.numpy() for y in self.computed())))

    def computed(self) -> tuple[torch.Tensor, ...]:
        with torch.inference_mode():
            return self.module()(self.network.input(self.batch))

    def module(self) -> torch.nn.Module:
        return self.network.module(self.weights())

    def torchscript(self) -> pathlib.Path:
        """The traced module, for every batch size."""
        return self.made("model.pt", lambda file: self.traced().save(str(file)))

    def traced(self) -> torch.jit.ScriptModule:
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            return torch.jit.trace(self.module(), self.network.input(1))

    def onnx(self) -> pathlib.Path:
        """The graph with this batch size."""
        return self.made(f"model-{self.batch}.onnx", self.export)

    def export(self, file: pathlib.Path) -> None:
        outputs = [f"output{i}" for i in range(len(self.network.outputs))]
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            torch.onnx.export(self.module(), (self.network.input(self.batch),), str(file), dynamo=False,
                              input_names=["input"], output_names=outputs)

    def mnn(self) -> pathlib.Path:
        """The graph with this batch size, its weights in a file beside it: within it, 500 MB of them become zeros."""
        return self.made(f"mnn-{self.batch}", self.export_mnn) / "model.mnn"

    def export_mnn(self, folder: pathlib.Path) -> None:
        folder.mkdir()
        tool("mnnconvert", "-f", "ONNX", "--modelFile", self.onnx(), "--MNNModel", folder / "model.mnn", "--bizCode",
             "benchmark", "--saveExternalData")

    def ncnn(self) -> pathlib.Path:
        """The folder with `model.ncnn.param` and `model.ncnn.bin`, for one image: ncnn has no batches."""
        return self.made("ncnn", self.export_ncnn)

    def export_ncnn(self, folder: pathlib.Path) -> None:
        folder.mkdir()
        source = folder / "model.pt"
        shutil.copy(self.torchscript(), source)
        shape = ",".join(map(str, self.network.input_shape(1)))
        tool("pnnx", source, f"inputshape=[{shape}]", "fp16=0", folder=folder)
        for file in folder.iterdir():
            if ".ncnn." not in file.name:
                file.unlink()

    def made(self, name: str, make: Callable[[pathlib.Path], object]) -> pathlib.Path:
        """The file or folder of this name; one that could not be finished is not left behind."""
        result = self.folder / name
        if not result.exists():
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                draft = pathlib.Path(folder) / name
                make(draft)
                draft.rename(result)
        return result


def tool(name: str, *arguments: object, folder: pathlib.Path | None = None) -> None:
    """Runs a converter that is installed beside the interpreter."""
    command = [str(pathlib.Path(sys.executable).parent / name), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if done.returncode != 0:
        raise RuntimeError(f"{name} exits with {done.returncode}: {(done.stderr or done.stdout).strip()[-300:]}")
