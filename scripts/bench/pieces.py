#!/usr/bin/env python3
"""What single pieces cost, beside what one would use instead: pieces.py KEUR BENCH DATA [--runs N]

KEUR and BENCH are the release binaries, DATA a folder with a customers.csv. Prints medians:
- the scan of the file on one core beside `wc -l`, each without its time for a file of one record;
- a condition of five terms on one core: by column (an audit with it less one without), by the general evaluator, and by
  cel-python where it is installed.
"""
import argparse
import os
import re
import resource
import statistics
import subprocess
import tempfile
import time

CONDITION = (
    "{0}country == 'NL' && {0}segment != 'C' && ({0}po_required || {0}po_format != '')"
    " && {0}overdue_amount <= {0}open_amount"
)
CHECK = """pack: piece
owner: O
cause: bad-master-data
checks:
  - { id: P-1, title: T, for: customer, severity: info, tolerate: 100%%, when: "%s", assert: "true" }
"""


def run(command, **environment):
    """Wall and processor seconds of a command."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **environment})
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def less(times, others):
    """Times without those of another run."""
    return tuple(time - other for time, other in zip(times, others))


def audit(keur, folder, customers, condition):
    """An audit of customers alone against one check."""
    with open(os.path.join(folder, "checks.yaml"), "w") as file:
        file.write(CHECK % condition)
    with open(os.path.join(folder, "audit.yaml"), "w") as file:
        file.write(
            f"datasets: {{ customers: {{ source: {customers} }} }}\n"
            "checks: [checks.yaml]\nhistory: none\nreports: { directory: out, formats: [csv] }\n"
        )
    return run([keur, "audit", "--quiet", os.path.join(folder, "audit.yaml")])


def cel_python(rows=5000):
    """Nanoseconds per record, or nothing where the package is not installed."""
    try:
        import celpy
        from celpy import celtypes
    except ImportError:
        return None
    environment = celpy.Environment()
    source = CONDITION.format("").replace("po_required ||", "po_required != 'no' ||")
    program = environment.program(environment.compile(source))
    start = time.perf_counter()
    for index in range(rows):
        program.evaluate(
            {
                "country": celtypes.StringType("DE" if index & 7 == 0 else "NL"),
                "segment": celtypes.StringType("A"),
                "po_required": celtypes.StringType("yes" if index & 3 == 0 else "no"),
                "po_format": celtypes.StringType("x"),
                "overdue_amount": celtypes.DoubleType(index),
                "open_amount": celtypes.DoubleType(250_000),
            }
        )
    return (time.perf_counter() - start) / rows * 1e9


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("keur")
    parser.add_argument("bench")
    parser.add_argument("data")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    customers = os.path.abspath(os.path.join(arguments.data, "customers.csv"))
    records = sum(1 for _ in open(customers, "rb")) - 1

    scan, lines = [], []
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as tiny:
        tiny.write("a,b\n1,2\n")
        tiny.flush()
        for _ in range(arguments.runs):
            scan.append(less(*(run([arguments.bench, "scan", path]) for path in (customers, tiny.name))))
            lines.append(less(*(run(["wc", "-l", path]) for path in (customers, tiny.name))))
    scan, lines = (tuple(map(statistics.median, zip(*times))) for times in (scan, lines))
    print(f"scan, one core   {scan[0]:.3f} s wall, {scan[1]:.3f} s cpu; wc -l {lines[0]:.3f} s, {lines[1]:.3f} s;"
          f" ratio {scan[0] / lines[0]:.2f} wall, {scan[1] / lines[1]:.2f} cpu")

    with tempfile.TemporaryDirectory() as folder:
        both = [
            (audit(arguments.keur, folder, customers, CONDITION.format("customer.")),
             audit(arguments.keur, folder, customers, "true"))
            for _ in range(arguments.runs)
        ]
        cost = statistics.median(one[1] - other[1] for one, other in both) / records * 1e9
    print(f"condition by column, cells read included: {cost:.0f} ns of processor time a record")

    output = subprocess.run([arguments.bench], check=True, capture_output=True, text=True).stdout
    general = float(re.search(r"general evaluator: ([0-9.]+) ns", output).group(1))
    python = cel_python()
    beside = f"; cel-python {python:.0f} ns, {python / general:.0f} times as much" if python else "; cel-python is not installed"
    print(f"condition by the general evaluator: {general:.0f} ns a record{beside}")


if __name__ == "__main__":
    main()
