import fc from "fast-check";
import { customerId, exportCustomer, type CustomerFact } from "goodwill/customer";
import type { Instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { anyWord } from "../consent/samples.js";
import { LIN, lin, purchase, TODAY } from "./samples.js";

const other = customerId("C-18");

describe("the export of a customer", () => {
  it("CUS-6, GDPR Art. 15 and 20: holds the record, every fact, counts and sources", () => {
    const interaction = { customer: LIN, at: TODAY, kind: "call" };
    const { file, foreign } = exportCustomer(lin(), {
      asOf: TODAY,
      purchases: [purchase(), purchase({ id: "A-2", source: "shop" })],
      others: { interactions: [interaction] },
      notices: [{ purpose: "newsletter", basis: "consent", retention: "until withdrawn" }],
    });
    expect(foreign).toEqual([]);
    expect(file.customer).toEqual(lin());
    expect(file.sections["interactions"]).toEqual([interaction]);
    expect(file.notices).toHaveLength(1);
    expect(
      file.consentHistory.map(({ contactPoint = "all", state }) => [contactPoint, state]),
    ).toEqual([
      ["all", "granted"],
      ["e1", "withdrawn"],
    ]);
    expect(file.manifest).toEqual([
      { section: "contactPoints", entries: 4 },
      { section: "consents", entries: 2 },
      { section: "suppressions", entries: 1 },
      { section: "keyPersons", entries: 1 },
      { section: "needs", entries: 1 },
      { section: "purchases", entries: 2 },
      { section: "bases", entries: 0 },
      { section: "interactions", entries: 1 },
    ]);
    expect(file.sources.filter(({ section }) => section === "purchases")).toEqual([
      { section: "purchases", source: "shop", entries: 1 },
      { section: "purchases", source: "till of Zhou", entries: 1 },
    ]);
  });

  it("never holds a fact of another customer, and says which were left out", () => {
    const { file, foreign } = exportCustomer(lin(), {
      asOf: TODAY,
      purchases: [purchase(), purchase({ id: "B-1", customer: other })],
      others: { notes: [{ customer: other, text: "a secret" } as CustomerFact] },
    });
    expect(JSON.stringify(file)).not.toContain("a secret");
    expect(file.sections["purchases"]).toEqual([purchase()]);
    expect(foreign).toEqual([
      { section: "purchases", index: 1 },
      { section: "notes", index: 0 },
    ]);
  });

  it("loses nothing: every fact handed over is in the file or named, and the counts add up", () => {
    const fact = fc.record({ customer: fc.constantFrom(LIN, other), note: fc.jsonValue() });
    fc.assert(
      fc.property(
        fc.array(anyWord, { maxLength: 5 }),
        fc.dictionary(
          fc.constantFrom("calls", "visits", "points"),
          fc.array(fact, { maxLength: 4 }),
        ),
        (consents, others) => {
          const { file, foreign } = exportCustomer(lin({ consents }), { asOf: TODAY, others });
          expect(JSON.parse(JSON.stringify(file))).toEqual(JSON.parse(JSON.stringify({ ...file })));
          expect(file.customer.consents).toEqual(consents);
          for (const [section, facts] of Object.entries(others)) {
            const rebuilt = [...(file.sections[section] ?? [])];
            for (const { index } of foreign.filter((one) => one.section === section)) {
              rebuilt.splice(index, 0, facts[index]!);
            }
            expect(rebuilt).toEqual(facts);
            const counted = file.manifest.find((one) => one.section === section);
            expect(counted?.entries).toBe(file.sections[section]?.length);
          }
          for (const { section, entries } of file.manifest) {
            const sources = file.sources.filter((one) => one.section === section);
            expect(sources.reduce((sum, one) => sum + one.entries, 0)).toBe(entries);
          }
        },
      ),
    );
  });

  it("a broken question throws", () => {
    expect(() => exportCustomer(lin(), { asOf: "now" as Instant })).toThrow('got "now"');
    expect(() => exportCustomer(lin(), { asOf: TODAY, others: { purchases: [] } })).toThrow(
      '"purchases" has an option of its own',
    );
  });
});
