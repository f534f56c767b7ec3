#!/usr/bin/env python3
"""Trains digits.yaml on scikit-learn's handwritten digits and writes its weights and a few held-out images.

1,797 images of 8x8 pixels with values from 0 to 16, divided by 16 here; a stratified quarter is held out and never
trained on. The environment is that of `Tests/Fixtures/oracles/setup.sh`.
"""

import pathlib
import sys

import numpy
import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parents[2] / "Tests/Fixtures/oracles"))
from cases.record import safetensors_bytes  # noqa: E402
from references.basics import digits  # noqa: E402

EPOCHS, BATCH, RATE = 60, 64, 0.01


def shifted(images, generator):
    """Each image moved by up to one pixel, with empty pixels at the border."""
    padded = torch.nn.functional.pad(images, (1, 1, 1, 1))
    offsets = torch.randint(0, 3, (len(images), 2), generator=generator)
    return torch.stack([image[:, y : y + 8, x : x + 8] for image, (y, x) in zip(padded, offsets.tolist())])


def train(images, classes):
    torch.manual_seed(0)
    generator = torch.Generator().manual_seed(0)
    model = digits()
    optimizer = torch.optim.AdamW(model.parameters(), RATE, weight_decay=0.01)
    steps = EPOCHS * (len(images) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        order = torch.randperm(len(images), generator=generator)
        for rows in order[: len(images) // BATCH * BATCH].split(BATCH):
            scores = model(shifted(images[rows], generator))
            loss = torch.nn.functional.cross_entropy(scores, classes[rows], label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model.eval()


def main():
    torch.set_num_threads(1)
    data = load_digits()
    images = torch.tensor(data.images / 16, dtype=torch.float32).unsqueeze(1)
    classes = torch.tensor(data.target)
    kept, held = train_test_split(numpy.arange(len(images)), test_size=0.25, random_state=0, stratify=data.target)
    model = train(images[kept], classes[kept])
    with torch.no_grad():
        scores = model(images[held])
    right = scores.argmax(1) == classes[held]
    print(f"{right.sum()} of {len(held)} held-out images are classified right: {100 * right.float().mean():.2f} %")

    (FOLDER.parent / "digits.safetensors").write_bytes(safetensors_bytes(model.state_dict(), {"format": "pt"}))
    for digit in range(10):
        row = next(row for row, ok in zip(held, right) if ok and classes[row] == digit)
        (FOLDER / f"digit-{digit}.bin").write_bytes(images[row].numpy().astype("<f4").tobytes())


if __name__ == "__main__":
    main()
