"""What a process costs."""
import os
import subprocess
import sys
import time


def timed(command, folder):
    """Seconds, seconds on the processor and peak memory in MB of one process."""
    start = time.perf_counter()
    with open(os.path.join(folder, "log"), "wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        with open(os.path.join(folder, "log"), errors="replace") as log:
            sys.exit(f"{command[0]} failed:\n{log.read()[-2000:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
