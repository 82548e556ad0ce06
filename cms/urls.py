"""Every address of the service. They are a contract: feeds, tests and other people's links rely on them."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth import views as auth_views
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms import health, views
from cms.opendata import views as opendata_views

# Django's own view would show the host's name as the site's.
login = auth_views.LoginView.as_view(
    template_name="accounts/login.html", extra_context={"site_name": settings.KUULE_SITE_NAME}
)


def guest_urls(attribute: str) -> list:
    """Addresses that the floors above bring: an app config names their modules in `localised_urls` (below
    the language) and `data_urls` (the same in all languages)."""
    configs = apps.get_app_configs()
    return [path("", include(getattr(config, attribute))) for config in configs if hasattr(config, attribute)]


urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readiness", health.readiness, name="readiness"),
    path("", views.to_reader_language),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/login/", login, name="login"),
    path("accounts/logout/", auth_views.LogoutView.as_view(), name="logout"),
    path("open-data/", include("cms.opendata.urls")),
    path("ogc/", include("cms.opendata.ogc.urls")),
    path("map/layers/", include("cms.layers.urls")),
    re_path(r"^media/(?P<path>(?!documents/).*)$", views.media),
]

urlpatterns += guest_urls("data_urls")
urlpatterns += i18n_patterns(
    path("open-data/", include(([path("", opendata_views.open_data, name="open_data")], "cms"))),
    *guest_urls("localised_urls"),
    path("", include(wagtail_urls)),
)

handler400 = "cms.views.bad_request"
