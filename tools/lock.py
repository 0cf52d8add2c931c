"""Writes requirements/*.txt: the exact versions, with hashes, of what pyproject.toml asks for. Names no registry."""

import subprocess
import sys
from pathlib import Path

UV = Path(sys.executable).with_name("uv")
OPTIONS = ["--python-version", "3.12", "--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
GROUPS = {"run": ["build"], "dev": ["build", "dev"]}

for name, groups in GROUPS.items():
    asked = [part for group in groups for part in ("--group", group)]
    command = [UV, "pip", "compile", "pyproject.toml", "--extra", "postgres", *asked, *OPTIONS]
    subprocess.run([*command, "-o", f"requirements/{name}.txt"], check=True, stdout=subprocess.DEVNULL)  # noqa: S603

# The installer itself, taken from the list above so that all three agree.
lines = Path("requirements/dev.txt").read_text().splitlines()
start = next(place for place, line in enumerate(lines) if line.startswith("uv=="))
end = next(place for place in range(start + 1, len(lines)) if not lines[place].startswith("    "))
Path("requirements/uv.txt").write_text("\n".join(lines[start:end]) + "\n")
