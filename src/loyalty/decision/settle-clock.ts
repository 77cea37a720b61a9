import { settleTier } from "../tier/settle-tier.js";
import type { Decision } from "./decision.js";
import { settle } from "./settle.js";

/** What every decision, and every quote of one, begins with: tiers, reservations and expiry as the clock has them. */
export function settleClock(decision: Decision): void {
  settleTier(decision);
  settle(decision);
}
