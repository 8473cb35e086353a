// Shows how the bridge and its scanners do: asks health/report every few seconds and writes what it says. It changes nothing.

const LANGUAGES = ["id", "en"];
const ASK_EVERY_MS = 5000;
const BARS_MAX = 60; // as many as the bridge keeps
const TREND_OF = 20; // the latest frames, held against those before
const CHANGE_MIN = 10; // points of quality; less is how people's fingers differ
const LOW_QUALITY = 30; // the bridge's own default for "try again"
const EXPIRES_SOON_MS = 14 * 24 * 3600 * 1000;

const SHAPES = {
  good: '<circle cx="20" cy="20" r="15"/><path d="M13 20l5 6 10-12"/>',
  bad: '<path d="M13 4h14l9 9v14l-9 9H13l-9-9V13zM20 11v11M20 28v1"/>',
};

const texts = {};
let language = LANGUAGES[0];
let latest;

const $ = (id) => document.getElementById(id);

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

/** A text by its dotted key, with {names} filled in. */
function say(key, values = {}) {
  const text = key.split(".").reduce((part, name) => part?.[name], texts[language]) ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

const number = (value) => new Intl.NumberFormat(language).format(Number(value ?? 0));
const total = (counts) => Object.values(counts ?? {}).reduce((sum, count) => sum + Number(count), 0);
const instant = (text) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(text));

/** How long ago, in the largest unit that is whole; by the bridge's clock. */
function ago(text, now) {
  const seconds = Math.max(0, Math.round((new Date(now) - new Date(text)) / 1000));
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, size] of [["day", 86400], ["hour", 3600], ["minute", 60]]) {
    if (seconds >= size) {
      return words.format(-Math.floor(seconds / size), unit);
    }
  }
  return words.format(-seconds, "second");
}

function list(target, rows) {
  target.replaceChildren(
    ...rows.flatMap(([name, value, bad]) => [element("dt", "", name), element("dd", bad ? "bad" : "", value)]),
  );
  return target;
}

/** Counts, the largest first, in words of this page. */
function tally(words, counts) {
  const rows = Object.entries(counts ?? {})
    .sort((one, other) => Number(other[1]) - Number(one[1]))
    .map(([name, count]) => [say(`${words}.${name}`), number(count)]);
  return rows.length ? list(element("dl"), rows) : element("p", "soft", say("none"));
}

function titled(title, ...content) {
  const part = element("div");
  part.append(element("h3", "", title), ...content);
  return part;
}

function state(usable) {
  const shown = element("p", usable ? "state good" : "state");
  shown.innerHTML = `<svg viewBox="0 0 40 40" aria-hidden="true">${usable ? SHAPES.good : SHAPES.bad}</svg>`;
  shown.append(say(usable ? "usable" : "unusable"));
  return shown;
}

/** What is wrong or was, and what helps; the detail is English, for it quotes the port and the answer. */
function fault(found, present, now) {
  const shown = element("div", present ? "fault" : "fault past");
  const when = found.at ? `${instant(found.at)} (${ago(found.at, now)})` : "";
  shown.append(
    element("p", "soft", say(present ? "faultNow" : "faultBefore", { kind: say(`kinds.${found.kind}`), when })),
    element("p", "advice", found.advice?.[language] ?? ""),
  );
  const detail = element("p", "soft", found.detail ?? "");
  detail.lang = "en";
  shown.append(detail);
  return shown;
}

function mean(values) {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function trendText(recent) {
  const last = recent.slice(-TREND_OF);
  const before = recent.slice(0, -TREND_OF);
  if (last.length === 0) {
    return say("noFrames");
  }
  const values = { last: number(mean(last)), count: number(last.length) };
  if (before.length < TREND_OF) {
    return say("trendShort", values);
  }
  const change = mean(last) - mean(before);
  const way = change <= -CHANGE_MIN ? "trendFalls" : change >= CHANGE_MIN ? "trendRises" : "trendHolds";
  return say(way, { ...values, before: number(mean(before)) });
}

function trend(recent) {
  const words = element("p", "", trendText(recent));
  if (recent.length === 0) {
    return [words];
  }
  const bars = recent
    .map((quality, i) => {
      const height = Math.max(1, quality);
      return `<rect x="${i * 10 + 1}" y="${100 - height}" width="8" height="${height}"${quality < LOW_QUALITY ? ' class="poor"' : ""}/>`;
    })
    .join("");
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("class", "trend");
  picture.setAttribute("viewBox", `0 0 ${BARS_MAX * 10} 100`);
  picture.setAttribute("preserveAspectRatio", "none");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", say("trendPicture", { values: recent.join(", ") }));
  picture.innerHTML = `${bars}<line x1="0" x2="${BARS_MAX * 10}" y1="${100 - LOW_QUALITY}" y2="${100 - LOW_QUALITY}"/>`;
  return [words, picture];
}

function facts(scanner, now) {
  const impressions = Number(scanner.impressions ?? 0);
  return list(element("dl"), [
    [say("lastSeen"), scanner.lastSeenAt ? ago(scanner.lastSeenAt, now) : say("never")],
    [say("replugs"), number(scanner.replugs)],
    [say("impressions"), number(impressions)],
    [
      say("attempts"),
      impressions === 0
        ? "–"
        : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Number(scanner.attempts) / impressions),
    ],
  ]);
}

function card(scanner, now, place) {
  const shown = element("section", "card");
  const title = element("h2", "", scanner.model || say("noScanner"));
  title.id = `scanner-${place}`;
  shown.setAttribute("aria-labelledby", title.id);
  const head = element("div", "head");
  head.append(title, state(!scanner.fault));
  shown.append(head);
  if (scanner.fault) {
    shown.append(fault(scanner.fault, true, now));
  } else if (scanner.lastFault) {
    shown.append(fault(scanner.lastFault, false, now));
  }
  const columns = element("div", "columns");
  columns.append(
    titled(say("inShort"), facts(scanner, now)),
    titled(say("captures"), tally("outcomes", scanner.captures)),
    titled(say("faults", { count: number(total(scanner.faults)) }), tally("kinds", scanner.faults)),
    titled(say("causesTitle"), tally("causes", scanner.qualityCauses)),
  );
  shown.append(columns, titled(say("quality"), ...trend(scanner.recentQuality ?? [])));
  return shown;
}

function bridgeRows(report) {
  const expires = new Date(report.certificateExpiresAt);
  const pack = report.newestPack;
  return [
    ...(report.turnedAwayAt ? [[say("standing"), say("turnedAway", { when: instant(report.turnedAwayAt) }), true]] : []),
    [say("gate"), say(report.gateServes ? "gateServes" : "gateSilent"), !report.gateServes],
    [say("journal"), say("journalWaiting", { count: number(report.journalWaiting) })],
    [
      say("pack"),
      pack ? say("packHeld", { ago: ago(pack.issuedAt, report.at), until: instant(pack.expiresAt) }) : say("packNone"),
    ],
    ...(report.offlineFault ? [[say("offlineFault"), report.offlineFault, true]] : []),
    [say("certificate"), say("until", { when: instant(report.certificateExpiresAt) }), expires - new Date(report.at) < EXPIRES_SOON_MS],
    [say("started"), ago(report.startedAt, report.at)],
  ];
}

function verdictKey(report) {
  if (report.turnedAwayAt) {
    return "verdictTurnedAway";
  }
  const scanner = report.scanners?.[0];
  if (!scanner || scanner.fault) {
    return report.gateServes ? "verdictScanner" : "verdictBoth";
  }
  return report.gateServes ? "verdictGood" : "verdictGate";
}

/** Read aloud only when it changes. */
function verdict(text, good) {
  $("verdict").className = good ? "verdict good" : "verdict";
  if ($("verdict").textContent !== text) {
    $("verdict").textContent = text;
  }
}

function draw() {
  document.documentElement.lang = language;
  document.title = `Sidik: ${say("title")}`;
  $("title").textContent = say("title");
  $("bridge-title").textContent = say("bridge");
  for (const button of $("languages").children) {
    button.setAttribute("aria-pressed", String(button.lang === language));
  }
  if (!latest) {
    verdict(say("verdictSilent"), false);
    return;
  }
  verdict(say(verdictKey(latest)), verdictKey(latest) === "verdictGood");
  $("scanners").replaceChildren(...(latest.scanners ?? []).map((scanner, place) => card(scanner, latest.at, place)));
  list($("bridge"), bridgeRows(latest));
  $("asked").textContent = say("asked", { when: instant(latest.at) });
}

async function ask() {
  try {
    const answer = await fetch("health/report");
    latest = answer.ok ? await answer.json() : undefined;
  } catch {
    latest = undefined; // what is on the screen was true before; the verdict says that it is no longer known
  }
  draw();
  setTimeout(ask, ASK_EVERY_MS);
}

for (const code of LANGUAGES) {
  texts[code] = await (await fetch(`technician/${code}.json`)).json();
  const button = element("button", "", texts[code].name);
  button.type = "button";
  button.lang = code;
  button.addEventListener("click", () => {
    language = code;
    draw();
  });
  $("languages").append(button);
}
await ask();
