// `npm run test:zones`: runs the suite under four time zones, because a pure library gives the same answer in all of
// them. `--skip-current` leaves out the zone the process runs in, where the suite has just been run.
//
// Each zone gets the suite in a lighter form: properties are tried 25 times instead of 100, and the files in
// `WITHOUT_ZONE` are left out, about half of the time. `--full` runs all of it, as `npm test` does.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTotals, totalsLine } from "./test-report.js";

const ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Europe/London"];

/** Test files, and folders with a slash at the end, that a zone cannot change, with why; they take long. */
const WITHOUT_ZONE: Readonly<Record<string, string>> = {
  "test/tidy.test.ts": "reads the text of the sources",
  "test/reasons.test.ts": "reads the text of the sources and the guide",
  "test/doc-examples.test.ts":
    "tests the script that writes the tests of examples; those it writes are run",
  "test/chart/charts.test.ts":
    "draws every chart in six looks; no specification has a field of time, what charts say of days has tests of its " +
    "own, and those of the guides are still compared byte for byte",
  "test/chart/value/value-charts.test.ts": "draws every chart of value in four looks; as above",
  "test/experience/": "ratings and answers are counted, no function of the room knows a zone",
  "test/customer/matching/": "records are compared as texts",
  "test/touchpoint/attribution/": "credit goes by the order of steps and by elapsed time",
  "test/touchpoint/path/": "paths go by the order of steps and by elapsed time",
  "test/value/buying/": "models of buying know times as numbers, no dates",
  "test/value/spend/": "models of spend know no time",
  "test/value/contract/": "models of contracts count renewals",
  "test/chart/care/": "draws every chart of care in several looks; as above",
  "test/care/selection/": "the choice of actions knows days as numbers",
  "test/care/message/": "messages are written from plain days",
  "test/care/programme/": "programmes know plain days alone",
  "test/care/campaign/": "campaigns are checked without a clock",
  "test/care/recommendation/": "recommendations know no time",
  "test/calendar-cn/": "the almanac is one for all zones",
  "test/service/staffing/": "loads and agents are numbers",
  "test/service/scorecard/": "measures and answers know no time",
  "test/service/silent/": "counts of customers know no time",
  "test/service/field/": "windows are instants, reckoned in elapsed time",
  "test/chart/service/": "draws every chart of service in several looks; as above",
  "test/examples/report.test.ts":
    "reads surveys as a command line does; the functions behind it have tests of their own, and those of the " +
    "simulated company and the journey report are run",
};

const root = fileURLToPath(new URL("..", import.meta.url));
const current = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const isSkipping = process.argv.includes("--skip-current");
const isFull = process.argv.includes("--full");

const gone = Object.keys(WITHOUT_ZONE).filter((path) => !existsSync(join(root, path)));
if (gone.length > 0) throw new Error(`No such test to leave out: ${gone.join(", ")}`);
const left = isFull ? [] : Object.keys(WITHOUT_ZONE);
const lightly = isFull ? {} : { GOODWILL_PROPERTY_RUNS: "25" };

mkdirSync(join(root, "reports"), { recursive: true });
await import("./doc-examples.js");

let passed = 0;
let failed = 0;
let skipped = 0;
let hasBroken = false;
const zones = ZONES.filter((zone) => !isSkipping || zone !== current);
if (zones.length < ZONES.length)
  console.log(`${current}: left out, it is the zone of this process`);
if (!isFull) {
  console.log("Properties are tried 25 times, and left out are (all of it: --full):");
  for (const [path, why] of Object.entries(WITHOUT_ZONE)) console.log(`  ${path}: ${why}`);
}
for (const zone of zones) {
  const report = join(root, `reports/test-${zone.replace("/", "-")}.json`);
  rmSync(report, { force: true });
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...left.map((path) => `--exclude=${path.endsWith("/") ? `${path}**` : path}`),
    ],
    {
      cwd: root,
      env: { ...lightly, ...process.env, TZ: zone },
      encoding: "utf8",
    },
  );
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const totals = readTotals(report);
  console.log(`${zone}: ${totalsLine(totals)} (${seconds} s)`);
  for (const failure of totals.failures) console.log(`  ${failure}`);
  const isBroken = status !== 0 || totals.passed === 0;
  if (isBroken && totals.failed === 0) console.log(stderr);
  passed += totals.passed;
  failed += totals.failed;
  skipped += totals.skipped;
  hasBroken ||= isBroken;
}

console.log(`${zones.length} zones: ${totalsLine({ passed, failed, skipped, failures: [] })}`);
process.exitCode = hasBroken ? 1 : 0;
