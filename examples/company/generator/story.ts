import { dayOfDate } from "./calendar.js";
import type { UtcHours } from "./calendar.js";

/** From this day shops stay open until ten in the evening and orders can be collected in a shop. */
export const MEASURE_DAY = dayOfDate("2025-03-01");

/** Opening hours of the shops before and after the measure: 10:00 to 20:00, then to 22:00 in Shanghai. */
export const SHOP_HOURS: { readonly before: UtcHours; readonly after: UtcHours } = {
  before: [2, 12],
  after: [2, 14],
};

/** Share of deliveries that come late. A new courier fails in the autumn peak of 2025. */
export const LATE_SHARE: Readonly<Record<string, number>> = {
  "2024Q1": 0.09,
  "2024Q2": 0.09,
  "2024Q3": 0.09,
  "2024Q4": 0.1,
  "2025Q1": 0.09,
  "2025Q2": 0.09,
  "2025Q3": 0.12,
  "2025Q4": 0.45,
};

/** Points that a customer's own troubles and joys move their experience, for half a year. */
export const EFFECTS = {
  memoryDays: 183,
  lateDelivery: { service: -2.8, convenience: -1.7, brand_image: -0.4 },
  clickAndCollect: { convenience: 0.9 },
  complaint: {
    "late-delivery": { service: -0.3 },
    product: { product: -2.2, brand_image: -0.4 },
    attitude: { service: -2, relationship: -0.8 },
    installation: { service: -1.6, convenience: -0.5 },
    billing: { price: -0.9, service: -0.9 },
  },
  /** Part of the harm that is left once the complaint has been resolved. */
  leftAfterResolution: 0.45,
} as const satisfies Record<string, unknown>;

/** How trouble changes buying. Buying rates are multiplied; leaving is for good. */
export const LOYALTY_EFFECTS = {
  leaveAfterOrderShare: 0.025,
  leaveAfterLateShare: 0.3,
  leaveAfterOtherTroubleShare: 0.15,
  stayAfterResolutionShare: 0.6,
  coolingDays: 150,
  coolingRate: 0.45,
  coolingRateAfterResolution: 0.85,
} as const;

/** How often things go wrong, per order, apart from late deliveries; and how often a late delivery is complained about. */
export const COMPLAINT_SHARES = {
  "late-delivery": 0.24,
  product: 0.022,
  attitude: 0.013,
  installation: 0.06,
  billing: 0.012,
} as const;

/** Share of the late deliveries complained about in the last quarter, when patience is worn out. */
export const LATE_COMPLAINT_SHARE_IN_FAILURE = 0.36;

/** The quarter in which the new courier fails and the call centre is overloaded. */
export const FAILURE_QUARTER = "2025Q4";

/** What a complaint is about. */
export type ComplaintKind = keyof typeof COMPLAINT_SHARES;

/** The complaint kinds, in a fixed order. */
export const COMPLAINT_KINDS: readonly ComplaintKind[] = [
  "late-delivery",
  "product",
  "attitude",
  "installation",
  "billing",
];

/** What happens on the website in the last quarter. Who reads what others say buys more often; the checkout hides the day. */
export const WEB_EFFECTS = {
  /** Most visits without an order of one customer. */
  mostLooks: 3,
  buyersWhoReadReviewsShare: 0.6,
  /** Of those who only look: how many fill the basket, and how many of these see the checkout. */
  basketShare: 0.28,
  checkoutShare: 0.55,
  /** Of those who leave at the checkout: how many had looked for the day of delivery. */
  stuckShare: 0.7,
  /** Of all page views: how many are followed by an answer to the one question at the foot. */
  answersShare: 0.33,
} as const;
