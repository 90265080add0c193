#!/bin/sh
# Whether anything is read worse than it was: claims, times, and what reading costs beside bare spaCy.
# The references are not part of the repository; without them there is nothing to measure, and that is said.
set -eu
python=.venv/bin/python
shared=../shared

if [ ! -d "$shared" ]; then
    echo "Quality floors: skipped, the reference texts are not beside this repository."
    exit 0
fi
$python -m benchmarks.quality --floors
for folder in "$shared"/data/timex/*/; do
    $python -m benchmarks.times "$folder"
done
$python -m benchmarks.speed
