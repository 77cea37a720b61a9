// `npm run test:zones`: runs the suite under four time zones, because a pure library gives the same answer in all of
// them. `--skip-current` leaves out the zone the process runs in, where the suite has just been run.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTotals, totalsLine } from "./test-report.js";

const ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Europe/London"];

const root = fileURLToPath(new URL("..", import.meta.url));
const current = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const isSkipping = process.argv.includes("--skip-current");

mkdirSync(join(root, "reports"), { recursive: true });
await import("./doc-examples.js");

let passed = 0;
let failed = 0;
let skipped = 0;
let hasBroken = false;
const zones = ZONES.filter((zone) => !isSkipping || zone !== current);
if (zones.length < ZONES.length)
  console.log(`${current}: left out, it is the zone of this process`);
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
    ],
    {
      cwd: root,
      env: { GOODWILL_PROPERTY_RUNS: "25", ...process.env, TZ: zone },
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
