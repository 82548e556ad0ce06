"""What settings make of the environment, each way in a process of its own."""

import json
import os
import subprocess
import sys

SHOW = """
import json, django
django.setup()
from django.conf import settings
print(json.dumps([settings.DATABASES["default"]["OPTIONS"], settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"]]))
"""


def production(**environment):
    known = {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "SECRET_KEY": "only-for-tests",
        "ALLOWED_HOSTS": "kuule.example",
        "BASE_URL": "https://kuule.example",
        "DATABASE_URL": "postgis://kuule@database/kuule",
    }
    variables = {**os.environ, **known, **environment}
    shown = subprocess.run([sys.executable, "-c", SHOW], env=variables, capture_output=True, check=True)  # noqa: S603 - our own words
    return json.loads(shown.stdout)


def test_options_of_database_address_are_kept():
    options, _images = production(DATABASE_URL="postgis://kuule@database/kuule?sslmode=require")
    assert options == {"sslmode": "require", "options": "-c jit=off"}


def test_images_may_come_from_where_the_tiles_are():
    for address, origin in {
        "https://{s}.tiles.example/{z}/{x}/{y}.png": ["https://*.tiles.example"],
        "https://tiles.example:8443/a/{z}/{x}/{y}.png": ["https://tiles.example:8443"],
        "/tiles/{z}/{x}/{y}.png": [],
    }.items():
        _options, images = production(MAP_TILE_URL=address)
        assert images == ["'self'", "data:", *origin]
