import type { TimeZone } from "../../shared/time/time-zone.js";
import type { RfmReturns } from "./rfm-returns.js";

/** The settings of an aggregation, checked. @internal */
export interface RfmSettings {
  /** The day asked about, in days since 1970-01-01. */
  readonly asOfDay: number;
  readonly zone: TimeZone;
  readonly currency: string;
  readonly returns: RfmReturns;
}

/** Whether an amount is one that a purchase or a return may have. @internal */
export function isRfmAmount(
  amount: number,
  { isReturn, returns }: { readonly isReturn: boolean; readonly returns: RfmReturns },
): boolean {
  if (!Number.isSafeInteger(amount)) return false;
  return isReturn ? amount <= 0 && returns !== "refuse" : amount >= 0;
}

/** Why a row does not fit. @internal */
export function unfitForRfm(row: {
  readonly customer: string;
  readonly amount: number;
  readonly isReturn: boolean;
  readonly currency: string;
  readonly settings: RfmSettings;
}): RangeError {
  const { customer, amount, isReturn, currency, settings } = row;
  const got = `got ${String(amount)} ${currency} of customer ${customer}`;
  if (currency !== settings.currency) {
    return cannotFindRfm(`amounts must be in ${settings.currency}, ${got}`);
  }
  if (!Number.isSafeInteger(amount)) {
    return cannotFindRfm(`an amount must be a safe integer of minor units, ${got}`);
  }
  if (!isReturn) return cannotFindRfm(`the amount of a purchase must be at least 0, ${got}`);
  if (settings.returns === "refuse") return cannotFindRfm(`there must be no return, ${got}`);
  return cannotFindRfm(`the amount of a return must be at most 0, ${got}`);
}

/** Values cannot be found, and why. @internal */
export function cannotFindRfm(why: string): RangeError {
  return new RangeError(`Cannot find RFM values: ${why}`);
}
