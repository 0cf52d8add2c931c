#!/usr/bin/env bash
# Makes .venv with what requirements/$1.txt names, exactly, and the command `tequio`.
# Needs Python 3.12 or newer (3.13 if it is there); brings uv along where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
want="${1:-run}"

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; }

find_python() {
  for name in python3.13 python3.12 python3 python; do
    if command -v "$name" >/dev/null && new_enough "$name"; then command -v "$name"; return; fi
  done
  for version in 3.13 3.12; do
    for path in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version"*/bin/python; do
      if [ -x "$path" ] && new_enough "$path"; then echo "$path"; return; fi
    done
  done
}

if [ ! -x .venv/bin/python ] || ! new_enough .venv/bin/python; then
  python="$(find_python)"
  if [ -z "$python" ]; then
    echo "Tequio needs Python 3.12 or newer, and none was found. Install one and run this again." >&2
    exit 1
  fi
  rm -rf .venv
  "$python" -m venv .venv
fi

uv="$(command -v uv || true)"
if [ -z "$uv" ]; then
  [ -x .venv/bin/uv ] || .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
  uv=.venv/bin/uv
fi

"$uv" pip install --quiet --python .venv/bin/python --require-hashes -r "requirements/$want.txt"
"$uv" pip install --quiet --python .venv/bin/python --no-build-isolation --no-deps -e .
