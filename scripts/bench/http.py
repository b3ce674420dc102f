#!/usr/bin/env python3
"""Times `keur enrich` beside `curl --parallel` on the same requests to a loopback server that answers in 50 ms.

    scripts/bench/http.py KEUR [--client BENCH] [--requests N] [--in-flight N] [--runs N] [--delay SECONDS]

Whole processes, in turn; wall time, time on the processor and peak memory, medians. keur's time includes reading the
customers, mapping the answers and keeping each of them in SQLite; curl throws them away, as does keur's client alone
(`swift build -c release --product Bench`), which does the same work as curl.
"""
import argparse
import asyncio
import multiprocessing
import os
import shutil
import statistics
import tempfile

from timing import timed

CONNECTOR = """connector: bench
base_url: http://127.0.0.1:{port}
rate: {{ in_flight: {in_flight}, attempts: 1 }}
steps:
  company:
    get: "/companies/{{customer.registration_number}}"
    expect: has(body.name)
    about: none
register:
  found: company != null
  legal_name: company.name
"""

PLAN = """datasets: {{ customers: {{ source: customers.csv }} }}
enrich: {{ connectors: [{connector}], answers: {answers} }}
"""


def serve(delay, pipe):
    """An HTTP/1.1 server with one answer, which comes after a pause."""
    body = b'{"name":"Example B.V.","status":"active","address":{"city":"Utrecht","country":"NL"}}'
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)

    async def connection(reader, writer):
        try:
            while True:
                await reader.readuntil(b"\r\n\r\n")
                await asyncio.sleep(delay)
                writer.write(answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run():
        server = await asyncio.start_server(connection, "127.0.0.1", 0, backlog=512)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("keur")
    options.add_argument("--client")
    options.add_argument("--requests", type=int, default=2000)
    options.add_argument("--in-flight", type=int, default=50)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--delay", type=float, default=0.05)
    options = options.parse_args()
    keur = os.path.abspath(options.keur)

    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(options.delay, theirs), daemon=True)
    server.start()
    port = ours.recv()
    folder = tempfile.mkdtemp(prefix="keur-bench-")
    try:
        numbers = range(10_000_000, 10_000_000 + options.requests)
        with open(os.path.join(folder, "customers.csv"), "w") as file:
            file.write("customer_id,legal_name,country,registration_number\n")
            file.writelines(f"C{n},Example {n} B.V.,NL,{n}\n" for n in numbers)
        with open(os.path.join(folder, "bench.yaml"), "w") as file:
            file.write(CONNECTOR.format(port=port, in_flight=options.in_flight))
        with open(os.path.join(folder, "urls"), "w") as file:
            file.writelines(
                f'url = "http://127.0.0.1:{port}/companies/{n}"\noutput = "/dev/null"\n' for n in numbers)

        curl = ["curl", "--silent", "--parallel", "--parallel-max", str(options.in_flight), "--config", "urls"]
        with open(os.path.join(folder, "lines"), "w") as file:
            file.writelines(f"http://127.0.0.1:{port}/companies/{n}\n" for n in numbers)
        results = {"curl": [], "client": [], "keur": []}
        for run in range(options.runs):
            results["curl"].append(timed(curl, folder))
            if options.client:
                client = [os.path.abspath(options.client), "http", "lines", str(options.in_flight)]
                results["client"].append(timed(client, folder))
            with open(os.path.join(folder, "audit.yaml"), "w") as file:
                file.write(PLAN.format(connector="bench.yaml", answers=f"answers-{run}.sqlite"))
            results["keur"].append(timed([keur, "enrich"], folder))

        best = options.requests / options.in_flight * options.delay
        print(f"{options.requests} requests, {options.in_flight} in flight, answered after {options.delay * 1000:.0f} ms")
        print(f"no faster than {best:.2f} s; medians of {options.runs} runs in turn")
        print(f"{'':6} {'seconds':>8} {'processor':>9} {'a second':>9} {'peak MB':>8}")
        medians = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in results.items() if runs}
        for name, (seconds, processor, memory) in medians.items():
            print(f"{name:6} {seconds:8.2f} {processor:9.2f} {options.requests / seconds:9.0f} {memory:8.0f}")
        for name in medians.keys() - {"curl"}:
            print(f"{name} takes {medians[name][0] / medians['curl'][0]:.2f} of curl's time")
    finally:
        server.terminate()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
