#!/bin/sh
# Makes `.venv` from the lock: `sh locks/setup.sh PYTHON run|test|benchmark`. Uses uv where it is, else a private one from pip.
set -eu
python=$1
wanted=$2
# Who has the test tools keeps them: the lock for tests holds all of the lock for runs, that for benchmarks all of both.
[ "$wanted" = run ] && [ -f .venv/.ready-test ] && wanted=test

say() { printf '%s\n' "$*" >&2; }
command -v "$python" >/dev/null || { say "No '$python' here. Install Python 3.11 or newer, or name one: make run PYTHON=python3.12"; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "'$python' is too old: Python 3.11 or newer is needed. Name another: make run PYTHON=python3.12"; exit 1; }

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    uv=.uv/bin/uv
    if [ ! -x "$uv" ]; then
        say "Setting up: the installer ..."
        "$python" -m venv .uv || { say "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
        .uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/uv.txt
    fi
fi

say "Setting up: libraries into .venv ($wanted; needs the network the first time) ..."
[ -x .venv/bin/python ] || "$uv" venv --quiet --python "$python" --no-python-downloads .venv
"$uv" pip sync --quiet --python .venv/bin/python --require-hashes --compile-bytecode "locks/$wanted.txt"
"$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
touch .venv/.ready-run
if [ "$wanted" != run ]; then touch .venv/.ready-test; fi
