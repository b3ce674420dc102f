"""Times keur and DuckDB on the same data, turn about, after both gave the same findings.

Usage: compare.py KEUR DATA [--runs N]

KEUR is the binary, DATA a folder with customers.csv and invoices.csv. The first run of each is not timed: it warms the page
cache, and its findings are compared, record by record, with each other and with DATA/expected-by-design.json where that is
there. Then each is run N times, whole processes, in turn. Medians are printed, and DuckDB's divided by keur's.
"""

import argparse
import collections
import csv
import json
import os
import pathlib
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


def verify(data, keur, duckdb):
    mine, theirs = findings(keur), findings(duckdb)
    agree = mine == theirs
    if not agree:
        for check in sorted(set(by_check(mine)) | set(by_check(theirs))):
            only_mine = [key for key in mine if key[0] == check and mine[key] != theirs.get(key, 0)]
            only_theirs = [key for key in theirs if key[0] == check and theirs[key] != mine.get(key, 0)]
            if only_mine or only_theirs:
                print(
                    f"  {check}: keur alone {[key[1] for key in only_mine[:3]]},"
                    f" DuckDB alone {[key[1] for key in only_theirs[:3]]}"
                )
    design = pathlib.Path(data, "expected-by-design.json")
    if design.exists():
        expected = {check: number for check, number in json.loads(design.read_text())["checks"].items() if number}
        if by_check(theirs) != expected:
            print("  DuckDB differs from the generator's design")
            agree = False
    if not agree:
        sys.exit("the findings differ: no times")
    print(f"findings agree: {sum(mine.values())} in {len(by_check(mine))} checks")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("keur")
    parser.add_argument("data")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    data = os.path.abspath(arguments.data)

    with tempfile.TemporaryDirectory() as scratch:
        plan = pathlib.Path(scratch, "audit.yaml")
        text = (HERE / "audit.yaml").read_text()
        for name, value in (("DATA", data), ("CHECKS", str(HERE / "checks.yaml")), ("REPORTS", scratch)):
            text = text.replace(f"__{name}__", value)
        plan.write_text(text)
        theirs = os.path.join(scratch, "duckdb.csv")
        commands = {
            "keur": [arguments.keur, "audit", str(plan), "--quiet"],
            "duckdb": [sys.executable, str(HERE / "duckdb_peer.py"), data, theirs],
        }
        accepted = {"keur": (0, 1), "duckdb": (0,)}
        samples = {name: [] for name in commands}
        for run in range(arguments.runs + 1):
            for name, command in commands.items():
                *sample, code, message = measure(command)
                if code not in accepted[name]:
                    sys.exit(f"{name} ended with {code}:\n{message}")
                if run > 0:
                    samples[name].append(sample)
            if run == 0:
                verify(data, os.path.join(scratch, "exceptions.csv"), theirs)

    median = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in samples.items()}
    print(f"{'':8}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}   ({os.cpu_count()} cores, median of {arguments.runs})")
    for name, (wall, cpu, peak) in median.items():
        print(f"{name:8}{wall:9.2f}{cpu:9.2f}{peak:9.0f}")
    ratios = [theirs / ours for ours, theirs in zip(median["keur"], median["duckdb"])]
    print(f"{'ratio':8}{ratios[0]:9.2f}{ratios[1]:9.2f}{ratios[2]:9.2f}   (DuckDB ÷ keur)")


if __name__ == "__main__":
    main()
