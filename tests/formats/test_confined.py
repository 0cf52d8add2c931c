"""The child process itself, with tasks that try what they may not do."""

import os

import pytest

from tequio.formats import confined
from tequio.formats.confined import Fence, Reason, Stopped, as_file, run

TASKS = """
import os, socket, time

def prepare(source):
    pass

def work(source, options):
    wish = source.read().decode()
    yield ["heard", wish, options]
    if wish == "open": yield ["opened", open("/etc/hostname").read()]
    if wish == "connect": yield ["socket", socket.socket().fileno()]
    if wish == "environment": yield ["environment", sorted(os.environ)]
    if wish == "grow": yield ["grown", len(bytearray(10**9))]
    if wish == "sleep": time.sleep(60)
    if wish == "spin":
        while True: pass
    if wish == "die": os.abort()
    if wish == "leave": os._exit(0)
    while wish == "talk": yield ["and", "another", "thing"]
"""


@pytest.fixture
def task(tmp_path, monkeypatch):
    """A module that a child can import, and what `run` yields or why it stopped."""
    (tmp_path / "wishes.py").write_text(TASKS)
    monkeypatch.setattr(confined, "START", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {confined.START}")

    def asked(wish, seconds=10):
        told = []
        try:
            with as_file(wish.encode()) as source:
                told.extend(run("wishes", source, {"n": 1}, Fence(seconds, 200)))
        except Stopped as stopped:
            told.append(stopped.reason)
        return told

    return asked


def test_a_child_hears_its_file_and_its_options(task):
    assert task("nothing") == [["heard", "nothing", {"n": 1}]]


@pytest.mark.parametrize("wish", ["open", "connect", "die", "leave"])
def test_a_child_that_opens_a_file_or_a_socket_or_dies_has_crashed(task, wish):
    assert task(wish)[-1] is Reason.CRASH


def test_a_child_that_asks_for_too_much_memory_is_stopped(task):
    assert task("grow") == [["heard", "grow", {"n": 1}], Reason.MEMORY]


@pytest.mark.parametrize("wish", ["sleep", "spin"])
def test_a_child_that_takes_too_long_is_stopped(task, wish):
    assert task(wish, seconds=1)[-1] is Reason.TIME


def test_a_child_sees_no_environment(task, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "nobody may read this")
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)

    names = task("environment")[1][1]

    assert [name for name in names if name != "LC_CTYPE"] == []


@pytest.mark.usefixtures("task")
def test_work_that_is_abandoned_leaves_no_child():
    with as_file(b"talk") as source:
        messages = run("wishes", source, {}, Fence(10, 200))
        first = next(messages)
        messages.close()

    assert first == ["heard", "talk", {}]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
