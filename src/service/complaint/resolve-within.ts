import type { Reason } from "../../shared/reason.js";
import { authorityLimits } from "./authority-limits.js";
import type { AuthorityPolicy } from "./authority-policy.js";
import type { AuthorityDecision, AuthorityQuestion } from "./authority-question.js";
import { requireAuthority } from "./require-authority.js";

/** Who asks, and who may decide what. */
export interface ResolveWithinOptions {
  /** The level of who wants to resolve it; 0 for somebody without authority. */
  readonly level: number;
  /** Who may decide what. */
  readonly policy: AuthorityPolicy;
}

/**
 * May this complaint be resolved at once, or to whom does it go (SRV-2)?
 *
 * A level may resolve it where everything granted is within its amounts, counted with what was granted before, and no
 * other limit of the level is passed: how bad it is, what is at stake, how long it is open, how often the customer has
 * complained. Where safety is at risk, it goes to the safety level at once. A limit itself is within.
 *
 * @param question - The complaint and what is to be granted.
 * @param options - The level of who asks, and the policy.
 * @returns The decision, with the lowest level that may and why the levels below may not.
 * @throws RangeError where the policy is broken (no level, one twice, a negative limit), the moment lies before the
 * receipt, an amount, a count or the level is below 0 or not whole.
 * @example
 * ```ts
 * import { resolveWithin } from "goodwill/service";
 * import { instant, money } from "goodwill/shared";
 *
 * const policy = {
 *   levels: [
 *     { level: 1, name: "front line", grants: [{ remedy: "refund", upTo: money(5000, "EUR") }] },
 *     { level: 2, name: "manager", grants: [{ remedy: "refund", upTo: money(50000, "EUR") }] },
 *   ],
 *   safetyLevel: 2,
 *   staff: {},
 * };
 * const at = instant("2026-03-02T09:00:00Z");
 * const question = {
 *   complaint: { at, severity: "medium" as const },
 *   remedies: [{ kind: "refund", amount: money(8000, "EUR") }],
 *   asOf: at,
 * };
 * const { decision, name, reasons } = resolveWithin(question, { level: 1, policy });
 * [decision, name, reasons[0]?.code]; // => ["escalate", "manager", "complaint-remedy-beyond"]
 * ```
 */
export function resolveWithin(
  question: AuthorityQuestion,
  { level: own, policy }: ResolveWithinOptions,
): AuthorityDecision {
  requireAuthority(question, policy);
  if (!(Number.isInteger(own) && own >= 0)) {
    throw new RangeError(
      `Cannot decide who may resolve a complaint: level must be whole and at least 0, got ${own}`,
    );
  }
  const levels = policy.levels
    .filter(({ level }) => level >= own)
    .sort((a, b) => a.level - b.level);
  const reasons: Reason[] = levels.some(({ level }) => level === own)
    ? []
    : [{ code: "complaint-without-authority", params: { level: own } }];
  for (const level of levels) {
    const limits = authorityLimits(question, { level, policy });
    if (limits.length > 0) {
      reasons.push(...limits);
      continue;
    }
    const may = { level: level.level, name: level.name };
    return level.level === own
      ? {
          decision: "resolve",
          ...may,
          reasons: [{ code: "complaint-within-authority", params: may }],
        }
      : { decision: "escalate", ...may, reasons };
  }
  return { decision: "nobody", reasons };
}
