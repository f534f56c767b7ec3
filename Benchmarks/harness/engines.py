"""The runtimes that cnnc is compared with, each loaded inside a worker process.

Every engine computes in float32 with the number of threads that it is told, and otherwise with its defaults for the
shortest time of one inference. `run` computes into its own memory, `outputs` copies from there.
"""

from __future__ import annotations

import pathlib
from abc import ABC, abstractmethod
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    from .artefacts import Artefacts


@dataclass(frozen=True)
class Job:
    """What a worker does. All of it is plain JSON, so that no runtime's process has to load PyTorch."""

    engine: str
    network: str
    size: int | None
    threads: int
    model: str
    input: str
    outputs: str
    shapes: list[list[int]]


class Engine(ABC):
    """A runtime with one network in it."""

    package: str

    @abstractmethod
    def __init__(self, job: Job, x: numpy.ndarray): ...

    @abstractmethod
    def run(self) -> None: ...

    @abstractmethod
    def outputs(self) -> list[numpy.ndarray]:
        """What the last run computed."""

    @staticmethod
    @abstractmethod
    def prepare(artefacts: Artefacts) -> pathlib.Path:
        """Makes the file that the engine loads."""


class TorchEager(Engine):
    package = "torch"

    def __init__(self, job: Job, x: numpy.ndarray):
        import torch

        torch.set_num_threads(job.threads)
        self.inference_mode = torch.inference_mode
        self.module = self.loaded(job)
        self.x = torch.from_numpy(x)

    def loaded(self, job: Job) -> torch.nn.Module:
        from .networks import NETWORKS

        return NETWORKS[job.network].sized(job.size).module(job.model)

    def run(self) -> None:
        with self.inference_mode():
            self.y = self.module(self.x)

    def outputs(self) -> list[numpy.ndarray]:
        return [y.numpy() for y in self.y]

    @staticmethod
    def prepare(artefacts: Artefacts) -> pathlib.Path:
        return artefacts.weights()


class TorchFrozen(TorchEager):
    """The traced module, frozen and optimised for inference."""

    def loaded(self, job: Job) -> torch.nn.Module:
        import torch

        module = torch.jit.load(job.model).eval()
        return torch.jit.optimize_for_inference(torch.jit.freeze(module))

    @staticmethod
    def prepare(artefacts: Artefacts) -> pathlib.Path:
        return artefacts.torchscript()


class OnnxRuntime(Engine):
    package = "onnxruntime"

    def __init__(self, job: Job, x: numpy.ndarray):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = job.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(job.model, options, ["CPUExecutionProvider"])
        self.x = x

    def run(self) -> None:
        self.y = self.session.run(None, {"input": self.x})

    def outputs(self) -> list[numpy.ndarray]:
        return self.y

    @staticmethod
    def prepare(artefacts: Artefacts) -> pathlib.Path:
        return artefacts.onnx()


class OpenVino(Engine):
    """With float32 asked for and checked: where the processor has bfloat16, that is the default."""

    package = "openvino"

    def __init__(self, job: Job, x: numpy.ndarray):
        import openvino

        settings = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": job.threads, "NUM_STREAMS": 1,
                    "PERFORMANCE_HINT": "LATENCY"}
        model = openvino.Core().compile_model(job.model, "CPU", settings)
        precision = model.get_property("INFERENCE_PRECISION_HINT")
        if precision != openvino.Type.f32:
            raise RuntimeError(f"OpenVINO computes in {precision}")
        self.count = len(model.outputs)
        self.request = model.create_infer_request()
        self.request.set_input_tensor(openvino.Tensor(x))

    def run(self) -> None:
        self.request.infer()

    def outputs(self) -> list[numpy.ndarray]:
        return [self.request.get_output_tensor(i).data.copy() for i in range(self.count)]

    @staticmethod
    def prepare(artefacts: Artefacts) -> pathlib.Path:
        return artefacts.onnx()


class Ncnn(Engine):
    """The images of a batch one after the other, as ncnn has no batches."""

    package = "ncnn"

    def __init__(self, job: Job, x: numpy.ndarray):
        import ncnn

        self.net = ncnn.Net()
        options = self.net.opt
        options.num_threads = job.threads
        options.use_fp16_packed = options.use_fp16_storage = options.use_fp16_arithmetic = False
        options.use_bf16_storage = False
        files = pathlib.Path(job.model) / "model.ncnn.param", pathlib.Path(job.model) / "model.ncnn.bin"
        if self.net.load_param(str(files[0])) or self.net.load_model(str(files[1])):
            raise RuntimeError("ncnn cannot load what pnnx wrote")
        self.inputs = [ncnn.Mat(image).clone() for image in x]
        self.shapes = [(1, *shape[1:]) for shape in job.shapes]

    def run(self) -> None:
        self.y = []
        for x in self.inputs:
            extractor = self.net.create_extractor()
            extractor.input("in0", x)
            self.y.append([extractor.extract(f"out{i}") for i in range(len(self.shapes))])

    def outputs(self) -> list[numpy.ndarray]:
        if any(code for image in self.y for code, _ in image):
            raise RuntimeError("ncnn cannot run what pnnx wrote")
        return [numpy.concatenate([numpy.array(image[i][1]).reshape(shape) for image in self.y])
                for i, shape in enumerate(self.shapes)]

    @staticmethod
    def prepare(artefacts: Artefacts) -> pathlib.Path:
        return artefacts.ncnn()


class Mnn(Engine):
    """With the smaller tiles of Winograd's convolution: with its default, errors of ResNet-50 are above 1e-3."""

    package = "mnn"
    WINOGRAD_MEMORY_LEVEL = 3

    def __init__(self, job: Job, x: numpy.ndarray):
        import MNN

        settings = {"backend": "CPU", "numThread": job.threads, "precision": "high"}
        manager = MNN.nn.create_runtime_manager((settings,))
        manager.set_hint(self.WINOGRAD_MEMORY_LEVEL, 1)
        names = [f"output{i}" for i in range(len(job.shapes))]
        self.module = MNN.nn.load_module_from_file(job.model, ["input"], names, runtime_manager=manager)
        self.x = MNN.expr.placeholder(list(x.shape), MNN.expr.NCHW, MNN.expr.float)
        self.x.write(x)
        self.shapes = job.shapes

    def run(self) -> None:
        # What is not read is not computed.
        self.y = [y.read() for y in self.module.forward([self.x])]

    def outputs(self) -> list[numpy.ndarray]:
        return [numpy.array(y).reshape(shape) for y, shape in zip(self.y, self.shapes)]

    @staticmethod
    def prepare(artefacts: Artefacts) -> pathlib.Path:
        return artefacts.mnn()


ENGINES: dict[str, type[Engine]] = {
    "onnxruntime": OnnxRuntime,
    "openvino": OpenVino,
    "torch-frozen": TorchFrozen,
    "torch-eager": TorchEager,
    "ncnn": Ncnn,
    "mnn": Mnn,
}


def versions(names: list[str]) -> dict[str, str]:
    return {ENGINES[name].package: version(ENGINES[name].package) for name in names}
