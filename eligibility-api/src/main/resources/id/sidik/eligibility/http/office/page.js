// Small parts that every page is made of.

/** Makes an element: properties by name, event listeners as on…, children as nodes or texts. */
export function el(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (key === "class") {
      made.className = value;
    } else {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** Makes an SVG element. */
export function svg(name, properties = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(properties)) {
    made.setAttribute(key, value);
  }
  made.append(...children.flat());
  return made;
}

const SHAPES = {
  good: [["path", { d: "M3 8.5 6.5 12 13 4.5", fill: "none", stroke: "currentColor", "stroke-width": 2.4 }]],
  bad: [["path", { d: "M4 4l8 8M12 4l-8 8", fill: "none", stroke: "currentColor", "stroke-width": 2.4 }]],
  warn: [
    ["path", { d: "M8 1.8 15 14.2H1z", fill: "none", stroke: "currentColor", "stroke-width": 1.6 }],
    ["path", { d: "M8 6v4M8 11.6v1", stroke: "currentColor", "stroke-width": 1.8 }],
  ],
};

/** A word with a shape: what it means does not hang on its colour. */
export function mark(kind, word) {
  const shape = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, SHAPES[kind].map(([name, p]) => svg(name, p)));
  return el("span", { class: `mark ${kind}` }, shape, word);
}

/** A description list of facts. */
export function facts(pairs) {
  return el("dl", { class: "facts" }, pairs.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

/** A table whose columns can be sorted; columns are {title, number, text(row), sort(row), cell(row)}. */
export function table(caption, columns, rows, { onRow, empty } = {}) {
  let order = rows.slice();
  const body = el("tbody");
  const heads = columns.map((column) => {
    const button = el("button", { type: "button", onclick: () => sortBy(column, head) }, column.title);
    const head = el("th", { scope: "col", class: column.number ? "number" : "", "aria-sort": "none" }, button);
    return head;
  });
  function fill() {
    body.replaceChildren(...order.map((row) => {
      const cells = columns.map((column) => el("td", { class: column.class ?? (column.number ? "number" : "") },
        column.cell ? column.cell(row) : column.text(row)));
      const line = el("tr", {}, cells);
      if (onRow) {
        onRow(line, row);
      }
      return line;
    }));
    if (order.length === 0) {
      body.append(el("tr", {}, el("td", { colspan: columns.length, class: "soft" }, empty ?? "–")));
    }
  }
  function sortBy(column, head) {
    const down = head.getAttribute("aria-sort") !== "descending";
    heads.forEach((other) => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = column.sort ?? column.text;
    order.sort((a, b) => {
      const x = value(a), y = value(b);
      const compared = typeof x === "number" ? x - y : String(x).localeCompare(String(y));
      return down ? -compared : compared;
    });
    fill();
  }
  fill();
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, heads)), body));
}

/** Says something that need not be answered. */
export function say(text) {
  const place = document.getElementById("status");
  place.textContent = text;
  place.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { place.hidden = true; }, 6000);
}

export function busy(text) {
  return el("p", { class: "busy", role: "status" }, text);
}
