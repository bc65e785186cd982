#!/usr/bin/env bash
# Run once by Gradescope, as /autograder/source/setup.sh: finds a Python with the packages the
# grader needs, or makes one. If the image has the packages already, nothing is downloaded.
set -euo pipefail
source="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
[ -d "$source/grading" ] || source="$source/source"

is_new() { "$1" -c 'import sys; assert sys.version_info >= (3, 11)' 2>/dev/null; }
has_all() { is_new "$1" && "$1" -c 'import numpy, scipy, matplotlib, nbformat, nbgrader, msgpack, jupytext' 2>/dev/null; }

rm -f "$source/python"
for python in "${AUTOGRADER_PYTHON:-}" "$source/venv/bin/python" \
        python3 python python3.14 python3.13 python3.12 python3.11; do
    if [ -n "$python" ] && has_all "$python"; then
        command -v "$python" > "$source/python"
        break
    fi
done
if [ ! -s "$source/python" ]; then
    base=""
    for python in python3.13 python3.12 python3.11 python3; do
        if [ -z "$base" ] && is_new "$python"; then base="$python"; fi
    done
    if [ -z "$base" ]; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3.11 python3.11-venv
        base=python3.11
    fi
    "$base" -m venv "$source/venv"
    "$source/venv/bin/python" -m pip install --quiet --require-hashes -r "$source/requirements.lock"
    echo "$source/venv/bin/python" > "$source/python"
fi
chmod +x "$source/run_autograder"
# Compile once here, not for each submission.
"$(cat "$source/python")" -m compileall -q "$source/grading" "$source/lib"
echo "The grader runs on $(cat "$source/python")."
