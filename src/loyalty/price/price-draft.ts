// A basket while instruments are applied to it. Internal: not part of the package's surface.

import type { Reason } from "../../shared/reason.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { Basket, BasketLine } from "./price-basket.js";
import type { PriceOptions } from "./price-options.js";
import type { LineReduction } from "./priced-basket.js";

/** A line while instruments are applied to it. */
export interface DraftLine {
  readonly line: BasketLine;
  /** What is asked for it so far. */
  amount: number;
  /** What comes back of it so far. */
  refund: number;
  readonly reductions: LineReduction[];
  readonly refunds: LineReduction[];
  /** Whether an exclusive instrument has taken it. */
  isTaken: boolean;
}

/** Minor units by position of the line; positions without any are 0. */
export type AmountByLine = readonly number[];

/** What an instrument would give, by line. */
export interface WantedAmounts {
  /** Minor units by position of the line. */
  readonly amounts: AmountByLine;
  /** What a line weighs when one amount for all is spread again; absent where each line has its own. */
  readonly weights?: readonly number[];
  /** Why it gives nothing; empty where it gives something. */
  readonly reasons: readonly Reason[];
}

/** What instruments are applied to. */
export interface WantedContext {
  readonly basket: Basket;
  readonly draft: readonly DraftLine[];
  /** The positions of the lines it may change. */
  readonly open: readonly number[];
  readonly options: PriceOptions;
  readonly day: PlainDate;
}

/** The sum, exact. */
export function totalAmountOf(amounts: AmountByLine): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
