"""The shapes of GeoJSON layers, which maps fetch when a layer is shown."""

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from cms.layers.choices import LayerKind
from cms.layers.models import Layer
from cms.pages import public_page


@public_page
@require_safe
def geojson(request, pk):
    """A layer's FeatureCollection in EPSG:4326; 404 where the layer is not in use, or is of another kind."""
    layers = Layer.objects.visible_to(request.user).filter(kind=LayerKind.GEOJSON)
    layer = get_object_or_404(layers.defer(None).only("geojson"), pk=pk)
    if not layer.geojson:
        raise Http404
    form = {"ensure_ascii": False, "separators": (",", ":")}
    return JsonResponse(layer.geojson, json_dumps_params=form, content_type="application/geo+json")
