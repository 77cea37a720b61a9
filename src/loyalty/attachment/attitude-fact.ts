import type { CustomerId } from "../../customer/record/customer.js";
import type { Instant } from "../../shared/time/instant.js";

/** An obstacle between a customer and the next purchase: a higher price, a wait, the better offer of somebody else. */
export type LoyaltyObstacle = "paid-more" | "waited" | "refused-offer";

/**
 * What is known of a customer's attitude.
 *
 * - `believes-better`: holds us for the better choice;
 * - `likes`: likes to buy from us;
 * - `satisfied`: one experience met what was expected;
 * - `intends-to-rebuy`: means to buy again;
 * - the obstacles: whether one that came up was overcome.
 */
export type AttitudeKind =
  "believes-better" | "likes" | "satisfied" | "intends-to-rebuy" | LoyaltyObstacle;

/** One statement of a customer, or one observation. */
export interface AttitudeFact {
  /** The host's id: of the answer, the call, the order. */
  readonly id: string;
  /** Who. */
  readonly customer: CustomerId;
  /** When. */
  readonly at: Instant;
  /** What of. */
  readonly kind: AttitudeKind;
  /** Whether it is so; for an obstacle, whether it was overcome. */
  readonly holds: boolean;
}
