import { compareText } from "../../shared/text-order.js";
import { comparedFacts } from "./compared-facts.js";
import { groupedBy } from "./grouped-by.js";
import type { DecidedRecovery, RecoveryAudit } from "./recovery-audit.js";
import { RECOVERY_FACTS } from "./recovery-fact.js";
import type { RecoveryFact } from "./recovery-fact.js";
import type { RecoveryPolicy } from "./recovery-policy.js";
import { requireRecoveryCase } from "./require-recovery-case.js";
import { requireRecoveryPolicy } from "./require-recovery-policy.js";
import { unequalRecoveries } from "./unequal-recoveries.js";

const TASK = "audit recoveries";

/** What counts as equal, and what remedies are held against. */
export interface AuditRecoveriesOptions {
  /** The facts by which cases are equal; all that decide when absent. */
  readonly facts?: readonly RecoveryFact[];
  /** The policy by which facts are equal, and each remedy is held against; none when absent. */
  readonly policy?: RecoveryPolicy;
}

/**
 * Did equal cases get equal remedies, and where not, what and who differed?
 *
 * Cases are equal when all facts compared are: by default every fact a proposal depends on, so that an inequality is a
 * decision's, not the facts'. Compare fewer facts to see wider groups; then leave out only facts that should not
 * matter. The id, the customer and the channel are never compared. Remedies are equal in kinds and amount;
 * amounts in two currencies are not compared.
 *
 * With a policy, facts are equal that it treats as equal: two values where they add the same share, and what was
 * granted before wherever no cap changes the remedy; where one does, what the caps leave is compared. Without a policy
 * value is compared as it is, and of what was granted before, that to the case and to the customer; not that to all,
 * which changes with each grant. Where no two cases are equal the audit has seen nothing, and a reason says so.
 *
 * @remarks SRV-5: consistent for equal cases.
 * @param decided - Decided cases, in any order.
 * @param options - The facts compared, and a policy.
 * @returns The unequal groups; the same for any order of the cases.
 * @throws RangeError when no fact is to be compared, or, with a policy, it or a case is not valid or they do not fit.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { auditRecoveries } from "goodwill/service";
 * import { money } from "goodwill/shared";
 *
 * const facts = { customer: customerId("ann"), channel: "chat", severity: "low", fault: "ours", earlierFailures: 0,
 *   paid: money(10000, "CNY") } as const;
 * const audit = auditRecoveries([
 *   { case: { id: "c-1", ...facts }, kinds: ["credit"], amount: money(1000, "CNY"), by: "bob" },
 *   { case: { id: "c-2", ...facts }, kinds: ["credit"], amount: money(3000, "CNY"), by: "eve" },
 * ]);
 * audit.unequal[0]?.spread; // => { amount: 2000, currency: "CNY" }
 * ```
 */
export function auditRecoveries(
  decided: readonly DecidedRecovery[],
  options: AuditRecoveriesOptions = {},
): RecoveryAudit {
  const names = options.facts ?? RECOVERY_FACTS;
  if (names.length === 0) {
    throw new RangeError("Cannot audit recoveries: facts must not be empty, got []");
  }
  const { policy } = options;
  if (policy !== undefined) {
    const currency = requireRecoveryPolicy(TASK, policy);
    for (const one of decided) requireRecoveryCase(TASK, { given: one.case, currency });
  }
  const terms = { names, policy };
  const groups = groupedBy(decided, (one) =>
    JSON.stringify([one.amount.currency, comparedFacts(one.case, terms)]),
  );
  const several = groups.filter((group) => group.length > 1);
  const unequal = several
    .map((group) => unequalRecoveries(group, terms))
    .filter((one) => one !== undefined)
    .sort(
      (a, b) =>
        b.spread.amount - a.spread.amount ||
        compareText(a.remedies[0]!.cases[0]!, b.remedies[0]!.cases[0]!),
    );
  const cases = decided.length;
  const reasons =
    several.length > 0 ? [] : [{ code: "recovery-audit-no-groups", params: { cases } }];
  return { cases, groups: several.length, unequal, reasons };
}
