import { formatMoney } from "../../shared/money/money.js";
import type { Money } from "../../shared/money/money.js";
import { recoveryValueShare } from "./recovery-amount.js";
import type { RecoveryCase } from "./recovery-case.js";
import type { RecoveryFact } from "./recovery-fact.js";
import type { RecoveryPolicy } from "./recovery-policy.js";
import { bindingLimits } from "./recovery-terms.js";

/** What cases are compared by. @internal */
export interface EqualityTerms {
  /** The facts compared. */
  readonly names: readonly RecoveryFact[];
  /** The policy, where there is one. */
  readonly policy: RecoveryPolicy | undefined;
}

/**
 * The facts compared, as text, in the order asked for; absence and nothing are the same. By a policy, value is what it
 * adds, and what was granted before is what the caps leave, where they bind.
 * @internal
 */
export function comparedFacts(
  given: RecoveryCase,
  { names, policy }: EqualityTerms,
): Readonly<Partial<Record<RecoveryFact, string>>> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      (policy === undefined ? undefined : ruledText(given, { name, policy })) ??
        factText(given, name),
    ]),
  );
}

function ruledText(
  given: RecoveryCase,
  { name, policy }: { readonly name: RecoveryFact; readonly policy: RecoveryPolicy },
): string | undefined {
  if (name === "value") return `adds ${String(recoveryValueShare(given, policy))}`;
  if (name !== "granted") return undefined;
  const limits = bindingLimits(given, policy);
  const { currency } = given.paid;
  if (limits === undefined) return "within the caps";
  const lefts = [...new Set(limits)].map((amount) => formatMoney({ amount, currency }));
  return `caps leave ${lefts.join(", ")}`;
}

function factText(given: RecoveryCase, name: RecoveryFact): string {
  const { granted, sought, paid } = given;
  const nothing: Money = { amount: 0, currency: paid.currency };
  switch (name) {
    case "severity":
    case "fault":
      return given[name];
    case "safety":
      return String(given.safety ?? false);
    case "paid":
      return formatMoney(paid);
    case "harm":
      return formatMoney(given.harm ?? nothing);
    case "value":
      // A class, where there is one, decides alone.
      if (given.valueClass !== undefined) return `class ${given.valueClass}`;
      return given.customerValue === undefined ? "none" : formatMoney(given.customerValue);
    case "earlier-failures":
      return String(given.earlierFailures);
    case "granted": {
      // What all customers got changes with each grant: compared, no case would ever equal another.
      const { inCase, toCustomer } = granted ?? {};
      return [inCase, toCustomer].map((one) => formatMoney(one ?? nothing)).join(", ");
    }
    case "restorations":
      return (given.restorations ?? [])
        .map(({ kind, cost }) => `${kind} ${formatMoney(cost)}`)
        .join(", ");
    case "sought":
      if (sought === undefined) return "nothing";
      return sought.amount === undefined
        ? sought.kind
        : `${sought.kind} ${formatMoney(sought.amount)}`;
  }
}
