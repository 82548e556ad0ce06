# shellcheck shell=bash
# The steps that need the project's own code: translations, tables, pages. Sourced by bin/lib.sh.

# Runs a slow step in the background and waits, so that Ctrl-C ends it by SIGTERM: Python then stops without a stack trace.
RUNNING=""
patiently() {
    "$@" 8>&- 9>&- &
    RUNNING=$!
    local status=0
    wait "$RUNNING" || status=$?
    RUNNING=""
    return "$status"
}

stop_running() {
    if [ -z "$RUNNING" ]; then return 0; fi
    kill -TERM "$RUNNING" 2>/dev/null || true
    wait "$RUNNING" 2>/dev/null || true
}

# Ctrl-C before there is anything to serve.
leave_on_interrupt() {
    trap 'stop_running; release_cluster; exit 130' INT
    trap 'stop_running; release_cluster; exit 143' TERM HUP
}

# Translations whose source is newer than what was compiled of it. Django's own compilemessages would cost a second to find
# nothing to do, and would wander into .venv.
setup_messages() {
    local po mo
    while IFS= read -r po; do
        mo="${po%.po}.mo"
        if [ ! "$mo" -ot "$po" ] && [ -e "$mo" ]; then continue; fi
        msgfmt --check-format -o "$mo.new" "$po" || die "${po#"$ROOT"/} is not a whole translation file, see above."
        mv "$mo.new" "$mo"
    done < <(find "$ROOT/locale" -name '*.po' 2>/dev/null)
}

# Everything that migrations and the site's pages may depend on.
project_digest() {
    find cms hearings mapsurveys manage.py requirements.txt -type f -not -name '*.pyc' -not -path '*/static/*' -print0 2>/dev/null |
        sort -z | xargs -0 sha256sum | digest
}

# What the private cluster says about itself: changes when somebody migrates by hand or drops the database.
migrations_digest() {
    # Before the first migration there is no such table: that is an answer too.
    { pg_psql -d "$PG_DATABASE" -c 'select app, name from django_migrations order by id' 2>/dev/null || true; } | digest
}

# A server that is somebody else's fails in many ways; each of them in one sentence.
check_foreign_database() {
    "$PYTHON" - "$ENV_FILE" <<'PY' || exit 1
import sys

import environ
import psycopg

env = environ.Env()
env.read_env(sys.argv[1])
try:
    config = env.db("DATABASE_URL")
    names = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password", "NAME": "dbname"}
    arguments = {name: config[key] for key, name in names.items() if config[key]} | config.get("OPTIONS", {})
    with psycopg.connect(**{"connect_timeout": 10, **arguments}) as connection:
        if not connection.execute("select 1 from pg_available_extensions where name = 'postgis'").fetchone():
            sys.exit("kuule: the server of DATABASE_URL has no PostGIS extension.")
except (psycopg.Error, environ.ImproperlyConfigured, ValueError) as error:
    reason = " ".join(str(error).split())
    sys.exit(f"kuule: the database of DATABASE_URL cannot be used: {reason}")
PY
}

# Tables and the site's own pages, when the code or the database changed since they were last made.
setup_site() {
    local mark="$VAR/site-made" now=""
    if own_cluster_wanted; then
        now="$(project_digest) $(migrations_digest)"
        if [ "$(cat "$mark" 2>/dev/null)" = "$now" ]; then return 0; fi
    else
        check_foreign_database
    fi
    step "Making the tables and the site's pages"
    rm -f "$mark"
    patiently "$PYTHON" manage.py migrate --verbosity 0 --no-input || die "the tables could not be made, see above."
    patiently "$PYTHON" manage.py create_site || die "the site's pages could not be made, see above."
    if own_cluster_wanted; then say "$(project_digest) $(migrations_digest)" >"$mark"; fi
}
