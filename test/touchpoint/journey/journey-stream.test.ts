import fc from "fast-check";
import type { RejectedRow } from "goodwill/shared";
import {
  DEFAULT_SESSION_POLICY,
  journeyReader,
  journeysOf,
  streamJourneys,
  type Interaction,
  type Journey,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { logs, met, NINE } from "./log.js";

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const byTime = (a: Interaction, b: Interaction): number => compare(a.at, b.at);
const byCustomer = (a: Interaction, b: Interaction): number =>
  compare(a.customer, b.customer) || byTime(a, b);

/** The journeys as `journeysOf` orders them. */
function ordered(journeys: Iterable<Journey>): Journey[] {
  const key = ({ customer, steps }: Journey): string =>
    `${customer} ${steps[0]?.at ?? ""} ${steps[0]?.interaction ?? ""}`;
  return [...journeys].sort((a, b) => compare(key(a), key(b)));
}

const POLICIES = [
  DEFAULT_SESSION_POLICY,
  { gapMinutes: 10, endAtOutcome: true },
  { gapMinutes: 25, endAtOutcome: true },
];

const cases = logs.chain((log) =>
  fc.record({
    log: fc.constant(log),
    shuffled: fc.shuffledSubarray(log, { minLength: log.length }),
    policy: fc.constantFrom(...POLICIES),
    asOf: fc.constantFrom(undefined, met("", 0).at, met("", 60).at, met("", 65).at),
  }),
);

describe("streamJourneys", () => {
  it("an empty log has no journeys", () => {
    expect([...streamJourneys([], { order: "by-time" })]).toEqual([]);
    expect([...streamJourneys([], { order: "by-customer" })]).toEqual([]);
  });

  it("by customer it gives just what journeysOf gives, in the same order", () => {
    fc.assert(
      fc.property(cases, ({ log, shuffled, policy, asOf }) => {
        const options = { policy, outcomes: ["purchase"], ...(asOf && { asOf }) };
        const stream = streamJourneys(shuffled.toSorted(byCustomer), {
          ...options,
          order: "by-customer",
        });
        expect([...stream]).toEqual(journeysOf(log, options));
      }),
    );
  });

  it("by time it gives what journeysOf gives, whatever the order of equal times", () => {
    fc.assert(
      fc.property(cases, ({ log, shuffled, policy, asOf }) => {
        const options = { policy, outcomes: ["purchase"], ...(asOf && { asOf }) };
        const order = { ...options, order: "by-time" } as const;
        const stream = [...streamJourneys(shuffled.toSorted(byTime), order)];
        expect(ordered(stream)).toEqual(journeysOf(log, options));
        expect([...streamJourneys(log.toSorted(byTime), order)]).toEqual(stream);
      }),
    );
  });

  it("by time, journeys come as they end, those that end at one time by customer", () => {
    const log = [
      met("1", 0, { customer: "B" }),
      met("2", 0, { customer: "A" }),
      met("3", 10, { customer: "C" }),
      met("4", 60, { customer: "A" }),
    ];
    const reader = journeyReader({ order: "by-time" });
    const given = log.map((row) => reader.take(row).map(({ customer }) => customer));
    expect(given).toEqual([[], [], [], ["A", "B", "C"]]);
    expect(reader.end().map(({ customer }) => customer)).toEqual(["A"]);
  });

  it("by time, a journey is given out once its pause is long enough, whoever acted first", () => {
    const reader = journeyReader({ order: "by-time" });
    reader.take(met("1", 0, { customer: "A" }));
    reader.take(met("2", 1, { customer: "B" }));
    reader.take(met("3", 20, { customer: "A" }));
    expect(reader.take(met("4", 30, { customer: "C" }))).toEqual([]);
    // Thirty minutes to the minute after B.
    const given = reader.take(met("5", 31, { customer: "C" }));
    expect(given.map(({ customer }) => customer)).toEqual(["B"]);
  });

  it("by time, journeys that outcomes ended at one time come by customer, whatever the order", () => {
    const policy = { ...DEFAULT_SESSION_POLICY, endAtOutcome: true };
    const bought = { outcome: "purchase" };
    const log = [
      met("1", 0, { customer: "B", ...bought }),
      met("2", 0, { customer: "A", ...bought }),
      met("3", 5, { customer: "B", ...bought }),
      met("4", 5, { customer: "A", ...bought }),
      met("5", 6, { customer: "B" }),
      met("6", 6, { customer: "A" }),
      met("7", 7, { customer: "C" }),
    ];
    const order = { order: "by-time", outcomes: ["purchase"], policy } as const;
    const customers = Array.from(streamJourneys(log, order), ({ customer }) => customer);
    expect(customers).toEqual(["A", "B", "A", "B", "A", "B", "C"]);
  });

  it("by customer, a journey is given out as soon as the next begins", () => {
    const reader = journeyReader({ order: "by-customer" });
    expect(reader.take(met("1", 0, { customer: "A" }))).toEqual([]);
    expect(reader.take(met("2", 60, { customer: "A" }))).toHaveLength(1);
    expect(reader.take(met("3", 0, { customer: "B" }))).toHaveLength(1);
    expect(reader.end()).toHaveLength(1);
    expect(reader.end()).toEqual([]);
  });

  it("rows out of the order of time are handed back with index and reason, never sorted", () => {
    const rejected: RejectedRow[] = [];
    const late = met("late", 5, { customer: "B" });
    const log = [met("1", 0), met("2", 10), late, met("3", 12)];
    const stream = streamJourneys(log, {
      order: "by-time",
      onRejected: (row) => rejected.push(row),
    });
    expect([...stream].map(({ steps }) => steps.length)).toEqual([3]);
    expect(rejected).toEqual([
      {
        index: 2,
        row: late,
        issues: [
          {
            path: "at",
            message: "out of order: 2026-02-13T09:05:00.000Z after 2026-02-13T09:10:00.000Z",
          },
        ],
      },
    ]);
  });

  it("a customer who comes back in a log by customer is handed back", () => {
    const rejected: RejectedRow[] = [];
    const log = [
      met("1", 0, { customer: "A" }),
      met("2", 0, { customer: "B" }),
      met("3", 99, { customer: "A" }),
      met("4", -1, { customer: "B" }),
    ];
    const stream = streamJourneys(log, {
      order: "by-customer",
      onRejected: (row) => rejected.push(row),
    });
    expect([...stream]).toHaveLength(2);
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.message])).toEqual([
      [2, 'out of order: after customer "B"'],
      [3, "out of order: 2026-02-13T08:59:00.000Z after 2026-02-13T09:00:00.000Z"],
    ]);
  });

  it.each(["by-time", "by-customer"] as const)(
    "%s, an interaction that comes twice at one time is handed back, among many too",
    (order) => {
      const rejected: number[] = [];
      const many = Array.from({ length: 40 }, (_, index) => met(String(index), 0));
      const log = [...many, met("0", 0), met("39", 0), met("new", 0)];
      const stream = streamJourneys(log, {
        order,
        onRejected: ({ index }) => rejected.push(index),
      });
      expect([...stream].map(({ steps }) => steps.length)).toEqual([41]);
      expect(rejected).toEqual([40, 41]);
    },
  );

  it("a row out of order is an error when nobody takes it", () => {
    const stream = streamJourneys([met("1", 5), met("2", 0)], { order: "by-time" });
    expect(() => [...stream]).toThrow(
      new RangeError(
        'Cannot cut journeys: out of order: 2026-02-13T09:00:00.000Z after 2026-02-13T09:05:00.000Z, got interaction "2" at index 1',
      ),
    );
  });

  it("wrong options are refused at the call, before the first row is read", () => {
    const policy = { gapMinutes: 0, endAtOutcome: false };
    expect(() => streamJourneys([], { order: "by-time", policy })).toThrow(RangeError);
    expect(() => streamJourneys([], { order: "bytime" as "by-time" })).toThrow(
      new RangeError('Cannot cut journeys: order must be by-customer or by-time, got "bytime"'),
    );
  });

  it("is lazy: a log without end gives its first journeys", () => {
    function* endless(): Generator<Interaction> {
      for (let hour = 0; ; hour += 1) yield met(String(hour), hour * 60);
    }
    for (const order of ["by-time", "by-customer"] as const) {
      const stream = streamJourneys(endless(), { order });
      expect(stream.next().value?.steps[0]?.at).toBe(NINE);
    }
  });

  it("after the end a reader begins another log", () => {
    for (const order of ["by-time", "by-customer"] as const) {
      const reader = journeyReader({ order });
      reader.take(met("1", 60));
      expect(reader.end()).toHaveLength(1);
      reader.take(met("2", 0));
      expect(reader.end().map(({ steps }) => steps[0]?.interaction)).toEqual(["2"]);
    }
  });
});
