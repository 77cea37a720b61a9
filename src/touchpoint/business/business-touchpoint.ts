import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { RejectedRow } from "../../shared/rows.js";
import type { Interval } from "../../shared/statistics/interval.js";
import type { Moments } from "../../shared/statistics/moments.js";
import type { Instant } from "../../shared/time/instant.js";

/** How often interactions of a touchpoint led to something. */
export interface TouchpointOutcome {
  /** The outcome, in the words of the log. */
  readonly outcome: string;
  /** How many interactions led to it. */
  readonly interactions: number;
  /** Share of the touchpoint's interactions. */
  readonly share: number;
}

/** How often customers came to a touchpoint with a topic. */
export interface TouchpointTopic {
  /** The topic, in the words of the log. */
  readonly topic: string;
  /** How many interactions that began with the customer (`inbound`) were about it. */
  readonly inbound: number;
}

/** How a touchpoint felt. */
export interface TouchpointFeeling {
  /** How many interactions say how they felt. */
  readonly n: number;
  /** Mean of -1 bad, 0 neutral, 1 good. */
  readonly mean: number;
  /** Interval of the mean by Student's t; absent below two feelings and where all are equal. */
  readonly interval?: Interval;
}

/** What a log knows of one touchpoint. */
export interface BusinessTouchpoint {
  /** The touchpoint, as the log names it. */
  readonly touchpoint: string;
  /** Whether the catalogue knows it. */
  readonly known: boolean;
  /** How many interactions. */
  readonly interactions: number;
  /** Share of all interactions. */
  readonly share: number;
  /** How many different customers. */
  readonly customers: number;
  /** Interactions in which the customer came to the firm. */
  readonly inbound: number;
  /** Interactions in which the firm came to the customer. */
  readonly outbound: number;
  /** What came of them, most frequent first, equals by name; those without outcome are not listed. */
  readonly outcomes: readonly TouchpointOutcome[];
  /** What customers came for, most frequent first, equals by name; those without topic are not listed. */
  readonly topics: readonly TouchpointTopic[];
  /** How it felt; absent where no interaction says so. */
  readonly feeling?: TouchpointFeeling;
  /** What it cost, one sum a currency, by currency; empty where no cost is known. */
  readonly costs: readonly Money[];
  /** The first interaction. */
  readonly first: Instant;
  /** The last interaction. */
  readonly last: Instant;
}

/** A business, taken apart into the touchpoints at which it was met. */
export interface BusinessTouchpoints {
  /** How many interactions were counted. */
  readonly interactions: number;
  /** How many different customers, over all touchpoints. */
  readonly customers: number;
  /** Whether customers were counted one by one or estimated. */
  readonly counting: CustomerCounting;
  /**
   * The standard error of `customers` as a share of it, which those of the touchpoints do not exceed; 0 where customers
   * were counted one by one, and where an estimate met fewer than 1024 of them and so is exact.
   */
  readonly customersErrorShare: number;
  /** The touchpoints of the log, most interactions first, equals by id. */
  readonly touchpoints: readonly BusinessTouchpoint[];
  /** Touchpoints of the log that the catalogue does not know, by id. */
  readonly unknown: readonly string[];
  /** Touchpoints of the catalogue that the log does not know, by id. */
  readonly silent: readonly string[];
  /** How many rows could not be counted. */
  readonly rejected: number;
  /** How many faults they had in which field, by field; a row may have several. */
  readonly rejectedByPath: Readonly<Record<string, number>>;
  /** `touchpoint-unknown` and `touchpoint-silent` with their numbers. */
  readonly findings: readonly Reason[];
}

/** A business taken apart, with the rows that could not be counted. */
export interface BusinessTouchpointsReport extends BusinessTouchpoints {
  /** The rows that could not be counted, with position and reasons, in the order given. */
  readonly rejectedRows: readonly RejectedRow[];
}

/**
 * How different customers are told apart: `exact` keeps every id, once for each touchpoint it was seen at and once for
 * all; `estimated` keeps at most 1024 numbers a touchpoint, whatever the size of the log, and has a standard error of
 * 3.1 percent above that number of customers.
 */
export type CustomerCounting = "exact" | "estimated";

/** Different customers, as they are kept in an accumulator. */
export interface DistinctCustomers {
  /** The customers counted one by one; absent where they are estimated. */
  readonly ids?: Record<string, 1>;
  /** The smallest of their hashes, rising; absent where they are counted one by one. */
  readonly hashes?: number[];
}

/** What an accumulator keeps of one touchpoint. */
export interface TouchpointSums {
  /** How many interactions. */
  interactions: number;
  /** Those in which the customer came to the firm. */
  inbound: number;
  /** The different customers. */
  readonly customers: DistinctCustomers;
  /** Interactions by outcome. */
  readonly outcomes: Record<string, number>;
  /** Inbound interactions by topic. */
  readonly topics: Record<string, number>;
  /** Minor units by currency. */
  readonly costs: Record<string, number>;
  /** Moments of the feelings. */
  feelings: Moments;
  /** The first interaction; absent before there is one. */
  first?: Instant;
  /** The last interaction; absent before there is one. */
  last?: Instant;
}
