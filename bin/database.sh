# shellcheck shell=bash
# The private PostgreSQL cluster with PostGIS in var/postgres: made, started and stopped here. Sourced by bin/lib.sh.
#
# It listens on a unix socket in a folder that only its owner can enter (0700), so it needs neither a password nor a port.

PG_BIN="/usr/lib/postgresql/15/bin"
PG_HOME="$VAR/postgres"
# The same without symbolic links: its owner may be unable to enter the folders that lead to $PG_HOME.
PG_REAL="$(readlink -f "$PG_HOME" || true)"
PG_ROLE="kuule"
PG_DATABASE="kuule"
ENV_FILE="$VAR/env"
# Held shared by every bin/demo and bin/test, so that the one that ends last knows that it may stop the cluster.
PG_USERS_LOCK="$VAR/postgres.users"
# There when a bin/demo or bin/test started the cluster; not there when bin/setup or a person did, who wants it to stay.
PG_STOP_MARK="$VAR/postgres.stop-when-idle"

# The DATABASE_URL that var/env holds, or nothing.
env_file_database_url() {
    [ -r "$ENV_FILE" ] || return 0
    sed -n 's/^DATABASE_URL=//p' "$ENV_FILE" | tail -n 1
}

# A URL from the environment, or one that a person wrote in var/env, means somebody else's server.
own_cluster_wanted() {
    [ -z "${DATABASE_URL:-}" ] || return 1
    case "$(env_file_database_url)" in
        "" | "postgis://$PG_ROLE@//"*"/$PG_DATABASE") return 0 ;;
        *) return 1 ;;
    esac
}

# The one thing about somebody else's server that can be told before the packages are there that speak to it.
check_database_url() {
    case "${DATABASE_URL:-$(env_file_database_url)}" in
        "" | postgis://*) ;;
        *) die "DATABASE_URL has to begin with postgis:// (PostgreSQL with PostGIS is the only database)." ;;
    esac
}

# PostgreSQL refuses to run as root, so root runs it as the user that Debian's package makes; anybody else as themselves.
# An existing cluster keeps the owner that it has.
pg_owner() {
    local owner
    is_root || {
        id -un
        return
    }
    owner="$(stat -c %U "$PG_REAL/data" 2>/dev/null || true)"
    case "$owner" in
        "" | root | UNKNOWN) say postgres ;;
        *) say "$owner" ;;
    esac
}

# Runs a command as the cluster's owner, from / because the owner may not be allowed to enter the current folder.
as_pg() (
    cd /
    if is_root; then
        local owner
        owner="$(pg_owner)"
        exec setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups env HOME=/ "$@" 9>&- 8>&-
    fi
    exec "$@" 9>&- 8>&-
)

# Where the socket lies. PostgreSQL allows 107 bytes for the whole path, and only plain characters pass through both its
# settings and a URL unharmed: for any other path a short one under /tmp stands in.
pg_socket_dir() {
    local dir LC_ALL=C
    dir="$PG_REAL/socket"
    if [ $((${#dir} + 14)) -gt 107 ] || [[ ! "$dir" =~ ^[A-Za-z0-9/._-]+$ ]]; then
        dir="/tmp/kuule-$(printf %s "$dir" | digest)"
    fi
    say "$dir"
}

pg_url() { say "postgis://$PG_ROLE@/$(pg_socket_dir)/$PG_DATABASE"; }

pg_psql() {
    PGCONNECT_TIMEOUT=5 psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$(pg_socket_dir)" -U "$PG_ROLE" "$@"
}

pg_is_running() {
    "$PG_BIN/pg_isready" -q -t 2 -h "$(pg_socket_dir)" 2>/dev/null
}

# Makes var/postgres such that the cluster's owner can reach it. Run as root in a folder closed to others (/root, a private
# temporary folder), the data goes to /var/lib/kuule and var/postgres points there.
make_pg_home() {
    local owner elsewhere
    owner="$(pg_owner)"
    if [ ! -e "$PG_HOME" ]; then
        rm -f "$PG_HOME"
        mkdir -p "$PG_HOME"
    fi
    PG_REAL="$(readlink -f "$PG_HOME")"
    is_root || return 0
    id "$owner" >/dev/null 2>&1 || die "the user $owner is missing: is Debian's package postgresql-15 installed?"
    chown "$owner:" "$PG_HOME/"
    as_pg test -w "$PG_REAL" && return 0
    [ ! -e "$PG_HOME/data" ] || die "the user $owner cannot reach $PG_HOME: open the folders above it for $owner or remove it."
    rmdir "$PG_HOME"
    elsewhere="/var/lib/kuule/$(printf %s "$ROOT" | digest)"
    mkdir -p "$elsewhere"
    chmod 755 /var/lib/kuule
    chown "$owner:" "$elsewhere"
    chmod 700 "$elsewhere"
    ln -s "$elsewhere" "$PG_HOME"
    PG_REAL="$elsewhere"
}

make_socket_dir() {
    local dir owner
    dir="$(pg_socket_dir)"
    owner="$(pg_owner)"
    as_pg mkdir -p -m 700 "$dir"
    [ "$(stat -c %U "$dir")" = "$owner" ] || die "$dir belongs to somebody else than $owner: remove it."
    as_pg chmod 700 "$dir"
}

make_cluster() {
    local data="$PG_REAL/data" fresh="$PG_REAL/data.new"
    [ ! -s "$data/kuule.conf" ] || return 0
    step "Making a private PostgreSQL cluster in var/postgres"
    # Made beside its place and renamed when whole, so that a run cut short leaves nothing half made.
    as_pg rm -rf "$data" "$fresh"
    as_pg "$PG_BIN/initdb" -D "$fresh" -U "$PG_ROLE" -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null ||
        die "initdb could not make a database cluster in $PG_HOME."
    as_pg tee "$fresh/kuule.conf" >/dev/null <<'CONF'
# Written by bin/setup. A development cluster: quick rather than safe against a power cut.
listen_addresses = ''
max_connections = 60
shared_buffers = 256MB
work_mem = 16MB
maintenance_work_mem = 128MB
synchronous_commit = off
timezone = 'UTC'
log_timezone = 'UTC'
CONF
    as_pg sh -c 'echo "include '"'kuule.conf'"'" >>"$1"' sh "$fresh/postgresql.conf"
    as_pg mv "$fresh" "$data"
}

# A postmaster.pid left by a crash names a process that is gone or, worse, that is by now something else.
clear_stale_pid() {
    local file="$PG_REAL/data/postmaster.pid" pid
    as_pg test -s "$file" || return 0
    pid="$(as_pg head -n 1 "$file")"
    if as_pg test "/proc/$pid/cwd" -ef "$PG_REAL/data"; then
        return 0
    fi
    as_pg rm -f "$file"
}

# Another process is starting the cluster, or it is reading its log after a crash.
wait_for_cluster() {
    local _
    for _ in {1..60}; do
        ! pg_is_running || return 0
        sleep 0.5
    done
    die "the database cluster in var/postgres runs but does not answer: stop process $(as_pg head -n 1 "$PG_REAL/data/postmaster.pid") and try again."
}

start_cluster() {
    local log="$PG_REAL/log" _
    pg_is_running && return 0
    if ! is_root && [ ! -w "$PG_HOME" ]; then
        die "var/postgres belongs to $(stat -Lc %U "$PG_HOME"): run this as the same user as before, or remove var/postgres."
    fi
    make_cluster
    make_socket_dir
    clear_stale_pid
    if as_pg test -s "$PG_REAL/data/postmaster.pid"; then
        wait_for_cluster
        return 0
    fi
    step "Starting the private PostgreSQL cluster"
    # After a crash the old server's children may need a moment to let go of their shared memory.
    for _ in {1..5}; do
        if as_pg "$PG_BIN/pg_ctl" -D "$PG_REAL/data" -l "$log" -s -w -t 60 \
            -o "-c unix_socket_directories='$(pg_socket_dir)'" start >/dev/null 2>&1 </dev/null; then
            PG_STARTED_HERE=1
            return 0
        fi
        sleep 1
    done
    die "the database cluster in var/postgres did not start; var/postgres/log says why."
}

make_database() {
    as_pg test -e "$PG_REAL/data/PG_VERSION" || die "var/postgres/data was removed under a running cluster: stop that postgres and try again."
    # initdb's superuser is the role itself; only the database is still to be made.
    if [ "$(pg_psql -d postgres -c "select count(*) from pg_database where datname = '$PG_DATABASE'")" = 0 ]; then
        pg_psql -d postgres -c "create database $PG_DATABASE"
    fi
    pg_psql -d "$PG_DATABASE" -c "set client_min_messages = warning; create extension if not exists postgis"
}

# The secret key stays for good; the address follows the tree when that is moved.
write_env_file() {
    local url old key
    old="$(env_file_database_url)"
    key="$(sed -n 's/^SECRET_KEY=//p' "$ENV_FILE" 2>/dev/null | tail -n 1 || true)"
    url="$old"
    if own_cluster_wanted; then url="$(pg_url)"; fi
    if [ -n "$key" ] && [ "$url" = "$old" ]; then return 0; fi
    [ -n "$key" ] || key="$("$PYTHON" -c 'import secrets; print(secrets.token_urlsafe(50))')"
    (
        umask 077
        {
            say "# Written by bin/setup; real environment variables win over these."
            grep -vE '^(#|SECRET_KEY=|DATABASE_URL=)' "$ENV_FILE" 2>/dev/null || true
            say "SECRET_KEY=$key"
            [ -z "$url" ] || say "DATABASE_URL=$url"
        } >"$ENV_FILE.new"
    )
    mv "$ENV_FILE.new" "$ENV_FILE"
}

# Makes the private cluster, its database and var/env, unless the database is somebody else's.
setup_database() {
    PG_STARTED_HERE=0
    if own_cluster_wanted; then
        make_pg_home
        start_cluster
        make_database
    fi
    write_env_file
}

stop_cluster() {
    pg_is_running || return 0
    as_pg "$PG_BIN/pg_ctl" -D "$PG_REAL/data" -s -m fast -w -t 30 stop >/dev/null 2>&1 || true
    rm -f "$PG_STOP_MARK"
}

# Says that this run needs the cluster; call after setup_database, and release_cluster at the end.
hold_cluster() {
    own_cluster_wanted || return 0
    if [ "${PG_STARTED_HERE:-0}" = 1 ]; then : >"$PG_STOP_MARK"; fi
    exec 8>"$PG_USERS_LOCK"
    flock -s 8
}

# Stops the cluster when a run like this started it and no other run needs it any more.
release_cluster() {
    own_cluster_wanted || return 0
    # A run that is still setting up counts as one that needs it.
    exec 9>"$VAR/setup.lock"
    if [ -e "$PG_STOP_MARK" ] && flock -n 9 && flock -n -x 8; then stop_cluster; fi
    exec 8>&- 9>&-
}
