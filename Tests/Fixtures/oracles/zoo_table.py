#!/usr/bin/env python3
"""Writes the table of the documentation from the results of the verification: `zoo_table.py`, without arguments."""

from verification import GRADIENT_LIMIT, HERE, OUTPUT_LIMIT, RESULTS, read_rows

PAGE = HERE.parents[2] / "Sources/CNNCKit/CNNCKit.docc/ZooVerification.md"
HEAD = f"""# The zoo against its references

What the networks of `models/` compute, compared with the reference's own module and `state_dict`.

Weights are random, and running statistics and every other parameter are away from their defaults. PyTorch computes in
float64, cnnc in float32. Errors are the largest error over the largest magnitude of a tensor: of the output that differs
most, which may be {OUTPUT_LIMIT:.0e}, and of the gradient that differs most among those of every parameter and input,
which may be {GRADIENT_LIMIT:.0e}. MACs are those that PyTorch's counter finds at the first size for a batch of 1; in
parentheses where it counts something else. A network that is not in the table is not verified.

"""
COLUMNS = ["model", "reference", "parameters", "MACs", "sizes", "error of outputs", "error of gradients", "verified"]


def cells(row):
    macs = f"{row['macs']:,}" if row["macs_compared"] else f"({row['macs']:,})"
    gradients = row.get("gradients")
    return [
        f"`{row['model']}`", row["reference"], f"{row['parameters']:,}", macs,
        "; ".join(one["size"] for one in row["outputs"]), f"{max(one['error'] for one in row['outputs']):.1e}",
        f"{gradients['error']:.1e} at {gradients['size']}" if gradients else "", f"{row['date']}, torch {row['torch']}",
    ]


def main():
    rows = [row for file in RESULTS.glob("*.jsonl") for row in read_rows(file)]
    wrong = [row["model"] for row in rows if row["wrong"]]
    if wrong:
        raise SystemExit(f"these disagree with their reference: {', '.join(wrong)}")
    table = [COLUMNS, ["---"] * len(COLUMNS), *map(cells, sorted(rows, key=lambda row: row["model"]))]
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(HEAD + "".join(f"| {' | '.join(line)} |\n" for line in table))


if __name__ == "__main__":
    main()
