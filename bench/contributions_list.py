"""The list of contributions with 100,000 of them in the process: queries, processor time and waiting time of a page.

python bench/contributions_list.py [--rows 100000]      (SQLite; and PostgreSQL, DATABASE_URL or a server of its own)

Pages of twenty, mixed: the newest, deep in the list, by kind, borough, theme and meeting, and searches of one and two
words, of common and rare ones, narrowed and deep. Waiting time is that of four readers at once before one process.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path

from common import ready, table

HERE = Path(__file__).parent
BASE = "/banco/procesos/muchas-voces/aportes/"
ADDRESSES = (
    "", "?antes=99000", "?antes=50000", "?antes=25", "?despues=50000", "?tipo=need", "?tipo=wish", "?tipo=statement",
    "?territorio=09007", "?tipo=idea&territorio=09012", "?tema=T3", "?tema=T3&antes=30000", "?encuentro=E5",
    "?q=agua", "?q=agua+mercado", "?q=agua&antes=40000", "?q=colonia", "?q=sin-ninguna", "?q=agua&tipo=statement",
    "?q=transporte&territorio=09007", "?q=escuelas&tema=T3", "?q=jovenes&encuentro=E5",
)  # fmt: skip
PAGES, READERS, SECONDS = 200, 4, 12
MOST_QUERIES, MOST_CPU, MOST_P95 = 8, 12.0, 100.0
LUA = """
local paths, n = {%s}, 0
request = function() n = n + 1; return wrk.format("GET", paths[n %% #paths + 1]) end
done = function(summary, latency)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.timeout
  io.write(string.format("MEASURED %%f %%f %%d %%d\\n", latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    summary.requests, bad))
end
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--one", action="store_true", help="measure on the database of the environment alone")
    asked = parser.parse_args()
    if asked.one:
        return measured(asked.rows)
    with ExitStack() as stack:
        return sum(
            subprocess.run(
                [sys.executable, __file__, "--one", f"--rows={asked.rows}"], env=environment, check=False
            ).returncode
            for environment in environments(stack)
        )


def environments(stack):
    yield {**os.environ, "DATABASE_URL": "", "TEQUIO_DATA": stack.enter_context(folder())}
    sys.path.insert(0, str(HERE.parent / "tools"))
    import postgres

    url = os.environ.get("DATABASE_URL") or postgres.start(stack, options="")
    if url:
        yield {**os.environ, "DATABASE_URL": url, "TEQUIO_DATA": stack.enter_context(folder())}
    else:
        print("Skipped on PostgreSQL: no server is installed and DATABASE_URL is not set.")


@contextmanager
def folder():
    made = tempfile.mkdtemp(prefix="tequio-bench-")
    yield made
    shutil.rmtree(made, ignore_errors=True)


def measured(rows):
    ready()
    seconds, vendor = seeded(rows)
    counts, cpu = in_process()
    p50, p95, requests, bad = served()
    worst = max(cpu, key=cpu.get)
    mean = statistics.fmean(cpu.values())
    holds = max(counts.values()) <= MOST_QUERIES and mean <= MOST_CPU and p95 < MOST_P95 and not bad
    cells = {
        "database": vendor,
        "rows": f"{rows:,}",
        "seeded": f"{seconds:.0f} s",
        "queries, most": max(counts.values()),
        "CPU a page, mean": f"{mean:.1f} ms",
        "CPU, worst page": f"{cpu[worst]:.1f} ms ({worst or 'first'})",
        "p50": f"{p50:.0f} ms",
        "p95": f"{p95:.0f} ms",
        "pages": requests,
        "load of the machine": f"{os.getloadavg()[0]:.1f} on {os.cpu_count()}",
        "bar": "holds" if holds else "MISSED",
    }
    print(table("List of contributions", cells.keys(), [cells.values()]))
    print("CPU by page: " + ", ".join(f"{address or 'first'} {cpu[address]:.1f}" for address in ADDRESSES) + "\n")
    return 0 if holds else 1


def seeded(rows):
    from contributions_seed import seed, space_and_process
    from django.db import connection
    from django_scopes import scope

    start = time.perf_counter()
    process = space_and_process()
    with scope(space=process.space_id):
        seed(process, rows)
    seconds = time.perf_counter() - start
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # what the server does by itself within minutes
    return seconds, connection.vendor


def in_process():
    """Queries and milliseconds of processor time by page, all middleware included."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    browser, counts, cpu = Client(headers={"Accept-Encoding": "gzip", "Host": "127.0.0.1"}), {}, {}
    for address in ADDRESSES:
        browser.get(BASE + address)
        with CaptureQueriesContext(connection) as context:
            assert browser.get(BASE + address).status_code == 200
        counts[address] = len(context)
    for address in ADDRESSES:
        times = PAGES // len(ADDRESSES) + 1
        start = time.process_time()
        for _ in range(times):
            browser.get(BASE + address)
        cpu[address] = (time.process_time() - start) / times * 1000
    connection.close()
    return counts, cpu


def served():
    """Median and 95th percentile of the time until a page is there, in milliseconds; how many came, how many failed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "tequio.project.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    with subprocess.Popen([*command, "--log-level", "error"], env=os.environ) as server:
        try:
            wait_for(port)
            return by_wrk(port) if shutil.which("wrk") else by_threads(port)
        finally:
            server.terminate()


def wait_for(port):
    """Until the server has shown every page once, so that nothing is measured cold."""
    for _ in range(600):
        try:
            for address in ADDRESSES:
                page(port, address)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not answer")


def by_wrk(port):
    paths = ", ".join(f'"{BASE}{address}"' for address in ADDRESSES)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(LUA % paths)
        script.flush()
        load = ["-t1", f"-c{READERS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", "-s", script.name]
        out = subprocess.run(
            ["wrk", *load, f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True
        ).stdout
    line = next(line for line in out.splitlines() if line.startswith("MEASURED"))
    p50, p95, requests, bad = line.split()[1:]
    return float(p50), float(p95), int(requests), int(bad)


def by_threads(port):
    waits, bad, end = [], [], time.perf_counter() + SECONDS

    def read(place):
        while time.perf_counter() < end:
            start = time.perf_counter()
            status = page(port, ADDRESSES[place % len(ADDRESSES)])
            (waits if status == 200 else bad).append((time.perf_counter() - start) * 1000)
            place += READERS

    readers = [threading.Thread(target=read, args=(place,)) for place in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    cuts = statistics.quantiles(waits, n=20)
    return statistics.median(waits), cuts[-1], len(waits), len(bad)


def page(port, address):
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", BASE + address, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


if __name__ == "__main__":
    sys.exit(main())
