// Talks to the bridge that served this page: one request, and an answer that comes line by line.

/** What this kiosk is: {mode: "self-service" or "attended", languages, purposes}. */
export async function setting() {
  return (await fetch("api/setting")).json();
}

/**
 * Runs a check. Calls onStep with each step, a JourneyStep of bridge.proto as JSON, or {"receiptCode": rows}.
 * Throws Refused when the bridge says no, and whatever fetch throws when nobody answers.
 */
export async function check(request, onStep, signal) {
  const response = await fetch("api/checks", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(problem.reason ?? "failed");
  }
  for await (const line of linesOf(response.body)) {
    onStep(JSON.parse(line));
  }
}

/** Tells the bridge that nobody stands here any more: no finger may be taken for this journey. */
export async function end() {
  await fetch("api/checks", { method: "DELETE", headers: { "Content-Type": "application/json" } }).catch(() => {});
}

/** The bridge refused; the reason is one of the contract's. */
export class Refused extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

async function* linesOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    yield* lines.filter((line) => line !== "");
  }
}
