// A client that knows nothing but the .proto files: registers two members with a finger each, recognises them by other
// impressions, refuses the other finger, identifies, withdraws, and finds them gone. Exits 0 only if every answer was as expected.
//
// usage: node client.mjs HOST:PORT PROTO_DIR TRUST_DIR PRINT_DIR
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import grpc from "@grpc/grpc-js";
import protoLoader from "@grpc/proto-loader";

const [address, protoDir, trustDir, printDir] = process.argv.slice(2);
const PATIENCE_MILLIS = 120_000;
const SITI = "3174015708850003";
const BUDI = "3174011708850003";

const { EligibilityService } = grpc.loadPackageDefinition(
  protoLoader.loadSync("sidik/eligibility/v1/eligibility.proto", {
    includeDirs: [protoDir],
    enums: String,
    longs: String,
    defaults: true,
    oneofs: true,
  }),
).sidik.eligibility.v1;

const pem = (name) => readFileSync(join(trustDir, name));
const withCertificate = (role) => grpc.credentials.createSsl(pem("ca.cert.pem"), pem(`${role}.key.pem`), pem(`${role}.cert.pem`));

/** Calls with a deadline, as every caller must. */
function call(client, method, request) {
  return new Promise((resolve, reject) => {
    const deadline = Date.now() + PATIENCE_MILLIS;
    client[method](request, { deadline }, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

const print = (finger, impression) => ({
  encoded: { content: readFileSync(join(printDir, `${finger}_${impression}.tif`)), dpi: 500 },
});

const member = (key, nid, fullName, finger) => ({
  idempotencyKey: key,
  nid,
  fullName,
  segment: "INFORMAL",
  samples: [print(finger, 1)],
  biometricConsent: true,
});

const operator = new EligibilityService(address, withCertificate("operator"));

async function step(name, work) {
  await work();
  console.log(`ok ${name}`);
}

await step("register", async () => {
  assert.equal((await call(operator, "registerMember", member("node-siti-1", SITI, "Siti Rahayu", 101))).outcome, "registered");
  assert.equal((await call(operator, "registerMember", member("node-budi-1", BUDI, "Budi Santoso", 102))).outcome, "registered");
});

const verified = async (nid, finger) => (await call(operator, "verifyMember", { nid, samples: [print(finger, 2)] })).outcome;

await step("verify", async () => {
  assert.equal(await verified(SITI, 101), "VERIFIED");
  assert.equal(await verified(BUDI, 102), "VERIFIED");
});

await step("refuse", async () => {
  assert.equal(await verified(SITI, 102), "NOT_VERIFIED");
  assert.equal(await verified(BUDI, 101), "NOT_VERIFIED");
});

const identified = async (finger) =>
  (await call(operator, "identifyMember", { samples: [print(finger, 3)] })).candidates.map((candidate) => candidate.nid);

await step("identify", async () => {
  assert.deepEqual(await identified(101), [SITI]);
  assert.deepEqual(await identified(102), [BUDI]);
});

await step("withdraw", async () => {
  const withdrawal = { idempotencyKey: "node-withdraw-1", nid: SITI, reason: "asked to" };
  assert.equal((await call(operator, "withdrawFingers", withdrawal)).withdrawnReferences, 1);
});

await step("gone", async () => {
  assert.equal(await verified(SITI, 101), "NO_REFERENCE");
  assert.deepEqual(await identified(101), []);
  assert.equal(await verified(BUDI, 102), "VERIFIED");
});

await step("rich error", async () => {
  const error = await call(operator, "getMember", { nid: "3174015708850000" }).catch((failure) => failure);
  assert.equal(error.code, grpc.status.INVALID_ARGUMENT);
  assert.match(error.metadata.get("grpc-status-details-bin")[0].toString("latin1"), /NID_INVALID/);
});

await step("another role refused", async () => {
  const bridge = new EligibilityService(address, withCertificate("bridge"));
  const error = await call(bridge, "getMember", { nid: BUDI }).catch((failure) => failure);
  assert.equal(error.code, grpc.status.PERMISSION_DENIED);
  bridge.close();
});

await step("no certificate refused", async () => {
  const stranger = new EligibilityService(address, grpc.credentials.createSsl(pem("ca.cert.pem")));
  const error = await call(stranger, "getMember", { nid: BUDI }).catch((failure) => failure);
  assert.equal(error.code, grpc.status.UNAVAILABLE);
  stranger.close();
});

operator.close();
