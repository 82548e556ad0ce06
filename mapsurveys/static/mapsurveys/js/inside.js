/** Whether something drawn touches a polygon: near enough to show a question at once. The server, which is exact, decides. */

import { segmentsCross } from "../../cms/map/geometry.js";

/** Whether [lon, lat] is inside a ring (even-odd rule). */
function inRing([x, y], ring) {
  let isInside = false;
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring.at(index - 1);
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) {
      isInside = !isInside;
    }
  });
  return isInside;
}

/** Whether a position is inside the rings of a polygon: its edge, and the holes in it. */
export const inRings = (position, rings) => rings.filter((ring) => inRing(position, ring)).length % 2 === 1;

const polygonsOf = ({ type, coordinates }) => (type === "MultiPolygon" ? coordinates : [coordinates]);

function positionsOf({ type, coordinates }) {
  if (type === "Point") {
    return [coordinates];
  }
  return type === "Polygon" ? coordinates[0] : coordinates;
}

const pairs = (positions) => positions.slice(1).map((position, index) => [positions[index], position]);

/** `geometry` is a GeoJSON point, line or polygon, `area` a GeoJSON polygon or multipolygon. */
export function inAnyPolygon(geometry, area) {
  const positions = positionsOf(geometry);
  return polygonsOf(area).some(
    (rings) =>
      positions.some((position) => inRings(position, rings)) ||
      (geometry.type === "Polygon" && rings[0].some((corner) => inRing(corner, positions))) ||
      pairs(positions).some(([from, to]) => rings.some((ring) => pairs(ring).some(([a, b]) => segmentsCross(from, to, a, b)))),
  );
}
