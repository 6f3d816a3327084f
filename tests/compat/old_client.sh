#!/bin/sh
# Opens a released DuckDB file with the oldest client that it is promised to: `sh tests/compat/old_client.sh FILE`.
set -eu
file=$1
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
.venv/bin/python -m venv "$folder/client"
"$folder/client/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/duckdb-1.1.txt"
"$folder/client/bin/python" "$here/open_release.py" "$file"
