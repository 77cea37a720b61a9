/** The instruments of care over the 4P of the marketing mix (CARE-9). */
export type CareInstrument =
  | "quality"
  | "design"
  | "warranty"
  | "service-line"
  | "discount"
  | "price-matching"
  | "cashback"
  | "bundle"
  | "key-account-management"
  | "partner-evaluation"
  | "direct-mail"
  | "telemarketing"
  | "email"
  | "event"
  | "club"
  | "card";

/** How customers are kept: `satisfaction`, as they want to stay; `contract`, as leaving would cost them something. */
export type RetentionMeans = "satisfaction" | "contract";

/** What care works by (CARE-1): `hard`, tools and terms; `soft`, what people feel of it. */
export type CareDimension = "hard" | "soft";

/** What is known of an instrument, whoever uses it. */
export interface CareInstrumentFacts {
  /** The instrument. */
  readonly instrument: CareInstrument;
  /** Which of the 4P it belongs to. */
  readonly mix: "product" | "price" | "distribution" | "communication";
  /** What it mainly works by. */
  readonly dimension: CareDimension;
  /** How it can keep customers, the usual means first. */
  readonly retention: readonly RetentionMeans[];
}

/**
 * Every instrument, by the 4P.
 *
 * @remarks Instruments and 4P are those of CARE-9, prices those of LOY-4. A card is hard, as it counts points, and a
 * club soft, as it gives status and recognition (LOY-2). The other dimensions, and by which means an instrument can
 * keep customers, are a judgement of ours: what can be written into a contract, or is lost on leaving, can bind.
 */
export const CARE_INSTRUMENTS: readonly CareInstrumentFacts[] = [
  { instrument: "quality", mix: "product", dimension: "hard", retention: ["satisfaction"] },
  { instrument: "design", mix: "product", dimension: "hard", retention: ["satisfaction"] },
  {
    instrument: "warranty",
    mix: "product",
    dimension: "hard",
    retention: ["satisfaction", "contract"],
  },
  {
    instrument: "service-line",
    mix: "product",
    dimension: "soft",
    retention: ["satisfaction", "contract"],
  },
  {
    instrument: "discount",
    mix: "price",
    dimension: "hard",
    retention: ["satisfaction", "contract"],
  },
  { instrument: "price-matching", mix: "price", dimension: "hard", retention: ["satisfaction"] },
  {
    instrument: "cashback",
    mix: "price",
    dimension: "hard",
    retention: ["contract", "satisfaction"],
  },
  {
    instrument: "bundle",
    mix: "price",
    dimension: "hard",
    retention: ["contract", "satisfaction"],
  },
  {
    instrument: "key-account-management",
    mix: "distribution",
    dimension: "soft",
    retention: ["satisfaction", "contract"],
  },
  {
    instrument: "partner-evaluation",
    mix: "distribution",
    dimension: "hard",
    retention: ["satisfaction", "contract"],
  },
  {
    instrument: "direct-mail",
    mix: "communication",
    dimension: "soft",
    retention: ["satisfaction"],
  },
  {
    instrument: "telemarketing",
    mix: "communication",
    dimension: "soft",
    retention: ["satisfaction"],
  },
  { instrument: "email", mix: "communication", dimension: "soft", retention: ["satisfaction"] },
  { instrument: "event", mix: "communication", dimension: "soft", retention: ["satisfaction"] },
  {
    instrument: "club",
    mix: "communication",
    dimension: "soft",
    retention: ["satisfaction", "contract"],
  },
  {
    instrument: "card",
    mix: "communication",
    dimension: "hard",
    retention: ["contract", "satisfaction"],
  },
];
