// Two prints side by side, as minutiae: both in the frame of the second, so that what lies in one place lies in one place. A pair has one number
// and one colour in both; an ending is a circle, a bifurcation a square, each with its direction. Nothing of it is kept.

import { el, svg, table } from "./page.js";
import { count, fill, fingerName, words } from "./texts.js";

const MARGIN_PX = 26;
const MARK_PX = 5;
const TAIL_PX = 15;
const COLOURS = 6;
const MM_PER_PX = 25.4 / 500;

/** Both panes, what the comparison came to, and the pairs as a table. */
export function laidOver(comparison, applicant, candidate) {
  const probe = onReference(comparison);
  const reference = places(comparison.reference.minutiae ?? []);
  const pairs = (comparison.pairs ?? []).map((pair, i) => ({ probe: pair.probe ?? 0, reference: pair.reference ?? 0, likelihood: pair.likelihood ?? 0, number: i + 1 }));
  const common = intersection(hull(probe), hull(reference));
  const frame = frameOf([...probe, ...reference]);
  const pane = (title, print, map, side) => figure(title, print, map, new Map(pairs.map((pair) => [pair[side], pair.number])), common, frame);
  return el("div", { class: "grid" },
    el("div", { class: "prints" },
      pane(applicant, probe, comparison.probe, "probe"),
      pane(candidate, reference, comparison.reference, "reference")),
    el("p", { id: "prints-say" }, fill(words().printsSay, {
      pairs: count(pairs.length), area: count(Math.round(area(common) * MM_PER_PX ** 2)), score: count(Math.round(comparison.score ?? 0)),
      rate: comparison.fmr > 0 ? count(Math.round(1 / comparison.fmr)) : "∞", turn: count(Math.round(comparison.turnDeg ?? 0)) })),
    el("p", { class: "soft small" }, words().printsLegend),
    el("details", { class: "data" }, el("summary", {}, words().asTable), table(words().pairsTitle, [
      { title: words().pair, number: true, text: (pair) => String(pair.number), sort: (pair) => pair.number },
      { title: words().pairLikelihood, number: true, text: (pair) => pair.likelihood.toFixed(2), sort: (pair) => pair.likelihood },
      { title: applicant, number: true, text: (pair) => place(probe[pair.probe]), sort: (pair) => probe[pair.probe].x },
      { title: candidate, number: true, text: (pair) => place(reference[pair.reference]), sort: (pair) => reference[pair.reference].x },
    ], pairs)));
}

const place = (minutia) => `${Math.round(minutia.x)}, ${Math.round(minutia.y)}`;

function places(minutiae) {
  return minutiae.map((minutia) => ({ x: minutia.xPx ?? 0, y: minutia.yPx ?? 0, deg: minutia.directionDeg ?? 0, kind: minutia.kind ?? "OTHER" }));
}

/** The probe's minutiae where they lie on the reference: made larger, turned, shifted. */
function onReference({ probe, probeScale = 1, turnDeg = 0, shiftXPx = 0, shiftYPx = 0 }) {
  const cos = Math.cos(turnDeg * Math.PI / 180), sin = Math.sin(turnDeg * Math.PI / 180);
  return places(probe.minutiae ?? []).map(({ x, y, deg, kind }) => ({
    x: probeScale * (cos * x - sin * y) + shiftXPx, y: probeScale * (sin * x + cos * y) + shiftYPx, deg: deg + turnDeg, kind }));
}

function frameOf(all) {
  const xs = all.map((one) => one.x), ys = all.map((one) => one.y);
  const left = Math.min(...xs) - MARGIN_PX, top = Math.min(...ys) - MARGIN_PX;
  return [left, top, Math.max(...xs) + MARGIN_PX - left, Math.max(...ys) + MARGIN_PX - top].map((number) => number.toFixed(1)).join(" ");
}

function figure(title, print, map, numbers, common, frame) {
  const finger = fingerName(map.finger);
  const missed = new Set(map.unpaired ?? []);
  return el("figure", { class: "print" },
    el("figcaption", {}, el("h3", {}, `${title}: ${finger}`)),
    svg("svg", { viewBox: frame, class: "minutiae", role: "img",
      "aria-label": fill(words().printAlt, { title, finger, minutiae: print.length, pairs: numbers.size }) },
    svg("polygon", { points: points(hull(print)), class: "area" }),
    svg("polygon", { points: points(common), class: "common" }),
    print.map((minutia, i) => mark(minutia, numbers.get(i), missed.has(i)))));
}

const points = (polygon) => polygon.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(" ");

function mark({ x, y, deg, kind }, number, missed) {
  const turn = deg * Math.PI / 180;
  const look = number ? `paired c${(number - 1) % COLOURS + 1}` : missed ? "missed" : "alone";
  const head = kind === "BIFURCATION"
    ? svg("rect", { x: x - MARK_PX, y: y - MARK_PX, width: 2 * MARK_PX, height: 2 * MARK_PX, transform: `rotate(${deg.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)})` })
    : svg("circle", { cx: x, cy: y, r: MARK_PX });
  return svg("g", { class: look },
    svg("line", { x1: x, y1: y, x2: x + TAIL_PX * Math.cos(turn), y2: y + TAIL_PX * Math.sin(turn) }), head,
    number ? svg("text", { x: x - 8 * Math.cos(turn), y: y - 8 * Math.sin(turn) + 4, "text-anchor": "middle" }, String(number)) : []);
}

const cross = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The convex hull, by Andrew's monotone chain; empty of less than three. */
function hull(all) {
  const sorted = all.slice().sort((a, b) => a.x - b.x || a.y - b.y);
  const chain = (list) => list.reduce((kept, p) => {
    while (kept.length >= 2 && cross(kept.at(-2), kept.at(-1), p) <= 0) {
      kept.pop();
    }
    kept.push(p);
    return kept;
  }, []);
  const around = [...chain(sorted).slice(0, -1), ...chain(sorted.reverse()).slice(0, -1)];
  return around.length < 3 ? [] : around;
}

/** What two convex polygons share, by Sutherland and Hodgman. */
function intersection(subject, clip) {
  return clip.reduce((left, a, i) => {
    const b = clip[(i + 1) % clip.length];
    return left.flatMap((p, j) => {
      const q = left[(j + 1) % left.length];
      const inP = cross(a, b, p) >= 0, inQ = cross(a, b, q) >= 0;
      return [...(inP ? [p] : []), ...(inP === inQ ? [] : [meeting(p, q, a, b)])];
    });
  }, clip.length ? subject : []);
}

function meeting(p, q, a, b) {
  const part = cross(a, b, p) / (cross(a, b, p) - cross(a, b, q));
  return { x: p.x + part * (q.x - p.x), y: p.y + part * (q.y - p.y) };
}

function area(polygon) {
  return Math.abs(polygon.reduce((sum, p, i) => {
    const q = polygon[(i + 1) % polygon.length];
    return sum + p.x * q.y - p.y * q.x;
  }, 0)) / 2;
}
