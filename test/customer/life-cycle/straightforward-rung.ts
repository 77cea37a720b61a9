import { DEFAULT_LIFECYCLE_POLICY } from "goodwill/customer";
import type { LifecycleFacts, LifecyclePolicy, RelationshipRung } from "goodwill/customer";
import type { Instant } from "goodwill/shared";
import { knownAt } from "./facts.js";

const DAY_MS = 86_400_000;
const dayOf = (text: string): number => Math.floor(Date.parse(text) / DAY_MS);

/** The rung in UTC, written straight from the rules, for facts of one piece a line and one return a purchase. */
export function straightforwardRung(
  given: LifecycleFacts,
  asOf: Instant,
  policy: LifecyclePolicy = DEFAULT_LIFECYCLE_POLICY,
): RelationshipRung {
  const facts = knownAt(given, asOf);
  const all = facts.purchases ?? [];
  const proper = all.filter(({ returnOf }) => returnOf === undefined);
  const kept = proper
    .filter(({ id, at, lines }) => {
      const back = all.find((one) => one.returnOf === id && one.at >= at);
      return (back?.lines.length ?? 0) < lines.length;
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const today = dayOf(asOf);
  const last = kept.at(-1);
  const first = kept[0];

  const ended = (facts.terminations ?? []).some(({ at, lastDay, withdrawnAt }) => {
    if (withdrawnAt !== undefined) return false;
    const over =
      lastDay === undefined
        ? Date.parse(at)
        : Math.max(Date.parse(at), (dayOf(lastDay) + 1) * DAY_MS);
    return over <= Date.parse(asOf) && (last === undefined || over >= Date.parse(last.at));
  });
  if (ended) return "lost";

  if (first === undefined || last === undefined) {
    const interest = [
      ...(facts.interactions ?? []).filter(
        ({ direction, kind }) =>
          direction === "inbound" && (policy.interestKinds?.includes(kind) ?? true),
      ),
      ...proper,
    ].map(({ at }) => dayOf(at));
    const fresh = interest.some((day) => today - day <= policy.interestDays);
    return fresh ? "qualified-prospect" : "potential";
  }

  const days = policy.sameDayOnce
    ? [...new Set(kept.map(({ at }) => dayOf(at)))]
    : kept.map(({ at }) => dayOf(at));
  const gaps = days
    .slice(1)
    .map((day, index) => day - days[index]!)
    .sort((a, b) => a - b);
  const middle = (gaps.length - 1) / 2;
  const median = (gaps[Math.floor(middle)]! + gaps[Math.ceil(middle)]!) / 2;
  const { lapse, attachment } = policy;
  const limit =
    gaps.length < lapse.minimumIntervals
      ? lapse.fallbackDays
      : Math.max(lapse.floorDays, lapse.intervalFactor * median);
  const silent = today - dayOf(last.at);
  if (silent > lapse.lostFactor * limit) return "lost";
  if (silent > limit) return "lapsed";

  const words = [
    ...(facts.signals ?? []).map(({ at, state }) => ({ at, good: state !== "dissatisfied" })),
    ...(attachment.referralCounts ? (facts.referrals ?? []) : []).map(({ at }) => ({
      at,
      good: true,
    })),
  ]
    .filter(({ at }) => at >= first.at)
    .sort((a, b) => (a.at === b.at ? Number(b.good) - Number(a.good) : a.at < b.at ? -1 : 1));
  const word = words.at(-1);
  if (word === undefined || !word.good || today - dayOf(word.at) > policy.signalDays) return "user";
  if (days.length - 1 < policy.loyalRepurchases) return "satisfied";
  const lastBad = words.findLastIndex(({ good }) => !good);
  const run = words.length - 1 - lastBad;
  const recommended =
    attachment.referralCounts && (facts.referrals ?? []).some(({ at }) => at >= first.at);
  return run >= attachment.positiveSignals || recommended ? "loyal" : "satisfied";
}
