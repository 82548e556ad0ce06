/** Planners' other way to an area: a GeoJSON file, or GeoJSON pasted into the field itself. */

import { toShapes } from "./geometry.js";

/** The name in a `crs` member other than longitude and latitude; "" when the coordinates can be shown as they are. */
function foreignSystem(geojson) {
  const name = geojson.crs?.properties?.name ?? "";
  return /CRS84|4326/.test(name) ? "" : name;
}

/** Reads the text into the drawing. The field keeps the text itself: the server has the last word on it. */
function take(text, drawing) {
  const { t } = drawing;
  drawing.end();
  drawing.field.value = text;
  drawing.field.dispatchEvent(new Event("change", { bubbles: true }));
  try {
    const geojson = JSON.parse(text);
    const foreign = foreignSystem(geojson);
    drawing.shapes = foreign ? [] : toShapes(geojson).filter(({ kind }) => kind === "polygon");
    drawing.refresh();
    drawing.canvas.fit(drawing.shapes);
    drawing.say(t(foreign ? "elsewhere" : "fileRead"));
  } catch {
    drawing.shapes = [];
    drawing.refresh();
    drawing.say(t("fileFailed"));
  }
}

/** Wires the file input and the textarea of an area widget. */
export function wireUpload(root, drawing) {
  const file = root.querySelector("[data-map-file]");
  file?.addEventListener("change", async () => {
    if (file.files.length) {
      take(await file.files[0].text(), drawing);
      file.value = "";
    }
  });
  drawing.field.addEventListener("input", () => {
    if (drawing.field.value.trim()) {
      take(drawing.field.value, drawing);
    }
  });
}
