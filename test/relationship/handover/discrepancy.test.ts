import { customerId } from "goodwill/customer";
import {
  handoverDiscrepancies,
  RELATIONSHIP_SENTENCES,
  type HandoverEntry,
  type HandoverExpectation,
} from "goodwill/relationship";
import { explain, instant, plainDate } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { C1, C2, day, entry, EXPECTED, FILE, OPTIONS } from "./story.js";

const options = { asOf: day("2026-03-24"), zone: OPTIONS.zone };

describe("CUS-9: the discrepancies of the file", () => {
  const keysOf = (
    one: HandoverEntry,
    expected: HandoverExpectation = { customers: [{ customer: C1 }] },
  ) =>
    handoverDiscrepancies({ customers: [one], materials: [] }, expected, options).map(
      ({ key }) => key,
    );

  it("CUS-9: a complete file has none", () => {
    expect(handoverDiscrepancies(FILE, EXPECTED, options)).toEqual([]);
  });

  it("CUS-9: customers missing, listed twice and unknown; materials likewise", () => {
    const file = {
      customers: [
        entry({ openDeals: ["D-1"] }),
        entry({ openDeals: ["D-1"] }),
        entry({ customer: customerId("C-9") }),
      ],
      materials: ["phone", "phone"],
    };
    const found = handoverDiscrepancies(file, EXPECTED, options);
    expect(found.map(({ key }) => key)).toEqual([
      "customer-twice:C-1",
      "material-not-returned:office key",
      "material-twice:phone",
      "missing-customer:C-2",
      "unknown-customer:C-9",
      "unknown-material:phone",
    ]);
    for (const one of found) expect(explain(one, RELATIONSHIP_SENTENCES)).not.toMatch(/[{}]/);
  });

  it("CUS-9: phone and address must be there and hold on the day", () => {
    const post = { id: "a", channel: "post", address: "1 Nanjing Road" } as const;
    const phone = { id: "p", channel: "phone", address: "+862112345678" } as const;
    const through = (date: string) => ({ validity: { through: plainDate(date) } });
    expect(keysOf(entry({ contactPoints: [] }))).toEqual([
      "missing-address:C-1",
      "missing-phone:C-1",
    ]);
    expect(keysOf(entry({ contactPoints: [{ ...phone, address: "021 12345678" }, post] }))).toEqual(
      ["invalid-phone:C-1"],
    );
    expect(keysOf(entry({ contactPoints: [phone, { ...post, address: " " }] }))).toEqual([
      "invalid-address:C-1",
    ]);
    expect(
      keysOf(entry({ contactPoints: [phone, { ...post, ...through("2026-03-23") }] })),
    ).toEqual(["invalid-address:C-1"]);
    expect(
      keysOf(entry({ contactPoints: [phone, { ...post, ...through("2026-03-24") }] })),
    ).toEqual([]);
    const failedAt = instant("2026-03-01T00:00:00Z");
    expect(keysOf(entry({ contactPoints: [{ ...phone, validity: { failedAt } }, post] }))).toEqual([
      "invalid-phone:C-1",
    ]);
    const verifiedAt = instant("2026-03-02T00:00:00Z");
    expect(
      keysOf(entry({ contactPoints: [{ ...phone, validity: { failedAt, verifiedAt } }, post] })),
    ).toEqual([]);
    // One number that holds is enough.
    const old = { ...phone, id: "old", ...through("2025-01-01") };
    expect(keysOf(entry({ contactPoints: [old, phone, post] }))).toEqual([]);
  });

  it("CUS-9: deals, promises and interests", () => {
    const expected = { customers: [{ customer: C1, openDeals: ["D-1"], promises: ["Q-1"] }] };
    const one = entry({
      openDeals: ["D-2", "D-2"],
      interests: [" "],
      promises: [
        { id: "Q-2", what: "a sample", due: plainDate("2026-04-10") },
        { id: "Q-3", what: "a discount" },
        { id: "Q-3", what: "a discount" },
      ],
    });
    expect(keysOf(one, expected)).toEqual([
      "missing-open-deal:C-1:D-1",
      "missing-promise:C-1:Q-1",
      "no-interests:C-1",
      "open-deal-twice:C-1:D-2",
      "promise-twice:C-1:Q-3",
      "promise-without-due-date:C-1:Q-3",
      "unknown-open-deal:C-1:D-2",
    ]);
  });

  it("CUS-9: two discrepancies never share a key, whatever the ids hold", () => {
    const [a, b] = [customerId("x:y"), customerId("x")];
    const expected = {
      customers: [
        { customer: a, openDeals: ["z"] },
        { customer: b, openDeals: ["y:z"] },
      ],
    };
    const file = { customers: [entry({ customer: a }), entry({ customer: b })], materials: [] };
    const found = handoverDiscrepancies(file, expected, options);
    expect(new Set(found.map(({ key }) => key)).size).toBe(2);
  });

  it("CUS-9: the file may list in any order", () => {
    const file = {
      customers: [entry({ customer: C2, contactPoints: [] }), entry()],
      materials: ["b", "a"],
    };
    const turned = {
      customers: file.customers.toReversed(),
      materials: file.materials.toReversed(),
    };
    expect(handoverDiscrepancies(turned, EXPECTED, options)).toEqual(
      handoverDiscrepancies(file, EXPECTED, options),
    );
  });
});
