/** Sentences and numbers in the page's language. */

/** A function (key, values) -> sentence, from the messages of the configuration. */
export function translator(config) {
  const plurals = new Intl.PluralRules(config.language);
  return (key, values = {}) => {
    let sentence = config.messages[key];
    if (sentence === undefined) {
      return key;
    }
    if (typeof sentence === "object") {
      sentence = sentence[plurals.select(values.count)] ?? sentence.other;
    }
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      if (value === undefined) {
        return whole;
      }
      return typeof value === "number" ? value.toLocaleString(config.language) : value;
    });
  };
}

/** Two significant digits: drawing by hand is no more exact than that. */
function rounded(number) {
  return Number(number.toPrecision(2));
}

/** "120 metres", "1.2 km". */
export function distanceInWords(metres, t) {
  if (metres < 1000) {
    return t("metres", { count: metres < 10 ? Math.round(metres) : rounded(metres) });
  }
  return t("kilometres", { count: rounded(metres / 1000) });
}

/** Like geo.everyday_size on the server; "" for a point. */
export function sizeInWords(kind, measure, config, t) {
  if (kind === "line") {
    return measure < 1000
      ? t("aboutMetres", { size: rounded(measure) })
      : t("aboutKilometres", { size: rounded(measure / 1000) });
  }
  if (kind === "polygon") {
    const pitches = measure / config.footballPitch;
    if (pitches < 0.75) {
      return t("aboutSquareMetres", { size: rounded(measure) });
    }
    if (Math.round(pitches) <= 100) {
      return t("aboutPitches", { count: Math.round(pitches) });
    }
    return t("aboutSquareKilometres", { size: rounded(measure / 1e6) });
  }
  return "";
}
