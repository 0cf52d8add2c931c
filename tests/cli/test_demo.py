"""The demonstration as its own command brings it up: built once, kept afterwards, deleted only when somebody agrees."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tequio.cli import demo as command

KEPT = 'UPDATE spaces_space SET about = json(\'{"es": "Lo escribí yo"}\')'


def environment(data: Path) -> dict[str, str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("TEQUIO_", "DJANGO_", "DATABASE_"))}
    return clean | {"TEQUIO_DATA": str(data)}


def run(data: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "tequio.cli", "demo", *arguments]
    return subprocess.run(whole, env=environment(data), input=typed, capture_output=True, text=True, check=False)


def change(data: Path, sql: str) -> None:
    with closing(sqlite3.connect(data / "tequio.sqlite3")) as database:
        database.execute(sql)
        database.commit()


def read(data: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / "tequio.sqlite3")) as database:
        return database.execute(sql).fetchall()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a first start, and what it printed."""
    data = tmp_path_factory.mktemp("demo")
    done = run(data, "--no-serve", "--port", "8123")
    assert done.returncode == 0, done.stdout + done.stderr
    return data, done.stdout


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield int(door.getsockname()[1])


def test_a_first_start_says_where_to_look_how_to_sign_in_and_how_to_stop(first: tuple[Path, str]) -> None:
    data, said = first

    here = "http://127.0.0.1:8123"
    for path in ("/", "/cdmx/procesos/plataforma/", "/cdmx/procesos/plataforma/resultado/", "/cdmx/procesos/agua/"):
        assert f"  {here}{path}\n" in said
    assert len(re.findall(rf"  {here}/cuenta/enlace/[\w-]+/\n", said)) == 2
    assert "Ana opera el espacio y facilita / Ana runs the space and facilitates" in said
    assert f"Los datos están en / The data is in: {data}" in said
    assert "Para parar / To stop: Ctrl+C" in said


def test_the_files_are_for_their_owner_alone(first: tuple[Path, str]) -> None:
    data, _said = first

    modes = {name: (data / name).stat().st_mode & 0o777 for name in ("tequio.sqlite3", "secret.key")}

    assert modes == {"tequio.sqlite3": 0o600, "secret.key": 0o600}


def test_a_second_start_keeps_what_was_entered_and_prints_other_links(first: tuple[Path, str]) -> None:
    data, said = first
    change(data, KEPT)

    again = run(data, "--no-serve")

    links = [re.findall(r"/enlace/([\w-]+)/", text) for text in (said, again.stdout)]
    assert again.returncode == 0
    assert read(data, "SELECT about FROM spaces_space") == [('{"es":"Lo escribí yo"}',)]
    assert len({*links[0], *links[1]}) == 4


@pytest.mark.parametrize("typed", ["n\n", ""])
def test_starting_afresh_asks_first_and_deletes_nothing_without_a_yes(first: tuple[Path, str], typed: str) -> None:
    data, _said = first
    change(data, KEPT)

    done = run(data, "--fresh", "--no-serve", typed=typed)

    assert done.returncode == 1
    assert "Se borra todo lo que se escribió en la demostración / All that was entered is deleted" in done.stdout
    assert str(data / "tequio.sqlite3") in done.stdout
    assert read(data, "SELECT about FROM spaces_space") == [('{"es":"Lo escribí yo"}',)]


@pytest.mark.parametrize("arguments", [(), ("--fresh", "--yes")])
def test_another_installation_is_never_touched(first: tuple[Path, str], arguments: tuple[str, ...]) -> None:
    data, _said = first
    change(data, "UPDATE spaces_space SET synthetic = 0")

    done = run(data, *arguments, "--no-serve")

    change(data, "UPDATE spaces_space SET synthetic = 1")
    assert (done.returncode, done.stdout) == (1, "")
    assert "hay otra instalación, que no es la demostración; no se toca" in done.stderr
    assert read(data, "SELECT COUNT(*) FROM organizations_organization") == [(54,)]


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "tequio.sqlite3").write_text("no soy una base de datos\n" * 200)

    done = run(tmp_path, "--fresh", "--yes", "--no-serve")

    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot be read, and is left alone" in done.stderr
    assert (tmp_path / "tequio.sqlite3").read_text().startswith("no soy")


def test_a_port_that_is_taken_is_said_with_another_to_try(first: tuple[Path, str], taken: int) -> None:
    data, _said = first

    done = run(data, "--port", str(taken))

    assert (done.returncode, done.stdout) == (1, "")
    found = re.search(rf"Port {taken} is taken. Try: make demo PORT=(\d+)", done.stderr)
    assert found is not None
    assert int(found[1]) > taken


def test_only_the_demonstrations_own_files_are_deleted(tmp_path: Path) -> None:
    database, uploads, other = tmp_path / "tequio.sqlite3", tmp_path / "files", tmp_path / "mine.txt"
    for path in (database, tmp_path / "tequio.sqlite3-wal", other):
        path.write_text("x")
    (uploads / "ab").mkdir(parents=True)
    (uploads / "ab" / "picture").write_text("x")

    for path in command.owned(database, uploads):
        command.remove(path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.txt"]


def test_the_pages_are_served(first: tuple[Path, str]) -> None:
    data, _said = first
    port = command.next_free(20_000)
    whole = [sys.executable, "-m", "tequio.cli", "demo", "--port", str(port)]
    server = subprocess.Popen(whole, env=environment(data), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    try:
        page = wait_for(f"http://127.0.0.1:{port}/cdmx/procesos/plataforma/")
    finally:
        server.terminate()
        said, _nothing = server.communicate(timeout=20)

    assert "Lo que las organizaciones necesitan" in page
    assert f"http://127.0.0.1:{port}/cuenta/enlace/" in said


def wait_for(url: str) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} did not answer")
