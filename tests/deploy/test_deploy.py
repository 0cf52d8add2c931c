"""The files of deploy/ are well formed, agree with each other and the settings, and take in slow requests whole.

They are read here line by line, and besides by Caddy, nginx and systemd where those are installed.
"""

import os
import re
import subprocess

import pytest
import yaml

from tequio.project.config import load, variables
from tests.deploy.door import DEPLOY, SERVED, blocks, caddyfile, nginx_conf, old_caddy, program, unit


def run(*command, **env):
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | env)


def settings_of(name):
    lines = (DEPLOY / name).read_text().splitlines()
    return dict(line.removeprefix("# ").split("=", 1) for line in lines if re.match(r"(# )?[A-Z_]+=", line))


def test_the_folder_holds_these():
    found = {path.name for path in DEPLOY.iterdir()}

    assert found == {"Caddyfile", "nginx.conf", "tequio.service", "tequio.env", "Dockerfile", "compose.yaml"}


def test_caddy_takes_in_requests_whole_and_hands_on_no_address():
    assert blocks((DEPLOY / "Caddyfile").read_text()) == [
        " > servers > timeouts > read_header 10s",
        " > servers > timeouts > read_body 10m",
        " > servers > timeouts > idle 2m",
        "{$TEQUIO_HOST} > encode zstd gzip",
        "{$TEQUIO_HOST} > reverse_proxy 127.0.0.1:8000 > request_buffers 1MiB",
        "{$TEQUIO_HOST} > reverse_proxy 127.0.0.1:8000 > header_up -X-Forwarded-For",
        "{$TEQUIO_HOST} > log > output discard",
    ]


def test_nginx_takes_in_requests_whole_and_writes_no_address_down():
    found = blocks((DEPLOY / "nginx.conf").read_text())

    wanted = [
        "server > location / > proxy_pass http://127.0.0.1:8000",
        "server > location / > proxy_request_buffering on",
        "server > location / > proxy_buffering on",
        "server > location / > proxy_set_header Host $host",
        "server > location / > proxy_set_header X-Forwarded-Proto $scheme",
        'server > location / > proxy_set_header X-Forwarded-For ""',
    ]
    assert [line for line in wanted if line not in found] == []
    assert found.count("server > access_log off") == 2


def test_every_door_lets_in_files_that_tequio_refuses_in_words():
    """A door with a smaller limit would answer with a page of its own."""
    megabytes = re.search(r"client_max_body_size (\d+)m;", (DEPLOY / "nginx.conf").read_text())

    assert int(megabytes[1]) > 200
    assert "max_size" not in (DEPLOY / "Caddyfile").read_text()


def test_the_service_starts_the_command_where_the_doors_look_for_it():
    service = unit()["Service"]

    host, port = SERVED.split(":")
    assert service["ExecStart"] == f"/opt/tequio/.venv/bin/tequio serve --port {port}"
    assert [host in (DEPLOY / name).read_text() for name in ("Caddyfile", "nginx.conf")] == [True, True]
    assert unit()["Install"] == {"WantedBy": "multi-user.target"}


def test_the_service_may_write_where_the_data_lies_and_nowhere_else():
    service = unit()["Service"]

    assert service["ReadWritePaths"] == settings_of("tequio.env")["TEQUIO_DATA"]
    assert {name: service[name] for name in ("ProtectSystem", "ProtectHome", "NoNewPrivileges", "UMask")} == {
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "NoNewPrivileges": "yes",
        "UMask": "0077",
    }


def by_caddy(folder):
    text = caddyfile(8080, SERVED, old=old_caddy(run("caddy", "version").stdout))
    (folder / "Caddyfile").write_text(text.replace("http://127.0.0.1:8080", "tequio.example.org"))
    command = ("caddy", "validate", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile"))
    return run(*command, HOME=str(folder))


def by_nginx(folder):
    (folder / "nginx.conf").write_text(nginx_conf(folder, 8080, SERVED))
    return run(program("nginx"), "-t", "-p", str(folder), "-c", str(folder / "nginx.conf"))


def by_systemd(folder):
    text = (DEPLOY / "tequio.service").read_text().replace("/opt/tequio/.venv/bin/tequio", "/bin/true")
    (folder / "tequio.service").write_text(text)
    return run("systemd-analyze", "verify", str(folder / "tequio.service"))


def test_the_programs_that_are_installed_read_their_files(tmp_path):
    readers = {"caddy": by_caddy, "nginx": by_nginx, "systemd-analyze": by_systemd}

    done = {name: read(tmp_path) for name, read in readers.items() if program(name)}

    told = {name: reply.stderr for name, reply in done.items() if reply.returncode or "tequio.service:" in reply.stderr}
    assert told == {}


def test_the_settings_of_the_service_are_known_and_make_sense(tmp_path):
    given = settings_of("tequio.env")

    known = [name for name in given if name.removesuffix("_FILE") not in variables()]
    made = load(
        {name: value for name, value in given.items() if not name.endswith("_FILE")} | {"TEQUIO_DATA": str(tmp_path)}
    )
    assert (known, made.https, made.hosts) == ([], True, ("tequio.example.org",))


def test_the_containers_hang_together():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]

    assert services["door"]["network_mode"] == "service:tequio"
    assert services["tequio"]["ports"] == ["80:80", "443:443"]
    assert [name for name in services["tequio"]["environment"] if name not in variables()] == []
    assert services["door"]["volumes"][0] == "./Caddyfile:/etc/caddy/Caddyfile:ro"
    assert services["tequio"]["build"] == {"context": "..", "dockerfile": "deploy/Dockerfile"}


def test_all_that_the_image_copies_is_there():
    lines = (DEPLOY / "Dockerfile").read_text().splitlines()

    copied = [word for line in lines if line.startswith("COPY ") for word in line.split()[1:-1]]
    assert [path for path in copied if not (DEPLOY.parent / path).exists()] == []
    assert lines[-1] == f'CMD ["tequio", "serve", "--port", "{SERVED.split(":")[1]}"]'


@pytest.mark.parametrize("text", ["a {\n", "}\n", "a {\n}\n}\n"])
def test_a_file_that_does_not_close_is_found_out(text):
    with pytest.raises(AssertionError):
        blocks(text)
