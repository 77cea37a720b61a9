import { duplicateCandidates } from "goodwill/service";
import type { ComparedComplaint, DuplicatePolicy } from "goodwill/service";
import { customerId } from "goodwill/customer";
import { describe, expect, test } from "vitest";
import { after, complaint } from "./story.js";

const DAY = 24 * 60;

function pair(
  first: Partial<ComparedComplaint>,
  second: Partial<ComparedComplaint>,
): readonly string[] {
  const one = { ...complaint(), ...first };
  const other = { ...complaint({ id: "K-2", at: after(DAY) }), ...second };
  return duplicateCandidates([other, one]).map(
    ({ original, duplicate, verdict }) => `${duplicate} ${verdict} ${original}`,
  );
}

describe("complaints about the same matter", () => {
  test("SRV-1: the later is the candidate, with its measures and reasons", () => {
    const [found] = duplicateCandidates([
      complaint({ id: "K-2", at: after(36 * 60), subject: "delivered not: SOFA", product: "sofa" }),
      complaint({ product: "sofa" }),
    ]);
    expect(found).toMatchObject({
      original: "K-1",
      duplicate: "K-2",
      verdict: "duplicate",
      similarity: 1,
      days: 1.5,
    });
    expect(found?.reasons).toEqual([
      { code: "complaint-same-customer", params: { customer: "C-1", days: 1 } },
      { code: "complaint-same-kind", params: { what: "late-delivery" } },
      { code: "complaint-same-product", params: { what: "sofa" } },
      { code: "complaint-subject-alike", params: { similarity: 1, limit: 0.8 } },
    ]);
  });

  test.each<[string, Partial<ComparedComplaint>, Partial<ComparedComplaint>, readonly string[]]>([
    ["a misspelling", {}, { subject: "Sofa not deliverd" }, ["K-2 duplicate K-1"]],
    ["another customer", {}, { customer: customerId("C-2") }, []],
    ["another kind", {}, { kind: "attitude" }, []],
    [
      "another kind of the same product",
      { product: "sofa" },
      { product: "sofa", kind: "packaging" },
      ["K-2 linked K-1"],
    ],
    ["another product", { product: "sofa" }, { product: "lamp" }, ["K-2 linked K-1"]],
    ["a product not named", { product: "sofa" }, {}, ["K-2 duplicate K-1"]],
    [
      "a subject half alike",
      {},
      { subject: "Sofa not delivered, driver rude" },
      ["K-2 linked K-1"],
    ],
    ["another subject", {}, { subject: "Nobody answers the phone" }, []],
    [
      "the same order",
      { reference: "O-1" },
      { reference: "O-1", subject: "Where is it?" },
      ["K-2 duplicate K-1"],
    ],
    [
      "the same order, another kind",
      { reference: "O-1" },
      { reference: "O-1", kind: "attitude", subject: "x" },
      ["K-2 linked K-1"],
    ],
    ["another order", { reference: "O-1" }, { reference: "O-2" }, ["K-2 linked K-1"]],
    [
      "the same order, another product",
      { reference: "O-1", product: "sofa" },
      { reference: "O-1", product: "lamp" },
      ["K-2 linked K-1"],
    ],
    ["subjects without a word", { subject: "!!!" }, { subject: "???" }, []],
    ["the last day", {}, { at: after(30 * DAY) }, ["K-2 duplicate K-1"]],
    ["a minute too late", {}, { at: after(30 * DAY + 1) }, []],
    [
      "Chinese words",
      { subject: "沙发没有送到" },
      { subject: "沙发还没有送到" },
      ["K-2 duplicate K-1"],
    ],
  ])("SRV-1: %s", (_, first, second, expected) => {
    expect(pair(first, second)).toEqual(expected);
  });

  test("SRV-1: of three, each pair is told, the most alike first", () => {
    const found = duplicateCandidates([
      complaint(),
      complaint({ id: "K-3", subject: "sofa not delivered" }),
      complaint({ id: "K-2", subject: "sofa not deliverd" }),
    ]);
    expect(found.map(({ original, duplicate }) => `${original} ${duplicate}`)).toEqual([
      "K-1 K-3",
      "K-1 K-2",
      "K-2 K-3",
    ]);
  });

  test("SRV-1: an id that comes again is not compared with itself", () => {
    expect(duplicateCandidates([complaint(), complaint()])).toEqual([]);
  });

  test("SRV-1: the limits are the caller's, and must hold", () => {
    const policy: DuplicatePolicy = { withinDays: 1, duplicateSimilarity: 1, linkSimilarity: 1 };
    const rows = [complaint(), complaint({ id: "K-2", subject: "Sofa not deliverd" })];
    expect(duplicateCandidates(rows, { policy })).toEqual([]);
    const broken =
      (part: Partial<DuplicatePolicy>): (() => unknown) =>
      () =>
        duplicateCandidates(rows, { policy: { ...policy, ...part } });
    expect(broken({ withinDays: -1 })).toThrow(/withinDays/);
    expect(broken({ duplicateSimilarity: 0.5 })).toThrow(/similarities/);
    expect(broken({ duplicateSimilarity: 1.1 })).toThrow(/similarities/);
  });
});
