/** When a buyer counts as lapsed and as lost. All in calendar days since the last purchase. */
export interface LapsePolicy {
  /** Lapsed after this many times the customer's own usual interval (the median of those between purchases). */
  readonly intervalFactor: number;
  /** Never sooner than this, however often the customer buys. In days, whole. */
  readonly floorDays: number;
  /** With fewer intervals than this the own rhythm is not known; at least 1. */
  readonly minimumIntervals: number;
  /** The limit where the own rhythm is not known. In days, whole. */
  readonly fallbackDays: number;
  /** Lost after this many times the limit for lapsed; above 1. */
  readonly lostFactor: number;
}

/** What binds a customer, so that repeated purchase is loyalty and not habit. */
export interface AttachmentPolicy {
  /** How many signals of satisfaction in a row, the last of them fresh. At least 1. */
  readonly positiveSignals: number;
  /** Whether a recommendation counts as a signal of satisfaction, and by itself as attachment. */
  readonly referralCounts: boolean;
}

/** The rules and thresholds by which stage, rung and exits are derived. */
export interface LifecyclePolicy {
  /** Which kinds of inbound interactions show interest; every kind when absent. */
  readonly interestKinds?: readonly string[];
  /** For how long interest is fresh; longer ago it is cold. In days, whole. */
  readonly interestDays: number;
  /** After how long interest cools; less than `interestDays`. In days, whole. */
  readonly interestCoolingDays: number;
  /** After how long without any contact somebody without interest is in danger to be forgotten. In days, whole. */
  readonly initialSilenceDays: number;
  /** Whether purchases on one day count once; otherwise each counts. */
  readonly sameDayOnce: boolean;
  /** What makes a purchase an extension: a product, or a category, not bought before. */
  readonly extensionBy: "product" | "category";
  /** For how long a signal of satisfaction speaks for today. In days, whole. */
  readonly signalDays: number;
  /** How many repurchases a loyal customer has made; one more purchase than that. At least 1. */
  readonly loyalRepurchases: number;
  /** What binds a loyal customer. */
  readonly attachment: AttachmentPolicy;
  /** When a buyer counts as lapsed and as lost. */
  readonly lapse: LapsePolicy;
}

/**
 * Three repurchases with attachment make loyal; four usual intervals without a purchase make lapsed, eight lost.
 *
 * @remarks Loyal: LOY-1, at least 3 repurchases, so 4 purchases, with attachment; attachment is liking from repeated
 * satisfaction (the affective level of Oliver 1999, Journal of Marketing 63:33), hence two signals in a row. Lapsed:
 * somebody who buys at random moments (the Poisson assumption of Ehrenberg 1959, Applied Statistics 8:26) waits longer
 * than k medians with chance 2^-k: with 4 one active buyer in 16 is called lapsed at an interval, with 8 one in 256 is
 * called lost; who buys regularly is wronged less. The days (interest 90 and 30, silence 180, floor 30, without a
 * rhythm 365, signals 365) have no source: a quarter, a month, half a year and a year. Put in those of your trade.
 */
export const DEFAULT_LIFECYCLE_POLICY: LifecyclePolicy = {
  interestDays: 90,
  interestCoolingDays: 30,
  initialSilenceDays: 180,
  sameDayOnce: true,
  extensionBy: "product",
  signalDays: 365,
  loyalRepurchases: 3,
  attachment: { positiveSignals: 2, referralCounts: true },
  lapse: {
    intervalFactor: 4,
    floorDays: 30,
    minimumIntervals: 2,
    fallbackDays: 365,
    lostFactor: 2,
  },
};
