import type { Reason } from "../../shared/reason.js";

const NO_REASONS: readonly Reason[] = [];

/** Each reason once: rules of one occasion are often stopped by the same. @internal */
export function distinctReasons(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length === 0) return NO_REASONS;
  const distinct: Reason[] = [];
  for (const reason of reasons) {
    if (!distinct.some((other) => isSame(other, reason))) distinct.push(reason);
  }
  // A copy has room for no more than is in it, which counts with a million slots.
  return distinct.slice();
}

function isSame(a: Reason, b: Reason): boolean {
  if (a === b) return true;
  if (a.code !== b.code) return false;
  const names = Object.keys(a.params);
  if (names.length !== Object.keys(b.params).length) return false;
  return names.every((name) => a.params[name] === b.params[name]);
}
