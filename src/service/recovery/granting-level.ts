import type { RemedyKind } from "./recovery-case.js";
import type { RecoveryAuthority, RecoveryPolicy } from "./recovery-policy.js";

/** What is to be granted, in minor units. @internal */
export interface GrantAsked {
  /** The remedies, each with what it costs. */
  readonly remedies: readonly { readonly kind: RemedyKind; readonly amount: number }[];
  /** What was granted for the case before. */
  readonly before: number;
}

/** Who may grant a sum, and whether the handler must ask. @internal */
export interface GrantingLevel {
  /** The lowest level that may; the highest where none may. */
  readonly grantedBy: string;
  /** The same, where the handler may not; otherwise absent. */
  readonly escalateTo: string | undefined;
  /** Whether no level may. */
  readonly isNobodys: boolean;
}

/**
 * The lowest level that may grant so much; the highest where none may. What was granted for the case before is part of
 * the sum, so that it cannot be split to stay below a limit.
 * @internal
 */
export function grantingLevel(
  asked: GrantAsked,
  { policy, handler }: { readonly policy: RecoveryPolicy; readonly handler: string | undefined },
): GrantingLevel {
  const levels = policy.authority;
  const found = levels.findIndex((level) => mayGrant(level, asked));
  const isNobodys = found === -1;
  const place = isNobodys ? levels.length - 1 : found;
  const grantedBy = levels[place]!.level;
  if (handler === undefined) return { grantedBy, escalateTo: undefined, isNobodys };
  const own = levels.findIndex(({ level }) => level === handler);
  if (own === -1) {
    throw new RangeError(
      `Cannot propose a recovery: the handler must be a level of policy.authority, got ${JSON.stringify(handler)}`,
    );
  }
  return { grantedBy, escalateTo: own < place ? grantedBy : undefined, isNobodys };
}

function mayGrant(
  { upTo, kinds, decides = true }: RecoveryAuthority,
  { remedies, before }: GrantAsked,
): boolean {
  if (!decides) return false;
  const now = remedies.reduce((sum, { amount }) => sum + amount, 0);
  // Nobody has to be asked to grant nothing; who decides about a complaint answers for what was granted before, too.
  const sum = now === 0 && kinds === undefined ? 0 : now + before;
  if (upTo !== undefined && sum > upTo.amount) return false;
  return (
    kinds === undefined ||
    remedies.every(({ kind, amount }) => amount + before <= (kinds[kind]?.amount ?? -1))
  );
}
