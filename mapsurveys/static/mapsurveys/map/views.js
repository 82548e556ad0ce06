/** Where the map of a question begins. */

const CLOSEST = 17;
const numbers = (text) => text.split(",").map(Number);

/** The view that the planner chose for the step, else `bounds`, else the area of the survey. */
export function setFirstView(map, block, bounds) {
  const { view, home } = block.dataset;
  if (view) {
    const [lat, lon, zoom] = numbers(view);
    map.setView([lat, lon], zoom, { animate: false });
  } else if (bounds) {
    map.fitBounds(bounds, { maxZoom: CLOSEST, animate: false });
  } else if (home) {
    const [south, west, north, east] = numbers(home);
    map.fitBounds([[south, west], [north, east]], { maxZoom: CLOSEST, animate: false });
  }
}
