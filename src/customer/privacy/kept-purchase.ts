import type { Purchase } from "../record/purchase.js";
import type { Erasure } from "./erasure.js";
import { withoutIdentity } from "./erasure.js";
import { isWithinTerm } from "./retention.js";

/** The purchases within their term, without what would give the customer away. */
export function keptPurchases(
  purchases: readonly Purchase[],
  erasure: Erasure,
): readonly Purchase[] {
  const { asOf, policy } = erasure;
  const { purchaseYears: years, timeZone } = policy;
  const clean = (text: string): string => withoutIdentity(text, erasure);
  return purchases
    .filter(({ at }) => isWithinTerm(at, { years, asOf, timeZone }))
    .map(({ id, at, lines, total, channel, touchpoint, returnOf }) => ({
      id: clean(id),
      customer: erasure.as,
      at,
      lines: lines.map(({ product, category, quantity, amount }) => ({
        product: clean(product),
        ...(category !== undefined && { category: clean(category) }),
        quantity,
        amount,
      })),
      total,
      ...(channel !== undefined && { channel: clean(channel) }),
      ...(touchpoint !== undefined && { touchpoint: clean(touchpoint) }),
      ...(returnOf !== undefined && { returnOf: clean(returnOf) }),
    }));
}
