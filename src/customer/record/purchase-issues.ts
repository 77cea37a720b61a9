import type { RowIssue } from "../../shared/rows.js";
import type { Purchase } from "./purchase.js";

/**
 * What is wrong with a purchase across its fields: currencies, signs, and a return of itself. In a return a quantity
 * of 0 is right: money goes back, the goods stay.
 */
export function purchaseIssues(purchase: Purchase): readonly RowIssue[] {
  const { id, lines, total, returnOf } = purchase;
  const issues: RowIssue[] = [];
  const sign = returnOf === undefined ? 1 : -1;
  const what = returnOf === undefined ? "a purchase" : "a return";
  const isPurchase = returnOf === undefined;
  const side = isPurchase ? "be above 0" : "not be above 0";
  const ceiling = returnOf === undefined ? "below 0" : "above 0";
  if (returnOf === id)
    issues.push({ path: "returnOf", message: "a purchase cannot return itself" });
  if (sign * total.amount < 0) {
    const message = `the total of ${what} must not be ${ceiling}, got ${String(total.amount)}`;
    issues.push({ path: "total.amount", message });
  }
  for (const [index, { quantity, amount }] of lines.entries()) {
    const at = `lines.${String(index)}`;
    if (!(isPurchase ? quantity > 0 : quantity <= 0)) {
      const message = `the quantity of ${what} must ${side}, got ${String(quantity)}`;
      issues.push({ path: `${at}.quantity`, message });
    }
    if (sign * amount.amount < 0) {
      const message = `the amount of ${what} must not be ${ceiling}, got ${String(amount.amount)}`;
      issues.push({ path: `${at}.amount.amount`, message });
    }
    if (amount.currency !== total.currency) {
      const message = `must be in the currency of the total, ${total.currency}, got ${amount.currency}`;
      issues.push({ path: `${at}.amount.currency`, message });
    }
  }
  return issues;
}
