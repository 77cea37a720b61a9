import type { CareKind } from "./care-kind.js";

/** Whether the worth of such care counts towards the caps on gifts. @internal */
export function isGift(kind: CareKind): boolean {
  return kind === "gift" || kind === "cake";
}
