// What a point buys at the most. Internal: not part of the package's surface.

import { comparePoints, exactQuotient } from "../earning/exact-points.js";
import type { ExactPoints } from "../earning/exact-points.js";
import type { LoyaltyProgramme } from "../programme/programme.js";

/**
 * Minor units of the programme's currency a point of a kind is worth at the most: what it pays or buys in vouchers
 * without a limit, else its stated value; undefined where nobody says.
 */
export function pointsWorth(programme: LoyaltyProgramme, kind: string): ExactPoints | undefined {
  const { redemption, rewards = [], kinds, currency } = programme;
  const worths: ExactPoints[] = [];
  if (redemption?.kinds.includes(kind) === true) {
    const { payment } = redemption;
    if (payment !== undefined) {
      worths.push(exactQuotient(BigInt(payment.amount), BigInt(payment.points)));
    }
    for (const reward of rewards) {
      if (reward.form !== "voucher" || reward.memberLimit !== undefined) continue;
      worths.push(exactQuotient(BigInt(reward.amount), BigInt(reward.cost)));
    }
  }
  const value = kinds.find(({ id }) => id === kind)?.value;
  if (worths.length === 0 && value?.currency === currency) {
    worths.push(exactQuotient(BigInt(value.amount), BigInt(value.points)));
  }
  return worths.toSorted((a, b) => comparePoints(b, a))[0];
}
