"""The files of deploy/, read as their programs would, and made fit to run on a free port of this machine."""

import re
import shutil
from collections.abc import Mapping
from configparser import RawConfigParser
from pathlib import Path

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
HERE, SERVED = "{$TEQUIO_HOST}", "127.0.0.1:8000"
ONLY_WITH_CERTIFICATES = re.compile(r"^\s*(ssl_certificate\w*|listen \[::\]).*\n", re.MULTILINE)


def caddyfile(port: int, upstream: str, *, old: bool = False) -> str:
    """The Caddyfile on a port of this machine, without a certificate; `old`: in the words of Caddy before 2.7."""
    text = (DEPLOY / "Caddyfile").read_text().replace(HERE, f"http://127.0.0.1:{port}").replace(SERVED, upstream)
    text = text.replace("{\n\tservers", "{\n\tadmin off\n\tservers", 1)
    return re.sub(r"request_buffers \S+", "buffer_requests", text) if old else text


def nginx_site(port: int, upstream: str) -> str:
    """The encrypted server of the nginx file, alone, on a port of this machine and without a certificate."""
    text = (DEPLOY / "nginx.conf").read_text()
    site = ONLY_WITH_CERTIFICATES.sub("", "server {" + text.split("server {")[2])
    site = site.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};").replace(SERVED, upstream)
    return site.replace("error_log /var/log/nginx/error.log crit;", "")


def nginx_conf(folder: Path, port: int, upstream: str) -> str:
    """A whole configuration around it that keeps to one folder."""
    kept = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    head = f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
    return f"{head}http {{\n{kept}{nginx_site(port, upstream)}}}\n"


def old_caddy(version: str) -> bool:
    """Whether "2.6.2" or "v2.8.4 h1:…" is before 2.7."""
    found = re.search(r"(\d+)\.(\d+)", version)
    return found is not None and (int(found[1]), int(found[2])) < (2, 7)


def program(name: str) -> str | None:
    return shutil.which(name) or next(
        (path for path in (f"/usr/sbin/{name}", f"/sbin/{name}") if Path(path).exists()), None
    )


def unit() -> Mapping[str, Mapping[str, str]]:
    reader = RawConfigParser(strict=False)
    reader.optionxform = str  # type: ignore[assignment,method-assign]
    reader.read(DEPLOY / "tequio.service")
    return {section: dict(reader[section]) for section in reader.sections()}


def blocks(text: str) -> list[str]:
    """The directives of an nginx or Caddy file, each with the blocks that it stands in; refuses a stray brace."""
    inside: list[str] = []
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.split(" # ")[0].strip()
        if bare.startswith("#") or not bare:
            continue
        if bare == "}":
            assert inside, f"line {number}: nothing to close"
            inside.pop()
        elif bare.endswith("{"):
            inside.append(bare[:-1].strip())
        else:
            found.append(" > ".join([*inside, bare.rstrip(";")]))
    assert inside == [], f"never closed: {inside}"
    return found
