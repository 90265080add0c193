#!/bin/sh
# install.sh LOCK: put into .venv what the lock file pins, unless exactly that is there already.
# "There already" is judged by content: file times change with every copy of the folder and every branch.
set -eu
lock=$1
seen=.venv/installed

# Dateline runs from this folder: a relative line in a .pth file holds wherever the folder goes.
link() {
    for packages in .venv/lib/python3.*/site-packages; do
        echo ../../../.. >"$packages/dateline.pth"
    done
    cat >.venv/bin/dateline <<'END'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -P -m ui "$@"
END
    chmod +x .venv/bin/dateline
}

if .venv/bin/python -c '' 2>/dev/null && cmp -s "$lock" "$seen/$lock"; then
    link
    exit 0
fi
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    sh tools/python.sh -m venv .venv
fi

quiet=--quiet
if [ -t 1 ]; then quiet=; fi
echo "Installing what $lock pins (a few minutes the first time) ..." >&2
# pip must write bytecode, or every later start takes twice as long.
env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m pip install $quiet --disable-pip-version-check --no-input \
    --no-deps --only-binary :all: --require-hashes -r "$lock"
link

mkdir -p "$seen"
cp "$lock" "$seen/$lock"
# The development set holds the other one whole.
if [ "$lock" = requirements-dev.txt ]; then cp requirements.txt "$seen/requirements.txt"; fi
