# The service as it runs for a city: production settings, gunicorn, no root. compose.yaml shows what belongs around it.
FROM python:3.11-slim-bookworm

RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        libgdal32 libgeos-c1v5 \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-noto-color-emoji \
        gettext \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /srv/kuule kuule

ENV DJANGO_SETTINGS_MODULE=cms.settings.production \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1

WORKDIR /srv/kuule/app
COPY requirements.txt .
RUN pip install --no-cache-dir --disable-pip-version-check --root-user-action=ignore --require-hashes -r requirements.txt
COPY . .

# collectstatic reads the settings but neither signs nor stores anything, so what it is given here is used nowhere else.
RUN python -m compileall -q cms hearings mapsurveys \
    && SECRET_KEY=build ALLOWED_HOSTS=localhost BASE_URL=http://localhost DATABASE_URL=postgis://localhost/kuule \
        sh -c 'python manage.py compilemessages && python manage.py collectstatic --no-input' \
    && mkdir -p var/media \
    && chown -R kuule: var

USER kuule
VOLUME /srv/kuule/app/var/media
EXPOSE 8000
CMD ["gunicorn", "cms.wsgi:application", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "4", "--worker-class", "gthread", "--no-control-socket"]
