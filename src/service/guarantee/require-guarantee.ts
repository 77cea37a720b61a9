// What a guarantee must be. Internal: not part of the package's surface.

import { money } from "../../shared/money/money.js";
import type { Money } from "../../shared/money/money.js";
import { assertRatio } from "../../shared/money/division.js";
import type { GuaranteeRemedy, ServiceGuarantee } from "./service-guarantee.js";

/** Throws where a guarantee is not valid. */
export function requireGuarantee(task: string, guarantee: ServiceGuarantee): void {
  const { id, graceMinutes, steps, caps = {} } = guarantee;
  const fail = (what: string): RangeError =>
    new RangeError(`Cannot ${task}: guarantee ${id} ${what}`);
  if (!(graceMinutes >= 0 && graceMinutes < Infinity)) {
    throw fail(`must have graceMinutes of at least 0, got ${String(graceMinutes)}`);
  }
  if (steps.length === 0) throw fail("must have a step, got none");
  let before = -1;
  for (const { laterThanMinutes, remedies } of steps) {
    if (!(laterThanMinutes > before && laterThanMinutes >= 0 && laterThanMinutes < Infinity)) {
      throw fail(
        `must have steps from 0 minutes on, the least first, got ${String(laterThanMinutes)}`,
      );
    }
    before = laterThanMinutes;
    if (remedies.length === 0) {
      throw fail(
        `must have a remedy in each step, got none later than ${laterThanMinutes} minutes`,
      );
    }
    for (const remedy of remedies) requireRemedy(task, remedy);
  }
  for (const cap of [caps.perCase, caps.perPeriod]) {
    if (cap !== undefined) requireGuaranteeAmount(task, { name: "a cap", least: 0, value: cap });
  }
}

/** Throws unless an amount is money of at least so many minor units. */
export function requireGuaranteeAmount(
  task: string,
  { name, least, value }: { readonly name: string; readonly least: number; readonly value: Money },
): void {
  if (money(value.amount, value.currency).amount >= least) return;
  throw new RangeError(
    `Cannot ${task}: ${name} must be at least ${least} minor units, got ${value.amount}`,
  );
}

function requireRemedy(task: string, remedy: GuaranteeRemedy): void {
  switch (remedy.kind) {
    case "refund-share": {
      assertRatio(task, remedy.share);
      const { numerator, denominator } = remedy.share;
      if (numerator >= 1 && numerator <= denominator) return;
      throw new RangeError(
        `Cannot ${task}: a share must be above 0 to 1, got ${numerator} of ${denominator}`,
      );
    }
    case "refund":
    case "credit":
      requireGuaranteeAmount(task, { name: `a ${remedy.kind}`, least: 1, value: remedy.amount });
      return;
    case "points":
      if (Number.isSafeInteger(remedy.points) && remedy.points >= 1) return;
      throw new RangeError(
        `Cannot ${task}: points must be a whole number of at least 1, got ${String(remedy.points)}`,
      );
  }
}
