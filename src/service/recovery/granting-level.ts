import type { RecoveryPolicy } from "./recovery-policy.js";

/** Who may grant a sum, and whether the handler must ask. @internal */
export interface GrantingLevel {
  /** The lowest level that may. */
  readonly grantedBy: string;
  /** The same, where the handler may not; otherwise absent. */
  readonly escalateTo: string | undefined;
}

/**
 * The lowest level that may grant so many minor units; the highest where none may. What was granted for the case before
 * is part of the sum, so that it cannot be split to stay below a limit.
 * @internal
 */
export function grantingLevel(
  sum: number,
  { policy, handler }: { readonly policy: RecoveryPolicy; readonly handler: string | undefined },
): GrantingLevel {
  const levels = policy.authority;
  const found = levels.findIndex(({ upTo }) => upTo === undefined || sum <= upTo.amount);
  const place = found === -1 ? levels.length - 1 : found;
  const grantedBy = levels[place]!.level;
  if (handler === undefined) return { grantedBy, escalateTo: undefined };
  const own = levels.findIndex(({ level }) => level === handler);
  if (own === -1) {
    throw new RangeError(
      `Cannot propose a recovery: the handler must be a level of policy.authority, got ${JSON.stringify(handler)}`,
    );
  }
  return { grantedBy, escalateTo: own < place ? grantedBy : undefined };
}
