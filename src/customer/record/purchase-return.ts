import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PurchaseFinding } from "./purchase-finding.js";
import type { Purchase } from "./purchase.js";

/** Quantities are sums of decimals: what they differ by in the last digits is no difference. */
const QUANTITY_TOLERANCE_SHARE = 1e-9;

interface Row {
  readonly index: number;
  readonly purchase: Purchase;
}

/** A purchase proper with what its returns have left of it. */
export interface OpenPurchase {
  readonly purchase: Purchase;
  /** What is left, by product. */
  readonly quantities: Map<string, number>;
  /** Ids of the returns that fit, in the order of time. */
  readonly returns: string[];
  /** Minor units given back. */
  returned: number;
}

/** Purchases proper with their returns, and the rows that do not fit. */
export interface PurchaseReturns {
  /** Purchases proper, in the order of time. */
  readonly purchases: readonly OpenPurchase[];
  /** All that fits: the purchases proper, then the returns. */
  readonly fitting: readonly Purchase[];
  /** What does not fit, in the order given. */
  readonly findings: readonly PurchaseFinding[];
}

/**
 * The one rule by which a return is set against its purchase: whoever asks what was bought and kept asks here. Sums
 * over purchases are not made, so that no amount is too large.
 *
 * @internal
 */
export function setReturns(
  purchases: Iterable<Purchase>,
  { asOf }: { readonly asOf: Instant },
): PurchaseReturns {
  const findings: PurchaseFinding[] = [];
  const returns: Row[] = [];
  const returnIds = new Set<string>();
  const open = new Map<string, OpenPurchase>();
  for (const row of firstOfEachId(purchases, { asOf, findings })) {
    const { purchase } = row;
    if (purchase.returnOf === undefined) open.set(purchase.id, opened(purchase));
    else {
      returns.push(row);
      returnIds.add(purchase.id);
    }
  }
  const fitting: Purchase[] = [...open.values()].map(({ purchase }) => purchase);
  for (const { index, purchase } of returns) {
    const original = open.get(purchase.returnOf ?? "");
    const reasons = misfits(purchase, { original, returnIds });
    if (reasons.length > 0 || original === undefined) findings.push({ index, purchase, reasons });
    else {
      fitting.push(purchase);
      giveBack(original, purchase);
    }
  }
  return {
    purchases: [...open.values()],
    fitting,
    findings: findings.toSorted((a, b) => a.index - b.index),
  };
}

/** Whether something of a purchase was kept: of some product not everything was given back. */
export function isKept({ quantities }: OpenPurchase): boolean {
  return [...quantities.values()].some((left) => left > QUANTITY_TOLERANCE_SHARE);
}

/** The rows in the order of time, each id once; the others become findings. */
function firstOfEachId(
  purchases: Iterable<Purchase>,
  { asOf, findings }: { readonly asOf: Instant; readonly findings: PurchaseFinding[] },
): Row[] {
  const rows: Row[] = [];
  let index = 0;
  for (const purchase of purchases) {
    if (purchase.at <= asOf) rows.push({ index, purchase });
    index += 1;
  }
  rows.sort((a, b) => compare(a.purchase, b.purchase) || a.index - b.index);
  const first = new Map<string, number>();
  return rows.filter((row) => {
    const { id } = row.purchase;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, row.index);
      return true;
    }
    const reasons = [{ code: "purchase-given-twice", params: { id, first: earlier } }];
    findings.push({ ...row, reasons });
    return false;
  });
}

function compare(a: Purchase, b: Purchase): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

function opened(purchase: Purchase): OpenPurchase {
  return { purchase, quantities: quantitiesOf(purchase), returns: [], returned: 0 };
}

function quantitiesOf({ lines }: Purchase): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const { product, quantity } of lines) {
    quantities.set(product, (quantities.get(product) ?? 0) + quantity);
  }
  return quantities;
}

function misfits(
  given: Purchase,
  {
    original,
    returnIds,
  }: { readonly original: OpenPurchase | undefined; readonly returnIds: ReadonlySet<string> },
): Reason[] {
  const { id, returnOf = "", customer, at, total } = given;
  if (original === undefined) {
    const code = returnIds.has(returnOf) ? "return-of-return" : "return-of-unknown-purchase";
    return [{ code, params: { id, returnOf } }];
  }
  const { purchase, returned } = original;
  const reasons: Reason[] = [];
  if (customer !== purchase.customer) {
    const params = { id, returnOf, customer, other: purchase.customer };
    reasons.push({ code: "return-of-other-customer", params });
  }
  if (at < purchase.at) {
    const params = { id, returnOf, at, purchasedAt: purchase.at };
    reasons.push({ code: "return-before-purchase", params });
  }
  const { currency } = purchase.total;
  if (total.currency !== currency) {
    const params = { id, returnOf, currency: total.currency, other: currency };
    reasons.push({ code: "return-in-other-currency", params });
  } else if (returned - total.amount > purchase.total.amount) {
    const left = purchase.total.amount - returned;
    const params = { id, returnOf, amount: 0 - total.amount, left, currency };
    reasons.push({ code: "return-exceeds-amount", params });
  }
  for (const [product, quantity] of quantitiesOf(given)) {
    const left = original.quantities.get(product) ?? 0;
    if (-quantity > left * (1 + QUANTITY_TOLERANCE_SHARE) + QUANTITY_TOLERANCE_SHARE) {
      const params = { id, returnOf, product, quantity: -quantity, left };
      reasons.push({ code: "return-exceeds-quantity", params });
    }
  }
  return reasons;
}

function giveBack(original: OpenPurchase, given: Purchase): void {
  original.returned -= given.total.amount;
  original.returns.push(given.id);
  for (const [product, quantity] of quantitiesOf(given)) {
    original.quantities.set(product, (original.quantities.get(product) ?? 0) + quantity);
  }
}
