"""Results as tables and as a file."""

import datetime
import math
import os
import pathlib
import platform
import re

from .measurement import CNNC, ERROR_LIMIT, RATIOS

Row = dict[str, object]


def machine() -> dict[str, object]:
    """The processor, and what its vectors can do."""
    text = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", text)
    flags = set(re.search(r"flags\s*: (.*)", text).group(1).split())
    vectors = [name for name in ["avx2", "fma", "avx512f", "avx512_vnni", "avx512_bf16"] if name in flags]
    return {"processor": model.group(1) if model else platform.machine(), "cores": os.cpu_count(), "vectors": vectors,
            "system": platform.platform(), "load": os.getloadavg()[0],
            "date": datetime.datetime.now().isoformat(timespec="minutes")}


def heading(machine: dict[str, object], versions: dict[str, str]) -> str:
    return (f"{machine['processor']}, {machine['cores']} cores ({', '.join(machine['vectors'])}), {machine['system']}, "
            f"{machine['date']}, load {machine['load']:.1f}  \n" + ", ".join(f"{k} {v}" for k, v in versions.items()))


def geometric_mean(rows: list[Row], ratio: str = "ratio") -> float | None:
    ratios = [row[ratio] for row in rows if row[ratio]]
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else None


def grouped(rows: list[Row]) -> dict[tuple[int, int], list[Row]]:
    """The rows by number of threads and batch size, in the order of their first."""
    groups: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["threads"], row["batch"]), []).append(row)
    return groups


def tables(rows: list[Row], peers: list[str]) -> str:
    """One table for each number of threads and batch size, and what went wrong below it."""
    parts = []
    for (threads, batch), some in grouped(rows).items():
        parts += [f"### Threads: {threads}, batch: {batch}", times(some, peers), *notes(some)]
    return "\n\n".join(parts)


def times(rows: list[Row], peers: list[str]) -> str:
    """Medians and least times; ratios of medians, least and processor times; how scattered and disturbed they are."""
    names = [CNNC, *peers]
    columns = ["median (min) ms", *names, "best / cnnc", "(min)", "(processor)", "p90 of both", "other load"]
    lines = ["| " + " | ".join(columns) + " |",
             "| --- |" + " ---: |" * (len(names) + 5)]
    for row in rows:
        cells = [cell(row["peers"].get(name, {}), name == row["best_peer"]) for name in names]
        p90 = [row["peers"].get(name, {}).get("p90_ms") for name in (CNNC, row["best_peer"])]
        loads = [peer["others"] for peer in row["peers"].values() if "others" in peer]
        cells += [*(ratio(row[one]) for one in RATIOS), ", ".join(number(one) if one else "-" for one in p90),
                  f"{100 * max(loads):.0f} %" if loads else "-"]
        lines.append(f"| {row['model']} | " + " | ".join(cells) + " |")
    means = " | ".join(ratio(geometric_mean(rows, one)) for one in RATIOS)
    lines.append("| geometric mean |" + " |" * len(names) + f" {means} | | |")
    return "\n".join(lines)


def cell(peer: Row, is_best: bool) -> str:
    """In brackets where the outputs are wrong."""
    if "median_ms" not in peer:
        return "-"
    text = number(peer["median_ms"])
    if peer["error"] > ERROR_LIMIT:
        return f"[{text}]"
    return f"**{text}** ({number(peer['min_ms'])})" if is_best else f"{text} ({number(peer['min_ms'])})"


def ratio(value: float | None) -> str:
    return f"{value:.2f}" if value else "-"


def number(milliseconds: float) -> str:
    """Three digits, or all before the point."""
    digits = max(0, 2 - math.floor(math.log10(milliseconds)))
    return f"{milliseconds:.{min(digits, 3)}f}"


def notes(rows: list[Row]) -> list[str]:
    """The runtimes that are not compared, and why."""
    lines = []
    for row in rows:
        for name, peer in row["peers"].items():
            if "failed" in peer:
                lines.append(f"- {row['model']}, {name}: {peer['failed'][:200]}")
            elif peer["error"] > ERROR_LIMIT:
                lines.append(f"- {row['model']}, {name}: not compared, its error is {peer['error']:.1e}")
    return ["\n".join(lines)] if lines else []
