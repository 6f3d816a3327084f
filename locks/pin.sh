#!/bin/sh
# Writes the locks anew: names, versions and hashes for every platform, and no host. `sh locks/pin.sh PYTHON`.
set -eu
uv=$(command -v uv || echo .uv/bin/uv)
pin() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
        --no-emit-index-url --no-emit-find-links --upgrade "$@"
}
pin pyproject.toml --group build --output-file locks/run.txt
pin pyproject.toml --group build --extra ray --constraint locks/run.txt --output-file locks/ray.txt
pin pyproject.toml --group build --group test --extra ray --constraint locks/run.txt --output-file locks/test.txt
pin pyproject.toml --group build --group test --group benchmark --extra ray --constraint locks/test.txt --output-file locks/benchmark.txt
echo uv | pin - --output-file locks/uv.txt
