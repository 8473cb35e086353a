// The frame: who is signed in, which page shows, in which language and in which light.

import * as api from "./api.js";
import { dashboard } from "./dashboard.js";
import { reports } from "./reports.js";
import { queue } from "./queue.js";
import { members } from "./members.js";
import { decisions } from "./decisions.js";
import { complaints } from "./complaints.js";
import { audit } from "./audit.js";
import { busy, el, say, svg } from "./page.js";
import { fill, switchLanguage, words } from "./texts.js";

const PAGES = { dashboard, reports, queue, members, decisions, complaints, audit };
const OF_OFFICERS = ["queue", "members", "complaints"];
const ICONS = {
  dashboard: "M4 19V9m6 10V5m6 14v-7m4 7H2",
  reports: "M6 3h9l4 4v14H6zM9 12h7M9 16h7",
  queue: "M9 4a3 3 0 100 6 3 3 0 000-6zM3 20c0-4 3-6 6-6s6 2 6 6M17 6h5M17 10h5",
  members: "M12 4a4 4 0 100 8 4 4 0 000-8zM4 21c0-5 4-7 8-7s8 2 8 7",
  decisions: "M12 3v18M5 7h14M5 7l-3 6h6zM19 7l-3 6h6z",
  complaints: "M4 5h16v11H9l-5 4z",
  audit: "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-5",
};

const at = (id) => document.getElementById(id);
let session = null;
let leave = () => {};

// ---------------------------------------------------------------- frame

function speak() {
  document.documentElement.lang = words().language;
  for (const place of document.querySelectorAll("[data-text]")) {
    place.textContent = words()[place.dataset.text];
  }
  at("language").textContent = words().otherLanguage;
  at("language").lang = words().language === "id" ? "en" : "id";
  const dark = document.documentElement.dataset.theme === "dark";
  at("theme").textContent = dark ? words().light : words().dark;
  at("theme").setAttribute("aria-pressed", String(dark));
  at("who").textContent = session ? `${words().roles[session.role] ?? session.role}${session.person ? ` · ${session.person}` : ""}` : "";
  at("sign-out").hidden = !session;
  document.body.classList.toggle("signed-out", !session);
  const chosen = place().page;
  at("nav").replaceChildren(...pagesOf(session).map((name) => el("a", { href: `#/${name}`, "aria-current": name === chosen ? "page" : null },
    svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: ICONS[name] })), words().nav[name])));
}

function pagesOf(signedIn) {
  return Object.keys(PAGES).filter((name) => signedIn?.role === "operator" || !OF_OFFICERS.includes(name));
}

function light(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("theme", theme);
}

// ---------------------------------------------------------------- pages

/** Where the address says that we are: page, what it shows, parameters. */
function place() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [page, ...rest] = path.split("/");
  return { page: page in PAGES ? page : "dashboard", rest: rest.map(decodeURIComponent), query: new URLSearchParams(query) };
}

async function show() {
  leave();
  leave = () => {};
  speak();
  const main = at("main");
  if (!session) {
    main.replaceChildren(signInForm());
    return;
  }
  const here = place();
  const going = new AbortController();
  leave = () => going.abort();
  main.replaceChildren(busy(words().loading));
  try {
    await PAGES[here.page]({ main, ...here, session, signal: going.signal, attempt: (work) => attempt(work, going.signal) });
    document.title = `${main.querySelector("h1")?.textContent ?? ""} · Sidik`;
    main.scrollTop = 0;
    const heading = main.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  } catch (failure) {
    if (!going.signal.aborted) {
      failed(failure);
      main.replaceChildren(el("p", { class: "notice bad", role: "alert" }, fill(words().failed, { detail: failure.message })));
    }
  }
}

/** Does what somebody asked for, and says so if it fails. */
async function attempt(work, signal) {
  try {
    return await work();
  } catch (failure) {
    if (!signal.aborted) {
      failed(failure);
      say(fill(words().failed, { detail: failure.message }));
    }
    return undefined;
  }
}

function failed(failure) {
  if (failure instanceof api.Refused && failure.status === 401) {
    session = null;
    say(words().ended);
    show();
  } else if (!(failure instanceof api.Refused)) {
    console.error(failure);
  }
}

// ---------------------------------------------------------------- signing in

function signInForm() {
  const token = el("input", { type: "password", required: true, autocomplete: "off", id: "token" });
  return el("section", { class: "card signin" }, el("h1", {}, words().signIn), el("p", { class: "lead" }, words().signInLead),
    el("form", { onsubmit: (event) => { event.preventDefault(); enter(token.value.trim()); } },
      el("label", {}, words().token, token), el("button", { class: "primary" }, words().signIn)));
}

async function enter(token) {
  try {
    session = await api.signIn(token);
  } catch (failure) {
    session = null;
    say(words().signInFailed);
  }
  await show();
}

async function begin() {
  light(localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  const given = /[#&]token=([^&]+)/.exec(location.hash);
  if (given) { // the address bar and the history forget it at once
    const days = /&(from=[0-9-]+&to=[0-9-]+)$/.exec(location.hash);
    history.replaceState(null, "", days ? `#/dashboard?${days[1]}` : "#/dashboard");
    await enter(given[1]);
    return;
  }
  session = await api.who().catch(() => null);
  await show();
}

addEventListener("hashchange", show);
at("language").addEventListener("click", () => { switchLanguage(); show(); });
at("theme").addEventListener("click", () => { light(document.documentElement.dataset.theme === "dark" ? "light" : "dark"); speak(); });
at("sign-out").addEventListener("click", async () => { await api.signOut().catch(() => {}); session = null; await show(); });
begin();
