/** A number as written in decimals: `units / 10 ** places`. */
interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/**
 * What a number says when it is written down, exactly: 0.85 is 85 hundredths, though no double is.
 *
 * @internal
 */
export function exactDecimal(value: number): Decimal {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const places = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 };
}

/** The product of numbers, exactly, in units of `10 ** -places`; `places` must be enough. @internal */
export function exactProduct(values: readonly number[], places: number): bigint {
  let units = 1n;
  let left = places;
  for (const value of values) {
    const decimal = exactDecimal(value);
    units *= decimal.units;
    left -= decimal.places;
  }
  return units * 10n ** BigInt(left);
}

/** How many decimal places the product of numbers may have. @internal */
export function productPlaces(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + exactDecimal(value).places, 0);
}

/** So many digits beyond the point that the nearest number is found, or nearly so. */
const DIGITS = 40;

/** A fraction of whole numbers as a number; the denominator is above 0. @internal */
export function fractionNumber(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n) return -fractionNumber(-numerator, denominator);
  const rest = ((numerator % denominator) * 10n ** BigInt(DIGITS)) / denominator;
  return Number(`${String(numerator / denominator)}.${String(rest).padStart(DIGITS, "0")}`);
}
