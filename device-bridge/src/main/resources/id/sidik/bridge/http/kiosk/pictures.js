// The shapes of the answers differ in outline, so that nobody needs to see colours, and the receipt's code.

import { element } from "./hand.js";

const OUTLINES = {
  granted: ["M50 4a46 46 0 1 0 0 92a46 46 0 1 0 0-92z", "M28 52l15 15l30-33"],
  denied: ["M31 4h38l27 27v38l-27 27h-38l-27-27v-38z", "M34 34l32 32M66 34l-32 32"],
  officer: ["M20 4h60a16 16 0 0 1 16 16v60a16 16 0 0 1-16 16h-60a16 16 0 0 1-16-16v-60a16 16 0 0 1 16-16z",
    "M50 24a13 13 0 1 0 0 26a13 13 0 1 0 0-26zM24 78c2-16 12-22 26-22s24 6 26 22"],
};

/** The picture of an outcome: "granted" a circle, "denied" an octagon, "officer" a square with a person. */
export function drawShape(place, outcome) {
  const [outline, sign] = OUTLINES[outcome];
  const picture = element("svg", { viewBox: "0 0 100 100", class: `sign ${outcome}` });
  picture.append(element("path", { class: "outline", d: outline }), element("path", { class: "stroke", d: sign }));
  place.replaceChildren(picture);
}

/** A QR code from its rows of 0 and 1, with the quiet zone of four modules that readers need. */
export function drawCode(place, rows) {
  const quiet = 4;
  const size = rows.length + 2 * quiet;
  const picture = element("svg", { viewBox: `0 0 ${size} ${size}`, "shape-rendering": "crispEdges", role: "img", "aria-label": "QR" });
  const dark = rows.flatMap((row, y) =>
    [...row].map((module, x) => (module === "1" ? `M${x + quiet} ${y + quiet}h1v1h-1z` : "")));
  picture.append(element("path", { d: dark.join("") }));
  place.replaceChildren(picture);
}
