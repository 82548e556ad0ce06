/** Plane geometry on [longitude, latitude] positions; exact enough at the size of a city. */

const EARTH_RADIUS = 6371008.8;
const radians = (degrees) => (degrees * Math.PI) / 180;

export const TYPES = { point: "Point", line: "LineString", polygon: "Polygon" };
export const KINDS = { Point: "point", LineString: "line", Polygon: "polygon" };
export const MINIMUM = { point: 1, line: 2, polygon: 3 };

/** Metres east and north of an origin. */
function planar(position, origin) {
  return [
    EARTH_RADIUS * radians(position[0] - origin[0]) * Math.cos(radians(origin[1])),
    EARTH_RADIUS * radians(position[1] - origin[1]),
  ];
}

/** Metres between two positions. */
export function distance(from, to) {
  return Math.hypot(...planar(to, from));
}

/** The compass direction of `to` seen from `from`: "n", "ne", ... */
export function direction(from, to) {
  const [east, north] = planar(to, from);
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4));
  return ["n", "ne", "e", "se", "s", "sw", "w", "nw"][(eighth + 8) % 8];
}

/** Metres of a line, square metres of an area, 0 of a point. */
export function measure(kind, vertices) {
  if (kind === "line") {
    return vertices.slice(1).reduce((sum, vertex, index) => sum + distance(vertices[index], vertex), 0);
  }
  if (kind === "polygon") {
    const ring = vertices.map((vertex) => planar(vertex, vertices[0]));
    const twice = ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length];
      return sum + x * nextY - nextX * y;
    }, 0);
    return Math.abs(twice) / 2;
  }
  return 0;
}

function side(a, b, c) {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** Whether two stretches cross, not merely touch. */
export function segmentsCross(a, b, c, d) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Whether the closed edge through these vertices crosses itself. */
export function edgeCrosses(vertices) {
  const count = vertices.length;
  for (let first = 0; first < count; first += 1) {
    for (let second = first + 2; second < count; second += 1) {
      const neighbours = first === 0 && second === count - 1;
      if (
        !neighbours &&
        segmentsCross(vertices[first], vertices[first + 1], vertices[second], vertices[(second + 1) % count])
      ) {
        return true;
      }
    }
  }
  return false;
}

const tidy = (position) => position.map((number) => Number(number.toFixed(6)));

/** The GeoJSON geometry of a shape {kind, vertices, holes}. */
export function toGeometry({ kind, vertices, holes = [] }) {
  const positions = vertices.map(tidy);
  const coordinates = {
    point: () => positions[0],
    line: () => positions,
    polygon: () => [[...positions, positions[0]], ...holes],
  }[kind]();
  return { type: TYPES[kind], coordinates };
}

/** Shapes of any GeoJSON that holds points, lines or areas; throws on anything else. */
export function toShapes(geojson) {
  if (geojson.type === "FeatureCollection") {
    return geojson.features.flatMap(toShapes);
  }
  if (geojson.type === "Feature") {
    return toShapes(geojson.geometry);
  }
  if (geojson.type === "GeometryCollection") {
    return geojson.geometries.flatMap(toShapes);
  }
  if (geojson.type === "MultiPolygon") {
    return geojson.coordinates.flatMap((coordinates) => toShapes({ type: "Polygon", coordinates }));
  }
  const kind = KINDS[geojson.type];
  const { coordinates } = geojson;
  const vertices = {
    point: () => [coordinates],
    line: () => coordinates,
    polygon: () => coordinates[0].slice(0, -1),
  }[kind]();
  if (vertices.length < MINIMUM[kind] || !vertices.every((vertex) => vertex.slice(0, 2).every(Number.isFinite))) {
    throw new Error("not a drawing");
  }
  return [
    {
      kind,
      vertices: vertices.map((vertex) => vertex.slice(0, 2)),
      holes: kind === "polygon" ? coordinates.slice(1) : [],
    },
  ];
}
