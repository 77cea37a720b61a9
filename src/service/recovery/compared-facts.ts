import { formatMoney } from "../../shared/money/money.js";
import type { Money } from "../../shared/money/money.js";
import type { RecoveryCase } from "./recovery-case.js";
import type { RecoveryFact } from "./recovery-fact.js";

/** The facts compared, as text, in the order asked for; absence and nothing are the same. @internal */
export function comparedFacts(
  given: RecoveryCase,
  names: readonly RecoveryFact[],
): Readonly<Partial<Record<RecoveryFact, string>>> {
  return Object.fromEntries(names.map((name) => [name, factText(given, name)]));
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
      const { inCase, toCustomer, inPeriod } = granted ?? {};
      return [inCase, toCustomer, inPeriod].map((one) => formatMoney(one ?? nothing)).join(", ");
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
