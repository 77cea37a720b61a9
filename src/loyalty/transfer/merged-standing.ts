import { orderedEntries } from "../../shared/ordered-map.js";
import type { OrderedMap } from "../../shared/ordered-map.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { QualifyingEntry } from "../ledger/event-base.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { TierStanding } from "../ledger/tier-event.js";
import type { TierMetric } from "../programme/tier-policy.js";
import type { PairDecision } from "./decide-pair.js";

/** What counted towards a tier in a ledger, as the entries that take it out again. */
export function leavingQualification({ qualifying }: LoyaltyState): readonly QualifyingEntry[] {
  return countedDays(qualifying).map(({ day, amounts }) => {
    const leaving: Partial<Record<TierMetric, number>> = {};
    for (const [metric, amount] of Object.entries(amounts)) {
      leaving[metric as TierMetric] = 0 - amount;
    }
    return { day, amounts: leaving };
  });
}

/** What counted towards a tier and the use of caps in a ledger that is closed count in the other. */
export function takeOverCounts(decision: Decision, closed: LoyaltyState): void {
  const qualifying = countedDays(closed.qualifying);
  const capUses = [...orderedEntries(closed.capUses)].map(([cap, use]) => ({ cap, ...use }));
  if (qualifying.length + capUses.length === 0) return;
  record(decision, {
    kind: "points-granted",
    why: "merge",
    ...(qualifying.length > 0 && { qualifying }),
    ...(capUses.length > 0 && { capUses }),
  });
}

/** Days on which nothing is left that counts are passed over. */
function countedDays(
  qualifying: OrderedMap<Readonly<Partial<Record<TierMetric, number>>>>,
): readonly QualifyingEntry[] {
  return [...orderedEntries(qualifying)].flatMap(([day, sums]) => {
    const amounts = Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
    return Object.keys(amounts).length === 0 ? [] : [{ day: day as PlainDate, amounts }];
  });
}

/** The cards of a ledger that is closed belong to the other; there they are blocked. */
export function moveCards({ from, to }: PairDecision): void {
  const why = `merged into ${to.command.member}`;
  for (const [card, status] of Object.entries(from.state.account!.cards)) {
    if (status === "active") record(from, { kind: "card-changed", card, status: "blocked", why });
    if (to.state.account!.cards[card] !== undefined) continue;
    const reason = status === "blocked" ? { why: "merge" } : {};
    record(to, { kind: "card-changed", card, status, ...reason });
  }
}

/** The higher tier of two remains, of two equal ones the one held longer; lower ones that last are kept beneath it. */
export function takeOverTier(decision: Decision, closed: LoyaltyState): void {
  const { state, options, command } = decision;
  if (closed.tier === undefined) return;
  const tiers = (options.programme.tiers?.tiers ?? []).map(({ id }) => id);
  const mine = state.tier;
  // Of two that are equal in all, its own comes first.
  const all = [...(mine === undefined ? [] : standingsOf(mine)), ...standingsOf(closed.tier)].sort(
    (a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier) || longerFirst(a, b),
  );
  const [top, ...lower] = all.filter(({ tier }, index) => tier !== all[index - 1]?.tier);
  const beneath = lower
    .filter(({ tier }) => tiers.indexOf(tier) > 0)
    .filter((standing) => heldUntil(standing) > command.occurredAt);
  // What was carried into a period is not carried again.
  const rolledInto = all
    .flatMap((one) => one.rolledInto ?? [])
    .reduce<PlainDate | undefined>(later, undefined);
  const standing = stacked([{ ...top!, ...(rolledInto && { rolledInto }) }, ...beneath]);
  if (mine !== undefined && isSame(standing, mine)) return;
  const before = mine === undefined ? {} : { before: mine.tier };
  record(decision, { kind: "tier-changed", standing, ...before });
}

/** A standing and those beneath it, each by itself. */
function standingsOf(standing: TierStanding): readonly TierStanding[] {
  const { beneath, ...alone } = standing;
  return [alone, ...(beneath === undefined ? [] : standingsOf(beneath))];
}

/** Standings, the highest first, each with the next beneath it. */
function stacked([top, ...lower]: readonly TierStanding[]): TierStanding {
  return lower.length === 0 ? top! : { ...top!, beneath: stacked(lower) };
}

function isSame(one: TierStanding, other: TierStanding): boolean {
  const [all, others] = [standingsOf(one), standingsOf(other)];
  return (
    all.length === others.length &&
    all.every((each, index) => {
      const { tier, since, heldUntil: until, rolledInto } = others[index]!;
      const isHeldAlike = each.since === since && each.heldUntil === until;
      return each.tier === tier && isHeldAlike && each.rolledInto === rolledInto;
    })
  );
}

function later(one: PlainDate | undefined, other: PlainDate): PlainDate {
  return one === undefined || other > one ? other : one;
}

function longerFirst(a: TierStanding, b: TierStanding): number {
  const [one, other] = [heldUntil(a), heldUntil(b)];
  return one === other ? 0 : one > other ? -1 : 1;
}

/** A standing that is never lost is held longer than any other. */
function heldUntil({ heldUntil: until }: TierStanding): string {
  return until ?? "~";
}
