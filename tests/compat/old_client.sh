#!/bin/sh
# Opens a released DuckDB file with each client that it is promised to, the installed one among them: `sh tests/compat/old_client.sh FILE`.
set -eu
file=$1
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for pins in "$here"/duckdb-*.txt; do
    client=$folder/$(basename "$pins" .txt)
    .venv/bin/python -m venv "$client"
    "$client/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$pins"
    "$client/bin/python" "$here/open_release.py" "$file"
done
.venv/bin/python "$here/open_release.py" "$file"
