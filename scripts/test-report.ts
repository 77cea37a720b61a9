import { existsSync, readFileSync } from "node:fs";

/** The part of vitest's JSON report that is read. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** How a run of the tests ended. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Skipped and to-do tests. */
  readonly skipped: number;
  /** One line for each failure. */
  readonly failures: readonly string[];
}

/** Reads a report. A test file that broke before its tests counts as one failure; a missing report too. */
export function readTotals(path: string): Totals {
  if (!existsSync(path)) {
    return { passed: 0, failed: 1, skipped: 0, failures: ["the run ended without a report"] };
  }
  const { testResults } = JSON.parse(readFileSync(path, "utf8")) as Report;
  const tests = testResults.flatMap((file) => file.assertionResults);
  const broken = testResults.filter(
    (file) =>
      file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  const failed = tests.filter((test) => test.status === "failed");
  const passed = tests.filter((test) => test.status === "passed");
  return {
    passed: passed.length,
    failed: failed.length + broken.length,
    skipped: tests.length - passed.length - failed.length,
    failures: [
      ...failed.map((test) => test.fullName),
      ...broken.map((file) => `${file.name}: ${(file.message ?? "did not load").split("\n")[0]!}`),
    ],
  };
}

/** `120 passed, 0 failed, 3 skipped`; what was not skipped is not mentioned. */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  const base = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? base : `${base}, ${skipped} skipped`;
}
