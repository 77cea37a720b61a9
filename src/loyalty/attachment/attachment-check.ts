// The check of the policy of attachment. Internal: not part of the package's surface.

import type { LoyaltyAttachmentPolicy } from "./attachment-policy.js";

/** Throws unless every number of the policy is in its range. */
export function requireLoyaltyAttachmentPolicy(policy: LoyaltyAttachmentPolicy): void {
  const least: LoyaltyAttachmentPolicy = { repurchases: 1, satisfactions: 2, obstacles: 1 };
  for (const name of ["repurchases", "satisfactions", "obstacles"] as const) {
    if (Number.isSafeInteger(policy[name]) && policy[name] >= least[name]) continue;
    throw new RangeError(
      `Cannot judge attachment: ${name} must be an integer of at least ${String(least[name])}, got ${String(policy[name])}`,
    );
  }
}
