/** Why something is not done in a member's ledger. */
export type LoyaltyRefusal =
  /** A field of the command is out of its range. */
  | {
      /** Tells the refusal from others. */
      readonly code: "invalid-field";
      /** The field, such as `order.lines[1].quantity`. */
      readonly field: string;
      /** What it must be. */
      readonly mustBe: string;
      /** What was got. */
      readonly got: string;
    }
  /** Something of this id is not there: an order, lot, card, reward, tier, partner. */
  | {
      /** Tells the refusal from others. */
      readonly code: "unknown";
      /** What. */
      readonly what: string;
      /** Its id. */
      readonly id: string;
    }
  /** Something of this id is there already: an order, card, redemption, return, member. */
  | {
      /** Tells the refusal from others. */
      readonly code: "already-there";
      /** What. */
      readonly what: string;
      /** Its id. */
      readonly id: string;
    }
  /** The key was used for another payload. */
  | {
      /** Tells the refusal from others. */
      readonly code: "key-reused";
      /** The key. */
      readonly key: string;
    }
  /** The ledger has moved on since the host read it. */
  | {
      /** Tells the refusal from others. */
      readonly code: "stale-version";
      /** What was expected. */
      readonly expected: number;
      /** What it is. */
      readonly actual: number;
    }
  /** The command is for another member's ledger. */
  | {
      /** Tells the refusal from others. */
      readonly code: "other-member";
      /** What was expected. */
      readonly expected: string;
      /** What was got. */
      readonly got: string;
    }
  /** It lies after `now`. */
  | {
      /** Tells the refusal from others. */
      readonly code: "in-the-future";
      /** When it is said to have happened. */
      readonly occurredAt: string;
      /** Now. */
      readonly now: string;
    }
  /** Nobody was a member yet when it happened. */
  | {
      /** Tells the refusal from others. */
      readonly code: "not-enrolled";
    }
  /** The account is not open for it. */
  | {
      /** Tells the refusal from others. */
      readonly code: "account-not-active";
      /** What the account is. */
      readonly status: "paused" | "closed";
    }
  /** Not enough points are active. */
  | {
      /** Tells the refusal from others. */
      readonly code: "insufficient-points";
      /** How much is needed; of a tier, which. */
      readonly needed: number;
      /** How many are active. */
      readonly available: number;
    }
  /** Fewer points than one redemption or transfer takes at the least. */
  | {
      /** Tells the refusal from others. */
      readonly code: "below-minimum";
      /** Points at the least. */
      readonly minimum: number;
      /** Points asked for. */
      readonly points: number;
    }
  /** A limit is reached. */
  | {
      /** Tells the refusal from others. */
      readonly code: "limit-reached";
      /** Which: `member-claims`, `monthly-points`, `monthly-friends`, `household-members`. */
      readonly limit: string;

      /** The limit. */
      readonly atMost: number;

      /** What it would come to. */
      readonly would: number;
    }
  /** The shared stock or budget does not suffice. */
  | {
      /** Tells the refusal from others. */
      readonly code: "out-of-stock";

      /** The stock or budget. */
      readonly stock: string;

      /** What is left. */
      readonly left: number;

      /** How much is needed; of a tier, which. */
      readonly needed: number;
    }
  /** The programme has no rules for it. */
  | {
      /** Tells the refusal from others. */
      readonly code: "not-offered";
      /** What. */
      readonly what: string;
    }
  /** The member's tier is too low. */
  | {
      /** Tells the refusal from others. */
      readonly code: "tier-too-low";
      /** How much is needed; of a tier, which. */
      readonly needed: string;
      /** The member's tier; absent where there is none. */
      readonly tier?: string;
    }
  /** Only by invitation. */
  | {
      /** Tells the refusal from others. */
      readonly code: "not-invited";
      /** To what. */
      readonly to: string;
    }
  /** It is over: a reservation, a voucher, a window. */
  | {
      /** Tells the refusal from others. */
      readonly code: "too-late";
      /** What. */
      readonly what: string;
      /** Until when it was possible; absent where that is not known. */
      readonly until?: string;
    }
  /** Not in its state: a reservation released, a voucher void, a card blocked. */
  | {
      /** Tells the refusal from others. */
      readonly code: "not-possible-now";
      /** What. */
      readonly what: string;
      /** What it is in. */
      readonly state: string;
    }
  /** More than is left: of an order to be returned, of a voucher. */
  | {
      /** Tells the refusal from others. */
      readonly code: "more-than-left";

      /** What. */
      readonly what: string;

      /** What is left. */
      readonly left: number;

      /** What was asked for. */
      readonly asked: number;
    }
  /** Amounts in a currency without a rate. */
  | {
      /** Tells the refusal from others. */
      readonly code: "no-rate";
      /** The currency of the amount. */
      readonly from: string;
      /** To what. */
      readonly to: string;
    }
  /** The order that is to earn a reward is worth less than it has to be, in minor units. */
  | {
      /** Tells the refusal from others. */
      readonly code: "order-too-small";
      /** The least amount, in minor units. */
      readonly atLeast: number;
      /** What was paid, in minor units. */
      readonly paid: number;
    }
  /** A number of points would pass 2^53 - 1. */
  | {
      /** Tells the refusal from others. */
      readonly code: "too-many-points";
      /** The kind of points. */
      readonly kind: string;
    }
  /** A member recommends themself, or a chain of recommendations comes back to its beginning. */
  | {
      /** Tells the refusal from others. */
      readonly code: "self-referral";
    }
  | {
      /** Tells the refusal from others. */
      readonly code: "referral-loop";
      /** The members, from the one who recommends. */
      readonly chain: readonly string[];
    };
