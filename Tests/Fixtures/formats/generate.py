"""Writes the golden files of this folder with numpy and safetensors: python generate.py"""

import os

import numpy as np
import torch
from safetensors.torch import save_file

os.chdir(os.path.dirname(os.path.abspath(__file__)))

# Tests build the same numbers: element i is i - 2, in the given type and shape.
def ramp(shape, dtype):
  return torch.arange(int(np.prod(shape)), dtype=torch.float64).sub(2).reshape(shape).to(dtype)

tensors = {
  "layer.weight": ramp((2, 3), torch.float32),
  "half": ramp((5,), torch.float16),
  "brain": ramp((2, 2), torch.bfloat16),
  "double": ramp((3,), torch.float64),
  "count": torch.tensor(7, dtype=torch.int64),
  "index": ramp((3, 1), torch.int32),
  "bytes": torch.arange(3, dtype=torch.uint8),
  "flags": torch.tensor([True, False]),
  "empty": torch.zeros((0, 4)),
  "a\"\\\u00e9": ramp((1,), torch.float32),
}
save_file(tensors, "types.safetensors", metadata={"format": "pt"})

array = np.arange(6).reshape(2, 3) - 2
for name in ["<f4", ">f4", "<f8", ">f8", "<f2", ">f2", "<i8", ">i8", "<i4", ">i4", "|i1"]:
  np.save(name.translate({60: "l", 62: "b", 124: "n"}) + ".npy", array.astype(name))
np.save("nu1.npy", np.arange(3, dtype="u1"))
np.save("nb1.npy", np.array([True, False]))
np.save("fortran.npy", np.asfortranarray(array.astype("<f4")))
np.save("scalar.npy", np.float32(3.5))
np.save("empty.npy", np.zeros((0, 4), "<f4"))
np.save("object.npy", np.array([None, "x"], dtype=object))
np.save("record.npy", np.zeros(2, dtype=[("x", "<f4")]))
np.save("complex.npy", np.zeros(2, dtype="<c8"))
for version in [(2, 0), (3, 0)]:
  with open(f"version{version[0]}.npy", "wb") as file:
    np.lib.format.write_array(file, array.astype("<f4"), version=version)
pair = {"image": array.astype("<f4"), "mask": np.arange(3, dtype="<i8")}
np.savez("stored.npz", **pair)
np.savez_compressed("deflated.npz", **pair)
