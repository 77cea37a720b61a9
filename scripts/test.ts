// `npm test`: writes the tests of the documentation's examples, runs the suite, and prints the totals alone on the last
// line. Arguments go to vitest: `npm test -- test/shared`.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTotals, totalsLine } from "./test-report.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = join(root, "reports/test.json");

mkdirSync(join(root, "reports"), { recursive: true });
rmSync(report, { force: true });
await import("./doc-examples.js");

const { status } = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit" },
);

const totals = readTotals(report);
if (totals.passed + totals.failed === 0) console.error("No test ran.");
console.log(totalsLine(totals));
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : (status ?? 1);
