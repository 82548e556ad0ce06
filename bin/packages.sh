# shellcheck shell=bash
# Debian's packages and the Python ones, installed when they are missing. Sourced by bin/lib.sh.

# GeoDjango loads libgdal and libgeos_c; WeasyPrint loads pango and harfbuzz, and needs fonts to draw with.
DEBIAN_PACKAGES=(
    gdal-bin libgdal32 libgeos-c1v5
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-noto-color-emoji
    gettext
)
DEBIAN_PACKAGES_DATABASE=(postgresql-15 postgresql-15-postgis-3)
# Playwright brings a node of its own that wants libatomic.
DEBIAN_PACKAGES_TESTS=(chromium libatomic1)

# The first Python that is new enough, or nothing.
find_python() {
    local name
    for name in python3.11 python3 python3.13 python3.12; do
        if "$name" -c "import sys; sys.exit(sys.version_info < tuple(map(int, '$PYTHON_WANTED'.split('.'))))" 2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
}

# The wanted packages that dpkg does not have, one a line.
missing_packages() {
    local have
    # dpkg-query fails as soon as it does not know one of them.
    have="$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p' || true)"
    comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$have" | sort -u)
}

# Installing postgresql-15 makes and starts a system cluster on port 5432 that nobody here needs.
forbid_system_cluster() {
    local conf=/etc/postgresql-common/createcluster.conf
    if [ -e "$conf" ]; then return 0; fi
    printf '# Written by the bin/setup of Kuule, which makes its own cluster.\ncreate_main_cluster = false\n' |
        "$@" sh -c "mkdir -p /etc/postgresql-common && cat >$conf"
}

# setup_debian_packages runtime|tests: installs what is missing, or says in one sentence what somebody else has to install.
setup_debian_packages() {
    local wanted=("${DEBIAN_PACKAGES[@]}") missing python as_root=()
    if own_cluster_wanted; then wanted+=("${DEBIAN_PACKAGES_DATABASE[@]}"); fi
    if [ "${1:-}" = tests ]; then wanted+=("${DEBIAN_PACKAGES_TESTS[@]}"); fi
    python="$(find_python)"
    [ -n "$python" ] || die "Python $PYTHON_WANTED or newer is needed and was not found."
    "$python" -c 'import ensurepip, venv' 2>/dev/null || wanted+=(python3-venv)

    command -v dpkg-query >/dev/null || die "this set-up knows only Debian 12; elsewhere install the counterparts of: ${wanted[*]}."
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    if [ "${#missing[@]}" = 0 ]; then return 0; fi

    if ! is_root; then
        if sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
        elif [ -t 0 ] && command -v sudo >/dev/null; then
            say "Debian packages are missing, and sudo will ask for your password to install them: ${missing[*]}"
            as_root=(sudo)
        else
            die "these Debian packages are missing and this user may not install them; as root run: apt-get install ${missing[*]}"
        fi
    fi
    step "Installing Debian packages: ${missing[*]}"
    forbid_system_cluster "${as_root[@]}"
    apt_quietly "${as_root[@]}" apt-get update
    apt_quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# Keeps apt's hundreds of lines for the case that it fails.
apt_quietly() {
    local log="$VAR/apt.log"
    "$@" >"$log" 2>&1 9>&- || {
        tail -n 15 "$log" >&2
        die "apt-get could not do its work, see above (all of it is in var/apt.log)."
    }
}

# setup_python_packages runtime|tests: the pinned packages in .venv. The tests' list holds the other one whole.
setup_python_packages() {
    local list="$ROOT/requirements.txt" wanted done_mark="$VENV/.kuule-installed"
    if [ "${1:-}" = tests ]; then list="$ROOT/requirements-dev.txt"; fi
    wanted="$ROOT $(digest <"$list")"
    if [ -r "$done_mark" ] && grep -qxF "$wanted" "$done_mark" && "$PYTHON" -c '' 2>/dev/null; then return 0; fi
    make_venv
    step "Installing the Python packages of ${list##*/}"
    rm -f "$done_mark"
    # Only errors: warnings are about the machine's own pip settings.
    PIP_ROOT_USER_ACTION=ignore PIP_DISABLE_PIP_VERSION_CHECK=1 "$PYTHON" -m pip install -qq --no-input --require-hashes -r "$list" 9>&- ||
        die "pip could not install $list, see above."
    {
        say "$wanted"
        if [ "${1:-}" = tests ]; then say "$ROOT $(digest <"$ROOT/requirements.txt")"; fi
    } >"$done_mark"
}

# A .venv holds its own path and its Python's: moved, copied or outlived by that Python it is made anew.
make_venv() {
    local python
    if "$PYTHON" -c 'import pip' 2>/dev/null && grep -qF "$VENV" "$VENV/bin/activate"; then return 0; fi
    step "Making .venv"
    python="$(find_python)"
    rm -rf "$VENV"
    "$python" -m venv "$VENV" 9>&- || die "$python could not make a virtual environment in .venv."
}
