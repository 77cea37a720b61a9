import type { CurrencyCode } from "../../shared/money/currency.js";
import { authorityLimits } from "../complaint/authority-limits.js";
import type { AuthorityLevel, AuthorityPolicy } from "../complaint/authority-policy.js";
import type { AuthorityQuestion } from "../complaint/authority-question.js";
import { requireAuthority } from "../complaint/require-authority.js";
import { REMEDY_KINDS } from "./remedy-kinds.js";
import type { RecoveryAuthority } from "./recovery-policy.js";

/** In which currency, and for which complaint. */
export interface RecoveryAuthorityOptions {
  /** The currency of the recovery policy. */
  readonly currency: CurrencyCode;
  /**
   * The complaint to be recovered, and when: levels that may not decide it, whatever is granted (for its severity, a
   * risk to safety, the stakes, the time it is open, earlier complaints), then decide nothing. Not looked at when
   * absent.
   */
  readonly question?: Omit<AuthorityQuestion, "remedies" | "granted">;
}

const APOLOGY = [{ kind: "apology" }];

/**
 * What do the levels of authority over complaints mean for a recovery?
 *
 * Authority is written once, as an {@link AuthorityPolicy}; this gives the `authority` of a `RecoveryPolicy`. Each
 * level has the name it has there, its limit for all remedies together, and its limits by remedy, in the currency. Only
 * remedies with the names of a recovery count: `refund`, `replacement` and so on. Since each recovery begins with an
 * apology, a level that may not grant `apology` decides nothing.
 *
 * With the `question`, whoever a proposal names by `grantedBy` may also answer the complaint with
 * `complaintRemedies(proposal)`, unless the reason `recovery-nobody-may` says that no level may. Without it that holds
 * only for levels whose limits are all limits of remedies. What was granted for the case before counts towards each
 * remedy, as its kind is not known: a proposal may name a higher level than is needed, never a lower one.
 *
 * @remarks SRV-2, SRV-5.
 * @param policy - Who may decide what about complaints.
 * @param options - The currency, and the complaint asked about.
 * @returns The levels, from the lowest number up. A higher one must grant at least what a lower one does;
 * `proposeRecovery` refuses others.
 * @throws RangeError where there is a question, and it or the policy is not valid.
 * @example
 * ```ts
 * import { recoveryAuthority } from "goodwill/service";
 * import { money } from "goodwill/shared";
 *
 * const refund = (amount: number) => ({ remedy: "refund", upTo: money(amount, "EUR") });
 * const policy = {
 *   levels: [
 *     { level: 1, name: "front line", grants: [{ remedy: "apology" }, refund(5000)] },
 *     { level: 2, name: "manager", grants: [{ remedy: "apology" }, refund(50000)] },
 *   ],
 *   safetyLevel: 2,
 *   staff: { mei: 1 },
 * };
 * const [first] = recoveryAuthority(policy, { currency: "EUR" });
 * first; // => { level: "front line", kinds: { refund: { amount: 5000, currency: "EUR" } } }
 * ```
 */
export function recoveryAuthority(
  policy: AuthorityPolicy,
  options: RecoveryAuthorityOptions,
): readonly RecoveryAuthority[] {
  const { currency, question } = options;
  if (question !== undefined) requireAuthority({ ...question, remedies: APOLOGY }, policy);
  const mayDecide = (level: AuthorityLevel): boolean =>
    question === undefined
      ? level.grants.some(({ remedy }) => remedy === "apology")
      : authorityLimits({ ...question, remedies: APOLOGY }, { level, policy }).length === 0;
  return [...policy.levels]
    .sort((a, b) => a.level - b.level)
    .map((level) => {
      const upTo = level.together?.find((one) => one.currency === currency);
      return {
        level: level.name,
        ...(upTo !== undefined && { upTo }),
        kinds: kindsOf(level, currency),
        ...(!mayDecide(level) && { decides: false }),
      };
    });
}

function kindsOf(
  { grants }: AuthorityLevel,
  currency: CurrencyCode,
): NonNullable<RecoveryAuthority["kinds"]> {
  return Object.fromEntries(
    REMEDY_KINDS.flatMap((kind) => {
      const own = grants.filter(({ remedy }) => remedy === kind);
      if (own.length === 0) return [];
      const limit = own.find(({ upTo }) => upTo?.currency === currency)?.upTo;
      return [[kind, limit ?? { amount: 0, currency }]];
    }),
  );
}
