import type { Money } from "../../shared/money/money.js";
import type { Reason, Trace } from "../../shared/reason.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { PriceUse } from "./price-basket.js";
import type { PriceForm } from "./price-instrument.js";

/** What one instrument gave on a line. */
export interface LineReduction {
  /** The instrument. */
  readonly instrument: string;
  /** Minor units, at least 1. */
  readonly amount: number;
}

/** A line and its final price. */
export interface PricedLine {
  /** The host's id of the line. */
  readonly id: string;
  /** List price, in minor units. */
  readonly listAmount: number;
  /** What is asked for it: list price less all reductions. */
  readonly amount: number;
  /** What comes back of it later. */
  readonly refund: number;
  /** What took it down, in the order applied. */
  readonly reductions: readonly LineReduction[];
  /** What comes back of it, in the order applied. */
  readonly refunds: readonly LineReduction[];
}

/** Money to be paid back. */
export interface RefundDue {
  /** The instrument. */
  readonly instrument: string;
  /** How much. */
  readonly amount: Money;
  /** The day it is due, in the zone asked about. */
  readonly dueOn: PlainDate;
}

/** An instrument that gave something. */
export interface AppliedInstrument {
  /** The instrument. */
  readonly instrument: string;
  /** What it is. */
  readonly form: PriceForm["form"];
  /** What it would have given without limits, in minor units. */
  readonly wanted: number;
  /** What it gave, at least 1. */
  readonly granted: number;
  /** What held the rest back; empty where nothing did. */
  readonly heldBack: readonly Reason[];
}

/** An instrument that gave nothing, and why. */
export interface InstrumentNotApplied {
  /** The instrument. */
  readonly instrument: string;
  /** Every reason; never empty. */
  readonly reasons: readonly Reason[];
}

/** A basket at its final prices. */
export interface PricedBasket {
  /** The lines, in the order given. */
  readonly lines: readonly PricedLine[];
  /** The list prices together. */
  readonly listTotal: Money;
  /** What is asked in all: the lines together. */
  readonly total: Money;
  /** What is paid back later, in the order applied. */
  readonly refunds: readonly RefundDue[];
  /** Instruments that gave something, in the order applied. */
  readonly applied: readonly AppliedInstrument[];
  /** Instruments that gave nothing, in the order they were looked at. */
  readonly notApplied: readonly InstrumentNotApplied[];
  /** For the host to keep and hand in with the next order, once this one is placed. */
  readonly uses: readonly PriceUse[];
  /**
   * What the customer pays in the end, refunds taken off: list prices, reductions and refunds; every level is the sum
   * of its parts.
   */
  readonly trace: Trace;
}
