import fc from "fast-check";
import { purchaseBalance, siftCustomers, siftPurchases } from "goodwill/customer";
import { plainDate, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { AS_OF, person, tea } from "./samples.js";

const GOOD = person({ contactPoints: [{ id: "p", channel: "email", address: "a@example.com" }] });

/** Paths and messages of the one row handed back. */
function issuesOf(fields: Readonly<Record<string, unknown>>): (readonly [string, string])[] {
  const { rejected } = siftCustomers([{ ...GOOD, ...fields }]);
  return (rejected[0]?.issues ?? []).map(({ path, message }) => [path, message] as const);
}

describe("customers at the border", () => {
  it("CUS-1: a prospect of whom only the name is known is accepted", () => {
    expect(siftCustomers([person()])).toEqual({ accepted: [person()], rejected: [] });
  });

  it.each([
    [{ timeZone: "Mars/Olympus" }, "timeZone", "must be an IANA time zone the host knows"],
    [{ since: "2026-02-30" }, "since", "must be a day that exists"],
    [
      { birthday: { calendar: "gregorian", month: 2, day: 30 } },
      "birthday.day",
      "month 2 has no day 30, its last is 29",
    ],
    [
      { contactPoints: [{ id: "p", channel: "email", address: "a.example.com" }] },
      "contactPoints.0.address",
      'must be an e-mail address, got "a.example.com"',
    ],
    [
      { contactPoints: [{ id: "p", channel: "phone", address: "030 123456" }] },
      "contactPoints.0.address",
      'must be a number in E.164 like +4930123456, got "030 123456"',
    ],
    [{ language: "zh_CN" }, "language", "must be a language tag of BCP 47, like zh-CN"],
    [{ nickname: "Mei" }, "", "nickname"],
    [{ name: undefined }, "name", "expected string"],
    [{ id: " C" }, "id", "must be a text without blanks at its ends"],
  ])("EDGE: %j is handed back at %s", (fields, path, message) => {
    const issues = issuesOf(fields);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.[0]).toBe(path);
    expect(issues[0]?.[1]).toContain(message);
  });

  it("all that is wrong with the parts is said at once", () => {
    expect(
      issuesOf({
        language: "zh_CN",
        contactPoints: [{ id: "p", channel: "sms", address: "1" }],
        keyPersons: [{ id: "k", name: "K", position: "x", influence: [] }],
      }).map(([path]) => path),
    ).toEqual(["language", "contactPoints.0.address", "keyPersons.0.influence"]);
  });

  it("EDGE: one bad record never fails the batch, and is handed back as it was given", () => {
    const bad = [null, 7, "C-17", [], { id: "x" }, { ...GOOD, id: "Z", timeZone: "Mars" }];
    const { accepted, rejected } = siftCustomers([...bad, GOOD]);
    expect(accepted).toEqual([GOOD]);
    expect(rejected.map(({ index, row }) => [index, row])).toEqual(
      bad.map((row, index) => [index, row]),
    );
    expect(rejected.every(({ issues }) => issues.length > 0)).toBe(true);
  });

  it("an id given twice is handed back; a row that was handed back itself takes no id", () => {
    const wrong = { ...GOOD, language: "zh_CN" };
    const { accepted, rejected } = siftCustomers([wrong, GOOD, { ...GOOD, name: "Other" }]);
    expect(accepted).toEqual([GOOD]);
    expect(rejected.map(({ index, issues }) => [index, issues[0]])).toEqual([
      [0, { path: "language", message: "must be a language tag of BCP 47, like zh-CN" }],
      [2, { path: "id", message: '"C-17" is given twice, first at index 1' }],
    ]);
  });

  it("whatever the rows are, each is in one of the two lists, and what is accepted is accepted again", () => {
    const rows = fc.array(
      fc.oneof(
        fc.anything(),
        fc
          .record({ id: fc.constantFrom("1", "2", ""), language: fc.constantFrom("de", "?") })
          .map((fields) => ({ ...GOOD, ...fields })),
      ),
    );
    fc.assert(
      fc.property(rows, (given) => {
        const { accepted, rejected } = siftCustomers(given);
        expect(accepted.length + rejected.length).toBe(given.length);
        expect(siftCustomers(accepted)).toEqual({ accepted, rejected: [] });
      }),
    );
  });
});

describe("purchases at the border", () => {
  const paths = (row: unknown, options = {}): string[] =>
    (siftPurchases([row], options).rejected[0]?.issues ?? []).map(
      ({ path, message }) => `${path}: ${message}`,
    );

  it("a purchase of an unknown customer is handed back, where customers are named", () => {
    expect(paths(tea({ id: "A" }))).toEqual([]);
    expect(paths(tea({ id: "A" }), { customers: [GOOD] })).toEqual([]);
    expect(paths(tea({ id: "A", customer: "C-18" }), { customers: [GOOD] })).toEqual([
      'customer: names no customer: "C-18"',
    ]);
  });

  it("EDGE: a purchase before its customer existed is handed back", () => {
    const customers = [
      { ...GOOD, since: plainDate("2026-01-11"), timeZone: timeZone("Asia/Shanghai") },
    ];
    expect(paths(tea({ id: "A", at: "2026-01-10T15:59:59.999Z" }), { customers })).toEqual([
      "at: lies before the customer existed: 2026-01-10T15:59:59.999Z and 2026-01-11",
    ]);
    expect(paths(tea({ id: "A", at: "2026-01-10T16:00:00Z" }), { customers })).toEqual([]);
  });

  it("a purchase in the future is handed back, where the moment is given", () => {
    const row = tea({ id: "A", at: "2026-02-13T09:30:00.001Z" });
    expect(paths(row)).toEqual([]);
    expect(paths(row, { asOf: AS_OF })).toEqual([
      "at: lies in the future: 2026-02-13T09:30:00.001Z and 2026-02-13T09:30:00.000Z",
    ]);
    expect(paths(tea({ id: "A", at: AS_OF }), { asOf: AS_OF })).toEqual([]);
  });

  it("an id given twice is handed back, the first that holds counts", () => {
    const rows = [tea({ id: "A", quantity: 0 }), tea({ id: "A" }), tea({ id: "A" })];
    const { accepted, rejected } = siftPurchases(rows);
    expect(accepted).toEqual([rows[1]]);
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.path])).toEqual([
      [0, "lines.0.quantity"],
      [2, "id"],
    ]);
  });

  it("a return may come before its purchase among the rows: the balance finds it", () => {
    const { accepted, rejected } = siftPurchases([
      tea({ id: "B", returnOf: "A", at: "2026-01-20T10:00:00Z" }),
      tea({ id: "A" }),
    ]);
    expect(rejected).toEqual([]);
    expect(purchaseBalance(accepted, { asOf: AS_OF }).findings).toEqual([]);
  });

  it("whatever the rows are, each is in one of the two lists", () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (given) => {
        const { accepted, rejected } = siftPurchases(given, { customers: [GOOD], asOf: AS_OF });
        expect(accepted.length + rejected.length).toBe(given.length);
      }),
    );
  });
});
