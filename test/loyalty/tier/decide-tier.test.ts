import { describe, expect, test } from "vitest";
import type { Decision } from "../../../src/loyalty/decision/decision.js";
import type { GiveTier } from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../../../src/loyalty/decision/loyalty-refusal.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { decideClub } from "../../../src/loyalty/tier/decide-club.js";
import { decideTier } from "../../../src/loyalty/tier/decide-tier.js";
import { clubBenefits, tierBenefits } from "../../../src/loyalty/tier/tier-benefits.js";
import { tierProgress } from "../../../src/loyalty/tier/tier-progress.js";
import { instant } from "../../../src/shared/time/instant.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import {
  LADDER,
  after,
  changes,
  counted,
  decisionAt,
  enrolledAt,
  settledAt,
  tierAt,
  tiered,
  without,
} from "./tier-story.js";

const START = "2026-01-05T09:00:00Z";
const AT = "2026-03-01T09:00:00Z";

function give(
  ledger: LoyaltyState,
  programme: LoyaltyProgramme,
  said: Pick<GiveTier, "tier"> & Partial<Pick<GiveTier, "kind" | "through">>,
): { readonly refusal: LoyaltyRefusal | undefined; readonly decision: Decision } {
  const decision = decisionAt(ledger, programme, AT);
  const occurredAt = instant(AT);
  const base = { key: "k", member: "ann", occurredAt, why: "a gift", kind: "award-tier" } as const;
  return { refusal: decideTier(decision, { ...base, ...said }), decision };
}

describe("a tier given by hand", () => {
  test("LOY-3: it lasts through its day, then the standing before goes on", () => {
    const programme = tiered();
    const silver = after(enrolledAt(programme, START), programme, { at: AT, spend: 10_000 });
    const through = plainDate("2026-09-30");
    const { refusal, decision } = give(silver, programme, {
      tier: "gold",
      through,
      kind: "match-tier",
    });
    expect(refusal).toBeUndefined();
    expect(decision.state.tier).toMatchObject({ tier: "gold", by: "match", beneath: silver.tier });
    expect(tierAt(decision.state, programme, "2026-09-30T22:59:59.999Z")).toEqual([
      "gold",
      "2026-09-30T23:00:00.000Z",
    ]);
    expect(tierAt(decision.state, programme, "2026-09-30T23:00:00Z")).toEqual([
      "silver",
      "2028-01-01T00:00:00.000Z",
    ]);
  });

  test("LOY-3: what was done meanwhile keeps it", () => {
    const programme = tiered();
    const through = plainDate("2026-09-30");
    const { decision } = give(enrolledAt(programme, START), programme, { tier: "gold", through });
    const kept = counted(decision.state, "2026-09-30", 20_000);
    expect(tierAt(kept, programme, "2026-10-01T00:00:00Z")).toEqual([
      "gold",
      "2028-01-01T00:00:00.000Z",
    ]);
    const late = counted(decision.state, "2026-10-01", 20_000);
    const { events } = settledAt(late, programme, "2026-10-02T00:00:00Z");
    expect(changes(events)).toEqual([
      "2026-09-30 gold -> bronze (landing)",
      "2026-09-30 bronze -> gold (qualification)",
    ]);
  });

  test("LOY-3: without a day it lasts as if it had been reached", () => {
    const programme = tiered();
    const { decision } = give(enrolledAt(programme, START), programme, {
      tier: "silver",
      kind: "invite-to-tier",
    });
    expect(decision.state.tier).toEqual({
      tier: "silver",
      since: "2026-03-01T09:00:00.000Z",
      by: "invitation",
      heldUntil: "2028-01-01T00:00:00.000Z",
    });
  });

  test("LOY-3: it never lowers a tier or shortens one", () => {
    const programme = tiered();
    const silver = after(enrolledAt(programme, START), programme, { at: AT, spend: 10_000 });
    const standing = { code: "not-possible-now", what: "tier", state: "silver" };
    expect(give(silver, programme, { tier: "bronze" }).refusal).toEqual(standing);
    expect(give(silver, programme, { tier: "silver" }).refusal).toEqual(standing);
    const longer = give(silver, programme, { tier: "silver", through: plainDate("2028-01-01") });
    expect(longer.refusal).toBeUndefined();
    expect(longer.decision.state.tier).toMatchObject({
      since: silver.tier!.since,
      heldUntil: "2028-01-02T00:00:00.000Z",
    });
  });

  test("LOY-3: an unknown tier, a day that is over and a programme without tiers are refused", () => {
    const programme = tiered();
    const ledger = enrolledAt(programme, START);
    expect(give(ledger, programme, { tier: "iron" }).refusal).toEqual({
      code: "unknown",
      what: "tier",
      id: "iron",
    });
    const through = plainDate("2026-02-28");
    expect(give(ledger, programme, { tier: "gold", through }).refusal).toMatchObject({
      code: "invalid-field",
      field: "through",
    });
    const bare = without(programme, "tiers");
    expect(give(ledger, bare, { tier: "gold" }).refusal).toEqual({
      code: "not-offered",
      what: "tiers",
    });
  });
});

describe("clubs", () => {
  const programme = tiered(
    {},
    {
      clubs: [
        { id: "roasters", months: 1, benefits: [{ id: "tasting" }] },
        { id: "circle", invitationOnly: true, fromTier: "silver", benefits: [{ id: "dinner" }] },
      ],
    },
  );
  function change(
    ledger: LoyaltyState,
    kind: "invite-to-club" | "join-club" | "leave-club",
    said: { readonly club: string; readonly at?: string },
  ): { readonly refusal: LoyaltyRefusal | undefined; readonly state: LoyaltyState } {
    const { club, at = "2026-01-31T09:00:00Z" } = said;
    const decision = decisionAt(ledger, programme, at);
    const refusal = decideClub(decision, {
      kind,
      key: "k",
      member: "ann",
      occurredAt: instant(at),
      club,
    });
    return { refusal, state: decision.state };
  }

  test("LOY-3: a membership of a month ends as the same day of the next begins", () => {
    const joined = change(enrolledAt(programme, START), "join-club", { club: "roasters" });
    expect(joined.state.clubs["roasters"]).toEqual({
      status: "member",
      since: "2026-01-31T09:00:00.000Z",
      until: "2026-02-28T00:00:00.000Z",
    });
    const benefits = (at: string) => clubBenefits(joined.state, { asOf: instant(at), programme });
    expect(benefits("2026-02-27T23:59:59Z")).toEqual([{ id: "tasting" }]);
    expect(benefits("2026-02-28T00:00:00Z")).toEqual([]);
    expect(change(joined.state, "join-club", { club: "roasters" }).refusal).toEqual({
      code: "already-there",
      what: "club",
      id: "roasters",
    });
    const over = { club: "roasters", at: "2026-02-28T00:00:00Z" };
    expect(change(joined.state, "leave-club", over).refusal).toMatchObject({ state: "over" });
    expect(change(joined.state, "join-club", over).refusal).toBeUndefined();
  });

  test("LOY-3: a club may ask for an invitation and a tier", () => {
    const ledger = enrolledAt(programme, START);
    const circle = { club: "circle" };
    expect(change(ledger, "join-club", circle).refusal).toEqual({
      code: "not-invited",
      to: "circle",
    });
    const invited = change(ledger, "invite-to-club", circle).state;
    expect(change(invited, "join-club", circle).refusal).toEqual({
      code: "tier-too-low",
      needed: "silver",
      tier: "bronze",
    });
    const silver = counted(invited, "2026-01-20", 10_000);
    const joined = change(silver, "join-club", circle);
    expect(joined.refusal).toBeUndefined();
    const left = change(joined.state, "leave-club", circle).state;
    expect(left.clubs["circle"]?.status).toBe("left");
    // The invitation is used up.
    expect(change(left, "join-club", circle).refusal).toEqual({
      code: "not-invited",
      to: "circle",
    });
    expect(change(left, "leave-club", circle).refusal).toMatchObject({ state: "left" });
    expect(change(left, "join-club", { club: "golf" }).refusal).toMatchObject({ code: "unknown" });
  });

  test("LOY-3: a tier brings what the tiers below bring, each benefit once", () => {
    const ladder = tiered({
      tiers: [
        { id: "bronze", benefits: [{ id: "wifi" }, { id: "points", name: "1 a pound" }] },
        { ...LADDER.tiers[1]!, benefits: [{ id: "points", name: "2 a pound" }] },
        { ...LADDER.tiers[2]!, benefits: [{ id: "lounge" }] },
      ],
    });
    expect(tierBenefits(ladder, "silver")).toEqual([
      { id: "wifi" },
      { id: "points", name: "2 a pound" },
    ]);
    expect(tierBenefits(ladder, "gold").at(-1)).toEqual({ id: "lounge" });
    expect(() => tierBenefits(ladder, "iron")).toThrow(
      new RangeError('Cannot list benefits: the tier must be one of the programme, got "iron"'),
    );
  });
});

describe("what is missing", () => {
  test("LOY-3: to the next tier over the year, and to keep this one in the first year that can", () => {
    const programme = tiered();
    const silver = after(enrolledAt(programme, START), programme, { at: AT, spend: 12_000 });
    const progress = tierProgress(silver, { asOf: instant("2026-05-01T09:00:00Z"), programme });
    const requirement = { metric: "spend", atLeast: 20_000, soFar: 12_000, missing: 8000 };
    expect(progress).toEqual({
      tier: "silver",
      heldUntil: "2028-01-01T00:00:00.000Z",
      counts: { start: "2026-01-01", end: "2027-01-01" },
      soFar: { spend: 12_000, points: 0, visits: 0, nights: 0 },
      next: {
        tier: "gold",
        asks: "all",
        requirements: [requirement],
        isMet: false,
        from: "2026-01-01",
        through: "2026-12-31",
      },
      keep: {
        tier: "silver",
        asks: "all",
        requirements: [{ metric: "spend", atLeast: 10_000, soFar: 0, missing: 10_000 }],
        isMet: false,
        from: "2027-01-01",
        through: "2027-12-31",
      },
    });
    const kept = counted(silver, "2027-04-01", 11_000);
    expect(
      tierProgress(kept, { asOf: instant("2027-05-01T09:00:00Z"), programme })?.keep,
    ).toMatchObject({
      isMet: true,
      requirements: [{ soFar: 11_000, missing: 0 }],
    });
  });

  test("LOY-3: in the months of grace the year that runs keeps it, to the last day of them", () => {
    const programme = tiered({ graceMonths: 3 });
    const silver = after(enrolledAt(programme, START), programme, { at: AT, spend: 12_000 });
    const { keep } = tierProgress(silver, { asOf: instant("2028-02-01T09:00:00Z"), programme })!;
    expect([keep?.from, keep?.through]).toEqual(["2028-01-01", "2028-03-31"]);
  });

  test("LOY-3: nothing is missing above the highest tier, or to keep the lowest", () => {
    const programme = tiered({ keepThrough: "this-period" });
    const ledger = enrolledAt(programme, START);
    const options = { asOf: instant("2026-05-01T09:00:00Z"), programme };
    expect(tierProgress(ledger, options)).not.toHaveProperty("keep");
    const gold = after(ledger, programme, { at: AT, spend: 20_000 });
    expect(tierProgress(gold, options)).not.toHaveProperty("next");
    // Nothing that is done in the year it was reached in keeps it beyond.
    expect(tierProgress(gold, options)).not.toHaveProperty("keep");
    expect(
      tierProgress(ledger, { ...options, asOf: instant("2026-01-01T00:00:00Z") }),
    ).toBeUndefined();
  });
});
