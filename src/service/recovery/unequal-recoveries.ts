import { formatMoney } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import { comparedFacts } from "./compared-facts.js";
import type { EqualityTerms } from "./compared-facts.js";
import { groupedBy } from "./grouped-by.js";
import { proposeRecovery } from "./propose-recovery.js";
import type { DecidedRecovery, UnequalRecoveries, UnequalRemedy } from "./recovery-audit.js";
import type { RecoveryPolicy } from "./recovery-policy.js";

/** What differs within a group of equal cases; `undefined` when nothing does. @internal */
export function unequalRecoveries(
  group: readonly DecidedRecovery[],
  terms: EqualityTerms,
): UnequalRecoveries | undefined {
  const byRemedy = groupedBy(group, remedyKey);
  if (byRemedy.length < 2) return undefined;
  const remedies = byRemedy
    .map((same) => remedyOf(same, terms.policy))
    .sort((a, b) => b.amount.amount - a.amount.amount || compareText(kindText(a), kindText(b)));
  const most = remedies[0]!.amount;
  const least = remedies.at(-1)!.amount;
  return {
    facts: comparedFacts(group[0]!.case, terms),
    remedies,
    spread: { amount: most.amount - least.amount, currency: most.currency },
    reasons: reasonsOf(remedies, group.length),
  };
}

function remedyKey({ kinds, amount }: DecidedRecovery): string {
  return JSON.stringify([[...kinds].sort(compareText), amount.amount]);
}

function remedyOf(
  same: readonly DecidedRecovery[],
  policy: RecoveryPolicy | undefined,
): UnequalRemedy {
  const { kinds, amount } = same[0]!;
  const deciders = same.flatMap(({ by }) => (by === undefined ? [] : [by]));
  return {
    kinds: [...kinds].sort(compareText),
    amount,
    cases: same.map((one) => one.case.id).sort(compareText),
    by: [...new Set(deciders)].sort(compareText),
    ...(policy !== undefined && {
      asPolicy: same.filter(
        (one) => proposeRecovery(one.case, policy).amount.amount === amount.amount,
      ).length,
    }),
  };
}

function kindText({ kinds }: UnequalRemedy): string {
  return kinds.join("+");
}

function reasonsOf(remedies: readonly UnequalRemedy[], cases: number): readonly Reason[] {
  const reasons: Reason[] = [];
  const amounts = remedies.map(({ amount }) => formatMoney(amount));
  const [most = "", least = ""] = [amounts[0], amounts.at(-1)];
  if (most !== least) {
    reasons.push({ code: "recovery-unequal-amount", params: { cases, least, most } });
  }
  const kinds = new Set(remedies.map(kindText));
  if (kinds.size > 1) {
    const named = [...kinds].map((one) => (one === "" ? "nothing" : one)).join(", ");
    reasons.push({ code: "recovery-unequal-kind", params: { cases, kinds: named } });
  }
  const [first, ...others] = remedies.map(({ by }) => by);
  const sameDeciders = others.some((by) => by.some((one) => first!.includes(one)));
  if (sameDeciders) reasons.push({ code: "recovery-unequal-same-decider", params: { cases } });
  else if (remedies.every(({ by }) => by.length > 0)) {
    const deciders = remedies.map(({ by }) => by.join("+")).join(", ");
    reasons.push({ code: "recovery-unequal-decider", params: { cases, deciders } });
  }
  if (remedies.every(({ asPolicy }) => asPolicy !== undefined)) {
    const kept = remedies.reduce((sum, { asPolicy = 0 }) => sum + asPolicy, 0);
    reasons.push({ code: "recovery-unequal-policy", params: { cases, kept } });
  }
  return reasons;
}
