"""Everything that can be told without running the product: style, types, layers, catalogues, migrations, map."""

import os
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = {
    "style": ["ruff", "check", "src", "tests", "tools", "bench"],
    "format": ["ruff", "format", "--check", "src", "tests", "tools", "bench"],
    "types": ["mypy"],
    "layers": ["lint-imports"],
    "migrations": ["python", "-m", "django", "makemigrations", "--check", "--dry-run"],
    "catalogues and map": ["pytest", "-q", "tests/repo/test_catalogues.py", "tests/repo/test_map.py"],
}


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ["PYTHONPATH"] = "."
    failed = []
    for name, (command, *arguments) in CHECKS.items():
        print(f"— {name}", flush=True)
        if subprocess.run([BIN / command, *arguments], check=False).returncode:  # noqa: S603 (our own commands)
            failed.append(name)
    print(f"Failed: {', '.join(failed)}" if failed else "All checks hold.")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
