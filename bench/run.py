"""Runs every benchmark, each in a process of its own, and says which bars were missed."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_BENCHES = {"run.py", "common.py"}


def main():
    wanted = sys.argv[1:]
    scripts = [
        path for path in sorted(HERE.glob("*.py")) if path.name not in NOT_BENCHES and not path.stem.endswith("_seed")
    ]
    chosen = [path for path in scripts if not wanted or path.stem in wanted]
    missed = [
        path.stem for path in chosen if subprocess.run([sys.executable, path], cwd=HERE.parent, check=False).returncode
    ]
    print(f"Bars missed: {', '.join(missed)}" if missed else "Every bar holds.")
    return len(missed)


if __name__ == "__main__":
    sys.exit(main())
