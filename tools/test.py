"""The whole suite: everything on SQLite, then what touches the database on PostgreSQL, where it is installed.

The server is started on a free port of this machine with a folder of its own, and ended afterwards.
"""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import postgres

PYTEST = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile", "-q"]
ON_POSTGRESQL = ["tests/apps", "tests/project"]


def run(arguments: list[str], **environment: str) -> int:
    return subprocess.run([*PYTEST, *arguments], env=os.environ | environment, check=False).returncode  # noqa: S603


def main() -> int:
    given = sys.argv[1:]
    print("— on SQLite", flush=True)
    failed = run(given)
    if given:
        return failed
    with ExitStack() as stack:
        url = postgres.start(stack)
        if url is None:
            print("— PostgreSQL: skipped, no server is installed here")
            return failed or int(bool(os.environ.get("CI")))
        print("— on PostgreSQL", flush=True)
        return failed or run(ON_POSTGRESQL, DATABASE_URL=url)


if __name__ == "__main__":
    sys.exit(main())
