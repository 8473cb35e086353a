// Every word the page shows is data: texts/<language>.json. Whatever a language lacks is said in Indonesian, so that a local language can
// begin with the few sentences that somebody has checked. {name} is filled in by fill().

const FALLBACK = "id";
const loaded = new Map();

/** Loads the languages of this kiosk, in the order in which they are offered. */
export async function loadTexts(languages) {
  for (const language of new Set([FALLBACK, ...languages])) {
    loaded.set(language, await (await fetch(`texts/${language}.json`)).json());
  }
}

/** The texts of one language that was loaded. */
export function textsOf(language) {
  return { ...over(loaded.get(FALLBACK), loaded.get(language)), code: language };
}

function over(base, local) {
  if (Array.isArray(base) || typeof base !== "object" || local === undefined) {
    return local ?? base;
  }
  return Object.fromEntries(Object.keys(base).map((key) => [key, over(base[key], local[key])]));
}

/** Puts values in the place of {names}. */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
