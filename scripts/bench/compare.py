"""Times keur and its peers on the same data, turn about, after all gave the same findings.

Usage: compare.py KEUR DATA [--runs N] [--peer NAME='COMMAND {data} {out}']…

KEUR is the binary, DATA a folder with customers.csv and invoices.csv. The first run of each is not timed: it warms the page
cache, and its findings are compared, record by record, with each other and with DATA/expected-by-design.json where that is
there. Then each is run N times, whole processes, in turn. Medians are printed, and each peer's divided by keur's, round by round.

DuckDB is always a peer. Others are given as commands that read {data} and write {out}, a CSV with check_id and record_id; one
that does not run here is left out with a word. keur's start-up (`keur checks list`) is timed beside them.
"""

import argparse
import collections
import csv
import json
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def measure(command):
    """Wall seconds, CPU seconds and peak memory in megabytes of a command, and its exit code."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode, message


def findings(path):
    with open(path, newline="", encoding="utf-8") as file:
        return collections.Counter((row["check_id"], row["record_id"]) for row in csv.DictReader(file))


def by_check(found):
    counts = collections.Counter()
    for (check, _), number in found.items():
        counts[check] += number
    return dict(sorted(counts.items()))


def verify(data, keur, name, theirs):
    mine, theirs = findings(keur), findings(theirs)
    agree = mine == theirs
    if not agree:
        for check in sorted(set(by_check(mine)) | set(by_check(theirs))):
            only_mine = [key for key in mine if key[0] == check and mine[key] != theirs.get(key, 0)]
            only_theirs = [key for key in theirs if key[0] == check and theirs[key] != mine.get(key, 0)]
            if only_mine or only_theirs:
                print(
                    f"  {check}: keur alone {[key[1] for key in only_mine[:3]]},"
                    f" {name} alone {[key[1] for key in only_theirs[:3]]}"
                )
    design = pathlib.Path(data, "expected-by-design.json")
    if design.exists():
        expected = {check: number for check, number in json.loads(design.read_text())["checks"].items() if number}
        if by_check(theirs) != expected:
            print(f"  {name} differs from the generator's design")
            agree = False
    if not agree:
        sys.exit(f"the findings of keur and {name} differ: no times")
    print(f"keur and {name} agree: {sum(mine.values())} findings in {len(by_check(mine))} checks")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("keur")
    parser.add_argument("data")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND")
    arguments = parser.parse_args()
    data = os.path.abspath(arguments.data)

    with tempfile.TemporaryDirectory() as scratch:
        plan = pathlib.Path(scratch, "audit.yaml")
        text = (HERE / "audit.yaml").read_text()
        for name, value in (("DATA", data), ("CHECKS", str(HERE / "checks.yaml")), ("REPORTS", scratch)):
            text = text.replace(f"__{name}__", value)
        plan.write_text(text)
        outputs = {"keur": os.path.join(scratch, "exceptions.csv"), "duckdb": os.path.join(scratch, "duckdb.csv")}
        commands = {
            "keur": [arguments.keur, "audit", str(plan), "--quiet"],
            "duckdb": [sys.executable, str(HERE / "duckdb_peer.py"), data, outputs["duckdb"]],
        }
        for peer in arguments.peer:
            name, _, command = peer.partition("=")
            outputs[name] = os.path.join(scratch, f"{name}.csv")
            words = shlex.split(command)
            commands[name] = [word.replace("{data}", data).replace("{out}", outputs[name]) for word in words]
        samples = time_in_turn(commands, outputs, data, arguments.runs)
        starts = sorted(measure([arguments.keur, "checks", "list"])[0] for _ in range(11))

    print(f"{'':12}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}   ({os.cpu_count()} cores, median of {arguments.runs})")
    for name, rows in samples.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*rows))
        print(f"{name:12}{wall:9.3f}{cpu:9.3f}{peak:9.0f}")
    for name in samples:
        if name == "keur":
            continue
        ratios = [
            statistics.median(theirs[kind] / ours[kind] for ours, theirs in zip(samples["keur"], samples[name]))
            for kind in range(3)
        ]
        print(f"{name + ' ÷ keur':12}{ratios[0]:9.2f}{ratios[1]:9.2f}{ratios[2]:9.2f}")
    print(f"start-up: keur checks list {1000 * starts[len(starts) // 2]:.0f} ms")


def time_in_turn(commands, outputs, data, runs):
    """The samples of each command; the first round is for the cache and the comparison of findings."""
    samples = {}
    for name, command in list(commands.items()):
        try:
            *_, code, message = measure(command)
        except OSError as error:
            code, message = -1, str(error)
        if code not in ((0, 1) if name == "keur" else (0,)):
            if name in ("keur", "duckdb"):
                sys.exit(f"{name} ended with {code}:\n{message}")
            print(f"{name} is left out: {message.strip().splitlines()[-1] if message.strip() else f'exit code {code}'}")
            del commands[name]
            continue
        samples[name] = []
        if name != "keur":
            verify(data, outputs["keur"], name, outputs[name])
    for _ in range(runs):
        for name, command in commands.items():
            samples[name].append(measure(command)[:3])
    return samples


if __name__ == "__main__":
    main()
