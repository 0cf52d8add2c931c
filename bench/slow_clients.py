"""Pages served to a good reader in seven seconds while sixteen slow telephones send a form, a hundred bytes at a time.

python bench/slow_clients.py    (alone, and behind Caddy and nginx with the files of deploy/ where they are there)
"""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from common import row, table

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from tests.deploy.door import caddyfile, nginx_conf, old_caddy, program  # noqa: E402

SLOW, PIECE, PAUSE = 16, 100, 0.3
SECONDS, PATIENCE, WORKERS = 7.0, 20.0, 3
PAGE, FORM = "/cdmx/procesos/", "/cdmx/procesos/agua/aportes/decir/"
BAR = 0.5  # of the pages without slow telephones
TEQUIO = [sys.executable, "-m", "tequio.cli"]


def main():
    with tempfile.TemporaryDirectory(prefix="tequio-slow-") as folder, contextlib.ExitStack() as stack:
        data = Path(folder)
        env = {name: value for name, value in os.environ.items() if not name.startswith(("TEQUIO_", "DATABASE_"))}
        env |= {"TEQUIO_DATA": str(data / "data"), "HOME": folder}
        subprocess.run([*TEQUIO, "demo", "--no-serve"], env=env, check=True, stdout=subprocess.DEVNULL)
        port = free_port()
        started(stack, [*TEQUIO, "serve", "--port", str(port), "--workers", str(WORKERS)], env, port)
        found = {name: (measured(door, 0), measured(door, SLOW)) for name, door in doors(stack, data, env, port)}
    told(found)
    return sum(with_slow[0] < BAR * without[0] for name, (without, with_slow) in found.items() if name != "nothing")


def doors(stack, data, env, port):
    """Each thing that can stand in front, started when its turn comes, and the port it answers on."""
    yield "nothing", port
    if program("caddy"):
        version, door = subprocess.run(["caddy", "version"], capture_output=True, text=True, check=True), free_port()
        text = caddyfile(door, f"127.0.0.1:{port}", old=old_caddy(version.stdout))
        (data / "Caddyfile").write_text(text)
        command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(data / "Caddyfile")]
        started(stack, command, env, door)
        yield "Caddy", door
    if program("nginx"):
        door = free_port()
        (data / "nginx.conf").write_text(nginx_conf(data, door, f"127.0.0.1:{port}"))
        started(stack, [program("nginx"), "-p", str(data), "-c", str(data / "nginx.conf")], env, door)
        yield "nginx", door


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def started(stack, command, env, port):
    """A process that answers on a port, ended with everything else."""
    running = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(running.wait, 30)
    stack.callback(running.terminate)
    until = time.monotonic() + 60
    while page_took(port, "/salud/", 2) is None:
        if time.monotonic() > until or running.poll() is not None:
            raise SystemExit(f"{command[0]} did not start")
        time.sleep(0.2)


def measured(port, slow):
    """(pages, longest wait in seconds) of a reader who asks for one page after another."""
    for _page in range(0 if slow else 2 * WORKERS):
        page_took(port, PAGE, PATIENCE)  # every worker has answered once
    over = threading.Event()
    senders = [threading.Thread(target=send_slowly, args=(port, over)) for _sender in range(slow)]
    for sender in senders:
        sender.start()
    time.sleep(1)
    waits, until = [], time.monotonic() + SECONDS
    while time.monotonic() < until:
        waits.append(page_took(port, PAGE, PATIENCE))
    over.set()
    for sender in senders:
        sender.join()
    time.sleep(2)
    return sum(wait is not None for wait in waits), max(wait or PATIENCE for wait in waits)


def page_took(port, path, patience):
    """Seconds until a page is there, or None where it never was."""
    began = time.monotonic()
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
    try:
        line.request("GET", path, headers={"Connection": "close"})
        reply = line.getresponse()
        reply.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()
    return time.monotonic() - began if reply.status == http.HTTPStatus.OK else None


def send_slowly(port, over):
    """A form that takes longer to arrive than the measurement lasts."""
    length = PIECE * int((SECONDS + PATIENCE + 10) / PAUSE)
    head = f"POST {FORM} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length}\r\n"
    kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        line.sendall((head + kind).encode())
        while not over.wait(PAUSE):
            line.sendall(b"x" * PIECE)


def told(found):
    rows = [
        row(name, slow, pages, f"{wait:.2f} s")
        for name, pair in found.items()
        for slow, (pages, wait) in zip((0, SLOW), pair, strict=True)
    ]
    head = ("in front", "slow telephones", f"pages in {SECONDS:.0f} s", "longest wait")
    print(table(f"A reader beside slow telephones, {WORKERS} workers", head, rows))
    missing = [name for name in ("caddy", "nginx") if not program(name)]
    if missing:
        print(f"Not measured, because not installed: {', '.join(missing)}.")


if __name__ == "__main__":
    sys.exit(main())
