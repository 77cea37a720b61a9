// The expected share of a vintage. Internal: not part of the package's surface.

import type { PlainDate } from "../../shared/time/plain-date.js";
import { addFractions, decimalFraction } from "./exact-fraction.js";
import type { ExactFraction } from "./exact-fraction.js";
import type { ExpectedRedemption } from "./expected-redemption.js";
import { monthsApart } from "./points-vintage.js";

/** Points of a vintage. */
interface VintagePoints {
  readonly vintage: PlainDate;
  readonly issued: number;
  readonly redeemed: number;
  readonly outstanding: number;
}

/** The exact share of the outstanding points of a vintage that is expected to be redeemed. */
export function expectedShareOf(
  expected: ExpectedRedemption,
  {
    points: { vintage, issued, redeemed, outstanding },
    today,
  }: { readonly points: VintagePoints; readonly today: PlainDate },
): ExactFraction {
  switch (expected.form) {
    case "fixed":
      return decimalFraction(expected.share);
    case "by-age": {
      const months = monthsApart(vintage, today);
      const step = expected.steps.findLast(({ fromMonths }) => fromMonths <= months);
      return decimalFraction(step!.share);
    }
    case "of-issued": {
      const { numerator, denominator } = decimalFraction(expected.share);
      const all = { numerator: numerator * BigInt(issued), denominator };
      const more = addFractions(all, { numerator: -BigInt(redeemed), denominator: 1n });
      if (more.numerator <= 0n) return { numerator: 0n, denominator: 1n };
      const whole = BigInt(outstanding) * more.denominator;
      return more.numerator >= whole
        ? { numerator: 1n, denominator: 1n }
        : { numerator: more.numerator, denominator: whole };
    }
  }
}

/** Throws unless the shares lie between 0 and 1 and the steps begin at 0 and ascend. */
export function requireExpectedRedemption(expected: ExpectedRedemption): void {
  const shares =
    expected.form === "by-age" ? expected.steps.map(({ share }) => share) : [expected.share];
  for (const share of shares) {
    if (share >= 0 && share <= 1) continue;
    throw new RangeError(
      `Cannot tell the points liability: an expected share must lie between 0 and 1, got ${String(share)}`,
    );
  }
  if (expected.form !== "by-age") return;
  const ages = expected.steps.map(({ fromMonths }) => fromMonths);
  const isAscending = ages.every(
    (age, index) => Number.isSafeInteger(age) && (index === 0 ? age === 0 : age > ages[index - 1]!),
  );
  if (ages.length > 0 && isAscending) return;
  throw new RangeError(
    `Cannot tell the points liability: the steps must begin at 0 months and ascend, got ${JSON.stringify(ages)}`,
  );
}
