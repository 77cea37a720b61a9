import { addMilliseconds } from "goodwill/shared";
import { siftJourneys } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { journeyOf, NINE, stepsOf } from "./log.js";

function issuesOf(
  row: unknown,
  options: Parameters<typeof siftJourneys>[1] = {},
): readonly (readonly [string, string])[] {
  const { rejected } = siftJourneys([row], options);
  return rejected.flatMap(({ issues }) => issues.map(({ path, message }) => [path, message]));
}

const [first, second] = stepsOf(["web", "shop"]);

describe("siftJourneys", () => {
  it("TP-2: a journey in the order of time is taken as it is", () => {
    const journey = journeyOf(["web", "shop", "web"], { outcome: "purchase", open: true });
    expect(siftJourneys([journey])).toEqual({ accepted: [journey], rejected: [] });
  });

  it("a step before the one before it is handed back with its place", () => {
    expect(issuesOf({ customer: "C", steps: [second, first] })).toEqual([
      ["steps.1.at", "must not lie before 2026-02-13T09:01:00.000Z, got 2026-02-13T09:00:00.000Z"],
    ]);
  });

  it("two steps of one time are handed back where nothing tells which came first", () => {
    const message = "two steps at 2026-02-13T09:00:00.000Z: nothing tells which came first";
    const other = { ...first, touchpoint: "shop" };
    const tied = (a?: string, b?: string): unknown => ({
      customer: "C",
      steps: [
        { ...first, ...(a !== undefined && { interaction: a }) },
        { ...other, ...(b !== undefined && { interaction: b }) },
      ],
    });
    expect(issuesOf(tied())).toEqual([["steps.1.at", message]]);
    expect(issuesOf(tied("1"))).toEqual([["steps.1.at", message]]);
    expect(issuesOf(tied("2", "1"))).toEqual([["steps.1.at", message]]);
    expect(issuesOf(tied("1", "2"))).toEqual([]);
    expect(issuesOf(tied("1", "1"))).toEqual([
      ["steps.1.at", message],
      ["steps.1.interaction", '"1" came before'],
    ]);
  });

  it("an interaction that comes twice is handed back", () => {
    const steps = [
      { ...first, interaction: "1" },
      { ...second, interaction: "1" },
    ];
    expect(issuesOf({ customer: "C", steps })).toEqual([
      ["steps.1.interaction", '"1" came before'],
    ]);
  });

  it("a step after asOf is handed back, one exactly at it is not", () => {
    const journey = journeyOf(["web", "shop"]);
    expect(issuesOf(journey, { asOf: addMilliseconds(NINE, 60_000) })).toEqual([]);
    expect(issuesOf(journey, { asOf: NINE })).toEqual([
      ["steps.1.at", "must not lie after 2026-02-13T09:00:00.000Z, got 2026-02-13T09:01:00.000Z"],
    ]);
  });

  it.each([
    ["no step", { customer: "C", steps: [] }, "steps"],
    ["an impossible time", { customer: "C", steps: [{ ...first, at: "13:00" }] }, "steps.0.at"],
    ["a wrong emotion", { customer: "C", steps: [{ ...first, emotion: 3 }] }, "steps.0.emotion"],
    ["no customer", { steps: [first] }, "customer"],
    ...["(start)", "(exit)"].flatMap((name): [string, unknown, string][] => [
      [
        `touchpoint ${name}`,
        { customer: "C", steps: [{ ...first, touchpoint: name }] },
        "steps.0.touchpoint",
      ],
      [
        `step outcome ${name}`,
        { customer: "C", steps: [{ ...first, outcome: name }] },
        "steps.0.outcome",
      ],
      [`outcome ${name}`, { customer: "C", steps: [first], outcome: name }, "outcome"],
    ]),
  ])("%s is handed back, and the others are not", (_, row, path) => {
    const good = journeyOf(["web"]);
    const { accepted, rejected } = siftJourneys([row, good]);
    expect(accepted).toEqual([good]);
    expect(rejected[0]?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});
