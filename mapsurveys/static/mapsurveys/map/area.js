/** The area within which places may be marked: whether something is inside it, and how it is shown. */

import { segmentsCross } from "../../cms/map/geometry.js";
import { inRings } from "../js/inside.js";

const L = window.L;

const ringsOf = ({ coordinates }) => coordinates.flat();

/** Whether the position is inside a GeoJSON MultiPolygon. */
export function isInside(position, area) {
  return area.coordinates.some((rings) => inRings(position, rings));
}

/** Whether the whole shape {kind, vertices} is; the server, which is exact, has the last word. */
export function isWhollyInside({ kind, vertices }, area) {
  if (!vertices.every((vertex) => isInside(vertex, area))) {
    return false;
  }
  const corners = kind === "polygon" ? [...vertices, vertices[0]] : vertices;
  return !corners
    .slice(1)
    .some((vertex, index) =>
      ringsOf(area).some((ring) =>
        ring.slice(1).some((corner, place) => segmentsCross(corners[index], vertex, ring[place], corner)),
      ),
    );
}

/** Dims everything outside the area and lines its edge; gives the area's bounds. */
export function showArea(map, area) {
  const latlngs = (ring) => ring.map(([lon, lat]) => [lat, lon]);
  const world = [
    [-85, -180],
    [-85, 180],
    [85, 180],
    [85, -180],
  ];
  const outer = area.coordinates.map(([ring]) => latlngs(ring));
  L.polygon([world, ...outer], { className: "map-mask", interactive: false }).addTo(map);
  const holes = area.coordinates.flatMap(([, ...rings]) => rings.map(latlngs));
  holes.forEach((ring) => L.polygon(ring, { className: "map-mask", interactive: false }).addTo(map));
  ringsOf(area).forEach((ring) => {
    L.polyline(latlngs(ring), { className: "map-mask-edge", interactive: false }).addTo(map);
  });
  return L.latLngBounds(outer.flat());
}
