import fc from "fast-check";
import { customerId } from "goodwill/customer";
import { instant, plainDate, timeZone } from "goodwill/shared";
import {
  DEFAULT_INTERACTION_POLICY,
  journeysOf,
  siftInteractions,
  transitionTable,
  type Interaction,
  type SiftInteractionsOptions,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";

const MET: Interaction = {
  id: "1",
  customer: customerId("C-1"),
  at: instant("2026-02-13T09:30:00Z"),
  touchpoint: "shop",
  channel: "store",
  direction: "inbound",
  kind: "visit",
};

/** Path and message of everything wrong with one row. */
function issuesOf(
  row: unknown,
  options: SiftInteractionsOptions = {},
): readonly (readonly [string, string])[] {
  const { rejected } = siftInteractions([row], options);
  return rejected.flatMap(({ issues }) => issues.map(({ path, message }) => [path, message]));
}

describe("siftInteractions", () => {
  it("TP-9: an interaction with everything known is taken as it is", () => {
    const full: Interaction = {
      ...MET,
      source: "till",
      outcome: "purchase",
      feeling: -1,
      topic: "price",
      cost: { amount: 250, currency: "EUR" },
    };
    expect(siftInteractions([full])).toEqual({ accepted: [full], rejected: [] });
  });

  it("an empty log is an empty answer", () => {
    expect(siftInteractions([])).toEqual({ accepted: [], rejected: [] });
  });

  it.each([
    ["an impossible instant", { at: "2026-02-30T09:30:00.000Z" }, "at"],
    ["an instant without a zone", { at: "2026-02-13T09:30:00" }, "at"],
    ["a feeling above 1", { feeling: 1.01 }, "feeling"],
    ["a feeling below -1", { feeling: -1.01 }, "feeling"],
    ["a feeling that is not a number", { feeling: Number.NaN }, "feeling"],
    ["null for unknown", { feeling: null }, "feeling"],
    ["an unknown direction", { direction: "sideways" }, "direction"],
    ["an empty touchpoint", { touchpoint: "" }, "touchpoint"],
    ["a customer of blanks", { customer: " " }, "customer"],
    ["a cost in no currency", { cost: { amount: 1, currency: "XXY" } }, "cost.currency"],
    ["a field nobody knows", { mood: 1 }, ""],
    ["a touchpoint called as the start", { touchpoint: "(start)" }, "touchpoint"],
    ["a touchpoint called as the exit", { touchpoint: "(exit)" }, "touchpoint"],
    ["an outcome called as the start", { outcome: "(start)" }, "outcome"],
    ["an outcome called as the exit", { outcome: "(exit)" }, "outcome"],
  ])("%s is handed back with its path", (_, wrong, path) => {
    expect(issuesOf({ ...MET, ...wrong }).map(([at]) => at)).toEqual([path]);
  });

  it("what is taken can be counted in a table of transitions", () => {
    const rows = [
      MET,
      { ...MET, id: "2", touchpoint: "(exit)" },
      { ...MET, id: "3", outcome: "(start)" },
    ];
    const { accepted, rejected } = siftInteractions(rows);
    expect(rejected.map(({ issues }) => issues.map(({ message }) => message))).toEqual(
      Array(2).fill(["must not be (start) or (exit), which stand for the two ends of a journey"]),
    );
    expect(transitionTable(journeysOf(accepted)).journeys).toBe(1);
  });

  it.each([undefined, null, 7, "visit", []])("%s instead of a row is handed back", (row) => {
    const { accepted, rejected } = siftInteractions([row, MET]);
    expect(accepted).toEqual([MET]);
    expect(rejected.map(({ index }) => index)).toEqual([0]);
    expect(rejected[0]?.row).toBe(row);
  });

  it("the second row of an id is handed back and names the first", () => {
    const { accepted, rejected } = siftInteractions([{}, MET, { ...MET, touchpoint: "web" }]);
    expect(accepted).toEqual([MET]);
    expect(rejected[1]?.issues).toEqual([
      { path: "id", message: 'id "1" is already that of row 1' },
    ]);
  });

  it("a row that was handed back does not take its id from a good one", () => {
    const { accepted } = siftInteractions([{ ...MET, feeling: 2 }, MET]);
    expect(accepted).toEqual([MET]);
    const tooLate = { ...MET, at: instant("2026-02-13T09:30:00.001Z") };
    expect(siftInteractions([tooLate, MET], { asOf: MET.at }).accepted).toEqual([MET]);
  });

  it("an interaction of an unknown customer is handed back", () => {
    expect(issuesOf(MET, { customers: [] })).toEqual([["customer", 'no customer "C-1" is known']]);
    expect(issuesOf(MET, { customers: [{ id: MET.customer }] })).toEqual([]);
  });

  it("the customer's first day is told in the declared zone, and belongs to the relationship", () => {
    const customers = [{ id: MET.customer, since: plainDate("2026-02-14") }];
    const lateEvening = { ...MET, at: instant("2026-02-13T16:00:00Z") };
    expect(issuesOf(lateEvening, { customers, zone: timeZone("UTC") })).toEqual([
      ["at", 'customer "C-1" is one since 2026-02-14 only, got 2026-02-13T16:00:00.000Z in UTC'],
    ]);
    // In Shanghai it is midnight: the 14th has begun.
    expect(issuesOf(lateEvening, { customers, zone: timeZone("Asia/Shanghai") })).toEqual([]);
    const before = { ...MET, at: instant("2026-02-13T15:59:59.999Z") };
    expect(issuesOf(before, { customers, zone: timeZone("Asia/Shanghai") })).toHaveLength(1);
  });

  it("without a zone the first day cannot be told", () => {
    const customers = [{ id: MET.customer, since: plainDate("2026-02-14") }];
    expect(() => siftInteractions([MET], { customers })).toThrow(
      new RangeError(
        'Cannot sift interactions: a zone is needed to compare with since, got none (customer "C-1")',
      ),
    );
  });

  it("an interaction after asOf is handed back, one exactly at it is taken", () => {
    expect(issuesOf(MET, { asOf: MET.at })).toEqual([]);
    expect(issuesOf(MET, { asOf: instant("2026-02-13T09:29:59.999Z") })).toEqual([
      ["at", "must not lie after 2026-02-13T09:29:59.999Z, got 2026-02-13T09:30:00.000Z"],
    ]);
  });

  it("an unknown touchpoint is handed back or kept, as the policy says", () => {
    const catalogue = [{ id: "web" }];
    expect(issuesOf(MET, { catalogue })).toEqual([
      ["touchpoint", 'the catalogue has no touchpoint "shop"'],
    ]);
    expect(issuesOf(MET, { catalogue, policy: { unknownTouchpoint: "keep" } })).toEqual([]);
    expect(issuesOf(MET, { catalogue: [{ id: "shop" }] })).toEqual([]);
    expect(DEFAULT_INTERACTION_POLICY).toEqual({ unknownTouchpoint: "reject" });
  });

  it("everything wrong against the facts is named at once", () => {
    const options = { customers: [], catalogue: [], asOf: instant("2026-01-01T00:00:00Z") };
    expect(issuesOf(MET, options).map(([path]) => path)).toEqual(["customer", "at", "touchpoint"]);
  });

  it("no row is lost, and what is accepted is accepted again", () => {
    const row = fc.record({
      id: fc.constantFrom("1", "2", "3"),
      feeling: fc.constantFrom(-1, 0, 1, 2),
      touchpoint: fc.constantFrom("shop", "web", ""),
    });
    fc.assert(
      fc.property(fc.array(row), (changes) => {
        const rows = changes.map((change) => ({ ...MET, ...change }));
        const { accepted, rejected } = siftInteractions(rows);
        expect(accepted.length + rejected.length).toBe(rows.length);
        expect(rejected.every(({ index, row: given }) => rows[index] === given)).toBe(true);
        expect(siftInteractions(accepted)).toEqual({ accepted, rejected: [] });
      }),
    );
  });
});
