/** The place search beside a map: names from the server, and coordinates typed as they are. */

import { button } from "./base.js";

/** [lon, lat] of text like "60.17, 24.94", "60,17 24,94" or "24.94 60.17"; null of anything else. */
export function parseCoordinates(text, bounds) {
  // Where no full stop is used, commas between digits are decimal commas.
  const plain = text.includes(".") ? text : text.replace(/(\d),(\d)/g, "$1.$2");
  const numbers = plain
    .trim()
    .match(/^[NE°\s]*(\d{1,3}\.\d+)[NE°\s]*[,;\s][NE°\s]*(\d{1,3}\.\d+)[NE°\s]*$/i);
  if (!numbers) {
    return null;
  }
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  const [[south, west], [north, east]] = bounds;
  const within = (lon, lat) => lon >= west && lon <= east && lat >= south && lat <= north;
  return within(first, second) ? [first, second] : [second, first];
}

/** Wires the search of a map block; `onPlace({name, lon, lat})` is called with the chosen place. */
export class PlaceSearch {
  constructor(root, config, t, say, onPlace) {
    Object.assign(this, { root, config, t, say, onPlace });
    this.input = root.querySelector("[data-search-input]");
    this.results = root.querySelector("[data-search-results]");
    root.querySelector("[data-search-button]").addEventListener("click", () => this.search());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        this.search();
      } else if (event.key === "Escape" && !this.results.hidden) {
        event.preventDefault();
        this.show([]);
      }
    });
    root.hidden = false;
  }

  async search() {
    const text = this.input.value.trim();
    const coordinates = parseCoordinates(text, this.config.bounds);
    if (coordinates) {
      const [lon, lat] = coordinates;
      this.choose({ name: this.t("coordinates", { coordinates: `${lat}, ${lon}` }), lon, lat });
      return;
    }
    if (!text) {
      this.input.focus();
      return;
    }
    this.request?.abort();
    this.request = new AbortController();
    this.say(this.t("searching"));
    try {
      const url = new URL(this.config.placesUrl, window.location.href);
      url.searchParams.set("q", text);
      url.searchParams.set("lang", this.config.language);
      const response = await fetch(url, { signal: this.request.signal, headers: { Accept: "application/json" } });
      if (!response.ok) {
        throw new Error(response.statusText);
      }
      const { places } = await response.json();
      this.show(places);
      this.say(places.length ? this.t("found", { count: places.length }) : this.t("nothingFound"));
    } catch (error) {
      if (error.name !== "AbortError") {
        this.show([]);
        this.say(this.t("searchFailed"));
      }
    }
  }

  show(places) {
    this.results.replaceChildren(
      ...places.map((place) => {
        const item = document.createElement("li");
        const choice = button(place.name, "map-search__result", () => this.choose(place));
        if (place.kind) {
          const kind = document.createElement("span");
          kind.className = "map-search__kind";
          kind.textContent = place.kind;
          choice.append(" ", kind);
        }
        item.append(choice);
        return item;
      }),
    );
    this.results.hidden = places.length === 0;
  }

  choose(place) {
    this.show([]);
    this.onPlace(place);
  }
}
