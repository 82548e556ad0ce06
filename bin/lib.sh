# shellcheck shell=bash
# What bin/setup, bin/demo, bin/test and bin/manage share: words, rights and paths. Sourced, never run.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
VAR="$ROOT/var"
VENV="$ROOT/.venv"
PYTHON="$VENV/bin/python"
# The pins in requirements*.txt hold from this version up.
PYTHON_WANTED="3.11"

# Set to nothing means the same as not set, also to the programs started from here.
[ -n "${DATABASE_URL:-}" ] || unset DATABASE_URL

say() { printf '%s\n' "$*"; }

step() { printf '· %s\n' "$*"; }

warn() { printf '%s\n' "$*" >&2; }

# One clear sentence on stderr, then out: every foreseen failure ends here instead of in a stack trace.
die() {
    warn "kuule: $*"
    exit 1
}

# A script started in the background by another script has SIGINT ignored, and no shell can undo that: start anew with it heeded.
heed_interrupts() {
    local ignored
    ignored="$(sed -n 's/^SigIgn:[[:space:]]*//p' /proc/$$/status)"
    if (((16#$ignored >> 1) & 1)); then exec env --default-signal=INT "$0" "$@"; fi
}

is_root() { [ "$(id -u)" = 0 ]; }

digest() { sha256sum | cut -c1-16; }

# Two runs in one tree must not build the same thing at once. The lock goes with this process: descriptor 9 has to be
# closed for daemons (9>&-), or they would hold it for ever.
lock_setup() {
    mkdir -p "$VAR" 2>/dev/null || true
    [ -w "$VAR" ] || die "this needs the right to write in $ROOT: run it as the owner of that folder."
    if [ -e "$VAR/setup.lock" ] && [ ! -w "$VAR/setup.lock" ]; then
        die "var/ belongs to $(stat -c %U "$VAR/setup.lock"): run this as the same user as before."
    fi
    exec 9>"$VAR/setup.lock"
    if ! flock -n 9; then
        step "Waiting for another run of bin/setup, bin/demo or bin/test to finish its set-up"
        flock 9
    fi
}

unlock_setup() { exec 9>&-; }

# shellcheck source=bin/packages.sh
. "$ROOT/bin/packages.sh"
# shellcheck source=bin/database.sh
. "$ROOT/bin/database.sh"
# shellcheck source=bin/project.sh
. "$ROOT/bin/project.sh"

# setup_all runtime|tests: what a clone needs before anything of it runs. Leaves the set-up lock held, see lock_setup, and the
# project as the current folder.
setup_all() {
    cd "$ROOT"
    check_database_url
    lock_setup
    setup_debian_packages "$@"
    setup_python_packages "$@"
    setup_database
    setup_messages
}
