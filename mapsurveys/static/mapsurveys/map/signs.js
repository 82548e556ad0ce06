/** What marks look like on the map: symbols, numbers and line styles, drawn by us. */

const L = window.L;

// On a square of 24: filled shapes, but for the bicycle, which is made of lines.
const SYMBOLS = {
  star: '<path d="M12 2.6l2.9 6.2 6.7.8-5 4.7 1.3 6.7-5.9-3.3L6.1 21l1.3-6.7-5-4.7 6.7-.8z"/>',
  heart: '<path d="M12 21C5.2 16 2.4 12.4 2.4 8.8A5 5 0 0 1 12 6.7a5 5 0 0 1 9.6 2.1c0 3.6-2.8 7.2-9.6 12.2z"/>',
  plus: '<path d="M9.6 3h4.8v6.6H21v4.8h-6.6V21H9.6v-6.6H3V9.6h6.6z"/>',
  minus: '<path d="M3 9.6h18v4.8H3z"/>',
  warning: '<path fill-rule="evenodd" d="M12 2.5 23 21.5H1zM10.7 9.5v6h2.6v-6zm0 7.3v2.5h2.6v-2.5z"/>',
  tree: '<path d="M12 1.8 17.8 9h-2.5l4.4 6h-6v7h-3.4v-7h-6l4.4-6H6.2z"/>',
  house: '<path d="M12 2.5 1.6 11.5h3V21h5.2v-6h4.4v6h5.2v-9.5h3z"/>',
  bicycle:
    '<g fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">' +
    '<circle cx="5.4" cy="16" r="4"/><circle cx="18.6" cy="16" r="4"/>' +
    '<path d="M5.4 16l3.8-7h6.2l3.2 7M9.2 9l3.6 7 2.9-7M7.5 6.5h3M15.4 9l-1-3.2h2.8"/></g>',
};

/** Dash arrays of line styles, in pixels. */
export const DASHES = { solid: null, dashed: "14 9", dotted: "1 10" };

export const DARK = "#000";

/** Black or white, whichever is read better on a colour like #0b6bcb (WCAG's relative luminance). */
export function inkOn(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? DARK : "#fff";
}

const PIN = "M20 47.5C16 40 4 31 4 19.5a16 16 0 0 1 32 0C36 31 24 40 20 47.5z";

/** SVG of a sign: a pin with a symbol or the number in its head, or a dot with the number. */
function drawing(symbol, number) {
  if (symbol === "dot") {
    return `<svg viewBox="0 0 40 40" aria-hidden="true"><circle class="sign__body" cx="20" cy="20" r="16"/>
      <text class="sign__number" x="20" y="26">${number}</text></svg>`;
  }
  const symbolDrawing = SYMBOLS[symbol];
  const head = symbolDrawing
    ? `<svg class="sign__symbol" x="9.5" y="9" width="21" height="21" viewBox="0 0 24 24">${symbolDrawing}</svg>
       <circle class="sign__plate" cx="35" cy="9" r="8.5"/><text class="sign__small" x="35" y="13">${number}</text>`
    : `<text class="sign__number" x="20" y="26">${number}</text>`;
  return `<svg viewBox="0 0 46 50" aria-hidden="true"><path class="sign__body" d="${PIN}"/>${head}</svg>`;
}

/** The icon of a marked point. */
export function pointIcon(symbol, number, className) {
  const isDot = symbol === "dot";
  return L.divIcon({
    className: `sign ${className}`,
    html: drawing(symbol, number),
    iconSize: isDot ? [40, 40] : [46, 50],
    iconAnchor: isDot ? [20, 20] : [20, 48],
  });
}

/** The number of a line or an area, on it. */
export function numberIcon(number, className) {
  return L.divIcon({ className: `sign-plate ${className}`, html: String(number), iconSize: [30, 30] });
}
