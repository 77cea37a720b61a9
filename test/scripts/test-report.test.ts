import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readTotals, totalsLine } from "../../scripts/test-report.js";

const folder = mkdtempSync(join(tmpdir(), "goodwill-report-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function report(testResults: readonly object[]): string {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}

function tests(...statuses: string[]): object[] {
  return statuses.map((status) => ({ status, fullName: `a ${status} test` }));
}

describe("the totals of a test run", () => {
  it("count passed, failed, and everything else as skipped", () => {
    const path = report([
      { name: "a", status: "failed", assertionResults: tests("passed", "failed", "pending") },
      { name: "b", status: "passed", assertionResults: tests("passed", "todo", "skipped") },
    ]);
    const totals = readTotals(path);
    expect(totals).toEqual({ passed: 2, failed: 1, skipped: 3, failures: ["a failed test"] });
    expect(totalsLine(totals)).toBe("2 passed, 1 failed, 3 skipped");
  });

  it("count a file that broke before its tests as one failure", () => {
    const path = report([
      { name: "a", status: "failed", message: "Cannot find b\n  at c", assertionResults: [] },
    ]);
    expect(readTotals(path)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: ["a: Cannot find b"],
    });
  });

  it("count a missing report as one failure", () => {
    expect(readTotals(join(folder, "missing.json")).failed).toBe(1);
  });

  it("do not mention skipped tests where there are none", () => {
    expect(totalsLine({ passed: 3, failed: 0, skipped: 0, failures: [] })).toBe(
      "3 passed, 0 failed",
    );
  });
});
