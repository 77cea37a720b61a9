import { customerId, type Customer } from "goodwill/customer";
import {
  assessRelationship,
  whatChanged,
  type AssessmentPolicies,
  type Relationship,
  type RelationshipFacts,
} from "goodwill/relationship";
import { instant, plainDate, type Instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";

const at = (day: string): Instant => instant(`${day}T09:00:00Z`);
const CUSTOMER: Customer = {
  id: customerId("C-1"),
  kind: "person",
  name: "Ann",
  owner: "wang",
  contactPoints: [{ id: "e1", channel: "email", address: "ann@example.com" }],
  consents: [
    { purpose: "news", channel: "email", state: "granted", at: at("2026-01-02"), evidence: "f" },
    { purpose: "news", channel: "email", state: "withdrawn", at: at("2026-03-02"), evidence: "g" },
  ],
  needs: [{ topic: "tea", kind: "stated", at: at("2026-03-03") }],
};
const POLICIES: Partial<AssessmentPolicies> = {
  consents: [{ purpose: "news", channel: "email" }],
};
const FACTS: RelationshipFacts = {
  values: [
    { at: at("2026-01-05"), class: "B" },
    { at: at("2026-03-05"), class: "A" },
  ],
  signals: [{ id: "S-1", customer: CUSTOMER.id, at: at("2026-03-06"), state: "dissatisfied" }],
  complaints: [
    { id: "K-1", at: at("2026-01-20"), settledAt: at("2026-03-01") },
    { id: "K-2", at: at("2026-03-01") },
  ],
  promises: [{ id: "Q-1", what: "call", at: at("2026-01-20"), due: plainDate("2026-02-20") }],
  assignments: [{ at: at("2026-03-04"), team: "south" }],
  segmentations: [{ at: at("2026-03-04"), segments: ["tea"] }],
};

function asOf(day: string): Relationship {
  return assessRelationship(CUSTOMER, FACTS, { asOf: at(day), policies: POLICIES });
}

describe("whatChanged: what is other than it was", () => {
  it("CARE-7: each change once, in the order of the aspects, with from and to", () => {
    expect(whatChanged(asOf("2026-02-01"), asOf("2026-03-10"))).toEqual([
      { aspect: "value", what: "class", from: "B", to: "A" },
      { aspect: "satisfaction", what: "state", to: "dissatisfied" },
      { aspect: "complaints", what: "complaint K-1", from: "open" },
      { aspect: "complaints", what: "complaint K-2", to: "open" },
      { aspect: "promises", what: "promise Q-1", from: "open", to: "overdue" },
      { aspect: "needs", what: "stated: tea", to: "known" },
      { aspect: "leaving-risk", what: "band", from: "medium", to: "high" },
      {
        aspect: "leaving-risk",
        what: "signs",
        from: "complaint-open",
        to: "dissatisfied, complaint-open, promise-overdue",
      },
      { aspect: "consents", what: "news by email", from: "allowed", to: "not allowed" },
      { aspect: "owner", what: "owner", from: "wang" },
      { aspect: "owner", what: "team", to: "south" },
      { aspect: "segments", what: "segment tea", to: "in" },
    ]);
  });

  it("CARE-7: backwards, from and to change places", () => {
    const there = whatChanged(asOf("2026-02-01"), asOf("2026-03-10"));
    const back = whatChanged(asOf("2026-03-10"), asOf("2026-02-01"));
    expect(
      back.map(({ aspect, what, from, to }) => [aspect, what, to ?? "-", from ?? "-"]),
    ).toEqual(there.map(({ aspect, what, from, to }) => [aspect, what, from ?? "-", to ?? "-"]));
  });

  it("CARE-7: a day on which nothing happened but that all grew older changes nothing", () => {
    const [before, after] = [asOf("2026-03-10"), asOf("2026-03-11")];
    expect(after.evidence).not.toEqual(before.evidence);
    expect(whatChanged(before, after)).toEqual([]);
  });

  it("CARE-7: two customers are not compared", () => {
    const same = assessRelationship(CUSTOMER, {}, { asOf: at("2026-02-01") });
    expect(() =>
      whatChanged(same, { ...same, customer: { ...CUSTOMER, id: customerId("C-2") } }),
    ).toThrow(
      new RangeError('Cannot tell what changed: both must be of one customer, got "C-1" and "C-2"'),
    );
  });
});
