import fc from "fast-check";
import { addMilliseconds } from "goodwill/shared";
import {
  DEFAULT_SESSION_POLICY,
  journeysOf,
  siftJourneys,
  type Interaction,
  type Journey,
  type StepRule,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { logs, met, NINE } from "./log.js";

const POLICIES = [
  DEFAULT_SESSION_POLICY,
  { gapMinutes: 10, endAtOutcome: true },
  { gapMinutes: 25, endAtOutcome: true },
];

function ids(journeys: readonly Journey[]): (string | undefined)[][] {
  return journeys.map(({ steps }) => steps.map(({ interaction }) => interaction));
}

describe("journeysOf", () => {
  it("TP-9: an empty log has no journeys", () => {
    expect(journeysOf([])).toEqual([]);
  });

  it("TP-2: a journey is the customer's steps in the order of time", () => {
    const log = [met("b", 5, { touchpoint: "shop" }), met("a", 0), met("c", 9)];
    expect(journeysOf(log)).toEqual([
      {
        customer: "C",
        steps: [
          { touchpoint: "web", at: NINE, interaction: "a" },
          { touchpoint: "shop", at: addMilliseconds(NINE, 300_000), interaction: "b" },
          { touchpoint: "web", at: addMilliseconds(NINE, 540_000), interaction: "c" },
        ],
      },
    ]);
  });

  it("a pause of exactly gapMinutes ends the journey, one a millisecond shorter does not", () => {
    const almost = met("b", 0, { at: addMilliseconds(NINE, 30 * 60_000 - 1) });
    expect(ids(journeysOf([met("a", 0), almost]))).toEqual([["a", "b"]]);
    expect(ids(journeysOf([met("a", 0), met("b", 30)]))).toEqual([["a"], ["b"]]);
  });

  it("the pause counts from the latest step, not from the first", () => {
    expect(ids(journeysOf([met("a", 0), met("b", 20), met("c", 40), met("d", 70)]))).toEqual([
      ["a", "b", "c"],
      ["d"],
    ]);
  });

  it("a gap in days keeps a journey of weeks together", () => {
    const day = 24 * 60;
    const log = [met("a", 0), met("b", 6 * day), met("c", 12 * day)];
    const policy = { gapMinutes: 7 * day, endAtOutcome: false };
    expect(ids(journeysOf(log, { policy }))).toEqual([["a", "b", "c"]]);
  });

  it("customers are kept apart and come by code unit, upper case before lower case", () => {
    const log = ["b", "a", "B"].map((customer, index) => met(String(index), 0, { customer }));
    expect(journeysOf(log).map(({ customer }) => customer)).toEqual(["B", "a", "b"]);
  });

  it("interactions of one time are ordered by id", () => {
    expect(ids(journeysOf([met("b", 0), met("a", 0), met("c", 0)]))).toEqual([["a", "b", "c"]]);
  });

  it("only the outcomes named count as success, and the last of them is the journey's", () => {
    const log = [
      met("a", 0, { outcome: "enquiry" }),
      met("b", 1, { outcome: "purchase" }),
      met("c", 2, { outcome: "refusal" }),
    ];
    expect(journeysOf(log)[0]?.outcome).toBeUndefined();
    expect(journeysOf(log, { outcomes: ["purchase", "enquiry"] })[0]?.outcome).toBe("purchase");
    expect(journeysOf(log, { outcomes: ["enquiry"] })[0]?.outcome).toBe("enquiry");
    expect(journeysOf(log)[0]?.steps.map(({ outcome }) => outcome)).toEqual([
      "enquiry",
      "purchase",
      "refusal",
    ]);
  });

  it("with endAtOutcome the success ends the journey, even among steps of one time", () => {
    const policy = { ...DEFAULT_SESSION_POLICY, endAtOutcome: true };
    const log = [
      met("b", 0, { outcome: "purchase" }),
      met("c", 0),
      met("a", 0),
      met("d", 5, { outcome: "purchase" }),
      met("e", 6),
    ];
    const journeys = journeysOf(log, { policy, outcomes: ["purchase"] });
    expect(ids(journeys)).toEqual([["a", "b"], ["c", "d"], ["e"]]);
    expect(journeys.map(({ outcome }) => outcome)).toEqual(["purchase", "purchase", undefined]);
  });

  it("as of a time, what lies after it is not known and what may go on is open", () => {
    const log = [met("a", 0), met("b", 40), met("c", 90)];
    const asOf = addMilliseconds(NINE, 69 * 60_000);
    const journeys = journeysOf(log, { asOf });
    expect(ids(journeys)).toEqual([["a"], ["b"]]);
    expect(journeys.map(({ open }) => open)).toEqual([undefined, true]);
    // Thirty minutes after the last step the journey is over.
    const over = journeysOf(log, { asOf: addMilliseconds(NINE, 70 * 60_000) });
    expect(over.map(({ open }) => open)).toEqual([undefined, undefined]);
    expect(ids(journeysOf(log, { asOf: met("c", 90).at })).at(-1)).toEqual(["c"]);
  });

  it("a journey ended by its outcome is not open", () => {
    const policy = { ...DEFAULT_SESSION_POLICY, endAtOutcome: true };
    const log = [met("a", 0, { outcome: "purchase" })];
    const [journey] = journeysOf(log, { policy, outcomes: ["purchase"], asOf: NINE });
    expect(journey?.open).toBeUndefined();
    expect(journeysOf(log, { outcomes: ["purchase"], asOf: NINE })[0]?.open).toBe(true);
  });

  it("TP-2: action, question, obstacle and stage come from the rules, the first that applies", () => {
    const rules: StepRule[] = [
      { when: { kind: "enquiry", topic: "price" }, question: "What does it cost?" },
      { when: { kind: "enquiry" }, action: "asks", question: "Anything else?" },
      { when: { outcome: "sold-out" }, obstacle: "not in stock", stage: "during" },
      { when: { channel: "web", direction: "inbound", touchpoint: "web" }, action: "looks" },
    ];
    const log = [
      met("a", 0, { kind: "enquiry", topic: "price", feeling: 0.5 }),
      met("b", 1, { outcome: "sold-out" }),
      met("c", 2, { channel: "store", kind: "enquiry" }),
      met("d", 3, { direction: "outbound" }),
    ];
    const steps = journeysOf(log, { rules })[0]?.steps.map((step) => ({
      ...step,
      at: undefined,
      interaction: undefined,
    }));
    expect(steps).toEqual([
      { touchpoint: "web", action: "asks", question: "What does it cost?", emotion: 0.5 },
      {
        touchpoint: "web",
        action: "looks",
        obstacle: "not in stock",
        stage: "during",
        outcome: "sold-out",
      },
      { touchpoint: "web", action: "asks", question: "Anything else?" },
      { touchpoint: "web" },
    ]);
  });

  it("the catalogue tells the stage where it is the only one, and a rule goes before it", () => {
    const catalogue = [
      { id: "web", stages: ["before", "after"] as const },
      { id: "till", stages: ["during"] as const },
      { id: "hotline", stages: ["after"] as const },
    ];
    const rules: StepRule[] = [{ when: { topic: "return" }, stage: "before" }];
    const log = [
      met("a", 0),
      met("b", 1, { touchpoint: "till" }),
      met("c", 2, { touchpoint: "hotline", topic: "return" }),
      met("d", 3, { touchpoint: "club" }),
    ];
    const stages = journeysOf(log, { rules, catalogue })[0]?.steps.map(({ stage }) => stage);
    expect(stages).toEqual([undefined, "during", "before", undefined]);
  });

  it.each([0, -1, Number.NaN, Infinity])("a gap of %d minutes is refused", (gapMinutes) => {
    expect(() => journeysOf([], { policy: { gapMinutes, endAtOutcome: false } })).toThrow(
      new RangeError(`Cannot cut journeys: gapMinutes must be above 0, got ${gapMinutes}`),
    );
  });

  it("two interactions of one time and one id are refused, for their order cannot be told", () => {
    expect(() => journeysOf([met("a", 0), met("a", 0, { touchpoint: "shop" })])).toThrow(
      /^Cannot cut journeys: id "a" came twice at 2026-02-13T09:00:00.000Z, got interaction "a"/,
    );
  });

  it("an instant that is none is refused", () => {
    const wrong = { ...met("a", 0), at: "yesterday" } as unknown as Interaction;
    expect(() => journeysOf([wrong])).toThrow(RangeError);
  });

  it("no interaction is lost, none counts twice, and the order of the log does not matter", () => {
    const shuffled = logs.chain((log) =>
      fc.tuple(
        fc.constant(log),
        fc.shuffledSubarray(log, { minLength: log.length }),
        fc.constantFrom(...POLICIES),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([log, other, policy]) => {
        const options = { policy, outcomes: ["purchase"] };
        const journeys = journeysOf(log, options);
        expect(journeysOf(other, options)).toEqual(journeys);
        expect(ids(journeys).flat().toSorted()).toEqual(log.map(({ id }) => id).toSorted());
      }),
    );
  });

  it("within a journey pauses are shorter than the gap, between journeys of a customer not", () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 60 }), (log, gapMinutes) => {
        const journeys = journeysOf(log, { policy: { gapMinutes, endAtOutcome: false } });
        const gap = gapMinutes * 60_000;
        const time = (at: string | undefined): number => Date.parse(at ?? "");
        for (const [index, { customer, steps }] of journeys.entries()) {
          for (const [place, { at }] of steps.entries()) {
            if (place > 0) expect(time(at) - time(steps[place - 1]?.at)).toBeLessThan(gap);
          }
          const before = journeys[index - 1];
          if (before?.customer !== customer) continue;
          expect(time(steps[0]?.at) - time(before.steps.at(-1)?.at)).toBeGreaterThanOrEqual(gap);
        }
      }),
    );
  });

  it("the journeys pass the border, equal times included", () => {
    fc.assert(
      fc.property(logs, (log) => {
        const journeys = journeysOf(log, { outcomes: ["purchase"] });
        expect(siftJourneys(journeys)).toEqual({ accepted: journeys, rejected: [] });
      }),
    );
  });

  it("the interactions are left as they were", () => {
    fc.assert(
      fc.property(logs, (log) => {
        const before = structuredClone(log);
        journeysOf(log);
        expect(log).toEqual(before);
      }),
    );
  });

  it("a journey of 10,000 steps is one journey, at one time or one after the other", () => {
    const steady = Array.from({ length: 10_000 }, (_, index) => met(`s${index}`, index));
    const atOnce = Array.from({ length: 10_000 }, (_, index) => met(`o${10_000 - index}`, 0));
    for (const log of [steady, atOnce]) {
      const start = performance.now();
      const journeys = journeysOf(log);
      expect(performance.now() - start).toBeLessThan(1000);
      expect(journeys.map(({ steps }) => steps.length)).toEqual([10_000]);
    }
  });
});
