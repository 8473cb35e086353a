// The gate's REST, with the rights of whoever is signed in. The session is a cookie that this script cannot read.

/** An answer that is a problem of RFC 9457. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.reason = problem.reason ?? "";
  }
}

async function call(method, path, body, headers = {}) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: "same-origin",
  });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(response.status, problem);
  }
  return response;
}

const json = async (method, path, body, headers) => (await call(method, path, body, headers)).json();

const query = (parameters) => {
  const filled = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== "");
  return filled.length ? `?${new URLSearchParams(filled)}` : "";
};

const newKey = () => ({ "Idempotency-Key": `office-${crypto.randomUUID()}` });

export const who = () => json("GET", "/session");
export const signIn = (token) => json("POST", "/session", undefined, { Authorization: `Bearer ${token}` });
export const signOut = () => call("DELETE", "/session");

export const reports = async () => (await json("GET", "/v1/reports")).reports;
export const report = (name, period, rowsMax) => json("GET", `/v1/reports/${name}${query({ ...period, rowsMax })}`);
export const reportFile = (name, period) => `/v1/reports/${name}${query({ ...period, format: "csv" })}`;

export const nidOfCard = async (number) => (await json("GET", `/v1/cards/${number}/member`)).member.nid;
export const memberFile = (nid) => json("GET", `/v1/members/${nid}/file`);
export const claimsOf = async (nid) => (await json("GET", `/v1/members/${nid}/claims${query({ pageSize: 50 })}`)).claims ?? [];
export const visitsOf = async (nid) => (await json("GET", `/v1/members/${nid}/visits${query({ pageSize: 50 })}`)).visits ?? [];
export const cases = (pageToken) => json("GET", `/v1/adjudication-cases${query({ pageSize: 100, pageToken })}`);
export const caseFile = (caseId) => json("GET", `/v1/adjudication-cases/${caseId}`);
export const casePrints = (caseId, candidate, finger) => json("GET", `/v1/adjudication-cases/${caseId}/prints${query({ candidate, finger })}`);
export const decideCase = (caseId, decision) => json("POST", `/v1/adjudication-cases/${caseId}/verdict`, decision, newKey());

export const complaints = (pageToken) => json("GET", `/v1/complaints${query({ pageSize: 200, pageToken })}`);
export const recordComplaint = (complaint) => json("POST", "/v1/complaints", complaint, newKey());
export const answerComplaint = (id, text) => json("POST", `/v1/complaints/${id}/answer`, { text }, newKey());

export const auditEvents = (filter) => json("GET", `/v1/audit/events${query(filter)}`);
let meanings;

/** What the log's names mean: {eventTypes, reasons}, each a map of {textId, textEn} by name. Asked for once; they are part of the service. */
export function auditWords() {
  const byName = (words) => new Map(words.map((word) => [word.name, word]));
  meanings ??= json("GET", "/v1/audit/words").then(
    ({ eventTypes, reasons }) => ({ eventTypes: byName(eventTypes), reasons: byName(reasons) }),
    (failure) => { meanings = undefined; throw failure; });
  return meanings;
}
export const checkpoint = async () => (await call("GET", "/v1/audit/checkpoint")).text();
export const verifierKey = async () => (await call("GET", "/v1/audit/verifier-key")).text();
export const inclusionProof = async (index) => (await call("GET", `/v1/audit/proofs/${index}`)).text();
