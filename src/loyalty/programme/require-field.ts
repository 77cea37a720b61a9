import type { Ratio } from "../../shared/money/ratio.js";

/** What the rest of a programme can refer to. */
export interface ProgrammeNames {
  /** The kinds of points. */
  readonly kinds: readonly string[];
  /** Those that only count towards a tier. */
  readonly qualifyingKinds: readonly string[];
  /** The tiers. */
  readonly tiers: readonly string[];
  /** The clubs. */
  readonly clubs: readonly string[];
  /** The campaigns. */
  readonly campaigns: readonly string[];
}

/** Refuses a field of a programme. */
export function refuseField(path: string, mustBe: string, got: unknown): never {
  const text = got === undefined ? "undefined" : JSON.stringify(got);
  throw new RangeError(`Cannot use a programme: ${path} must be ${mustBe}, got ${text}`);
}

/** Refuses what is no integer from `least` to `most`; `most` is 2^53 - 1 when absent. */
export function requireWhole(
  path: string,
  value: number,
  { least, most }: { readonly least: number; readonly most?: number },
): void {
  const isWhole = Number.isSafeInteger(value) && value >= least;
  if (isWhole && (most === undefined || value <= most)) return;
  const range =
    most === undefined
      ? `of at least ${String(least)}`
      : `from ${String(least)} to ${String(most)}`;
  // JSON has no NaN and no infinity.
  const got = typeof value === "number" ? String(value) : JSON.stringify(value);
  throw new RangeError(`Cannot use a programme: ${path} must be an integer ${range}, got ${got}`);
}

/** Refuses a number that is there and no integer from `least` on. */
export function requireWholeIfAny(path: string, value: number | undefined, least: number): void {
  if (value !== undefined) requireWhole(path, value, { least });
}

/** Refuses a text that is blank. */
export function requireName(path: string, value: string): void {
  if (typeof value !== "string" || value.trim() === "") {
    refuseField(path, "a text that is not blank", value);
  }
}

/** Refuses ids that are blank or stand twice; the path has the place of the second. */
export function requireIds(path: string, items: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    const place = `${path}[${String(index)}].id`;
    requireName(place, id);
    if (seen.has(id)) refuseField(place, "used only once", id);
    seen.add(id);
  }
}

/** Refuses a value that is none of the choices. */
export function requireChoice<Choice extends string>(
  path: string,
  value: Choice,
  choices: readonly NoInfer<Choice>[],
): void {
  if (!choices.includes(value)) refuseField(path, `one of ${choices.join(", ")}`, value);
}

/** Refuses a reference to something that is not there. */
export function requireKnown(
  path: string,
  value: string,
  { known, what }: { readonly known: readonly string[]; readonly what: string },
): void {
  if (!known.includes(value)) refuseField(path, `${what} of the programme`, value);
}

/** Refuses kinds of points that are not there, stand twice, or only count towards a tier. */
export function requireSpendableKinds(
  path: string,
  kinds: readonly string[],
  { kinds: known, qualifyingKinds }: ProgrammeNames,
): void {
  for (const [index, kind] of kinds.entries()) {
    const place = `${path}[${String(index)}]`;
    requireKnown(place, kind, { known, what: "a kind" });
    if (kinds.indexOf(kind) !== index) refuseField(place, "named only once", kind);
    if (qualifyingKinds.includes(kind)) {
      refuseField(place, "a kind that does more than count towards a tier", kind);
    }
  }
}

/** Refuses a list that is empty. */
export function requireSome(path: string, items: readonly unknown[]): void {
  if (items.length === 0) refuseField(path, "a list of at least one", items);
}

/** Refuses a fraction that is not above 0, or above the most. */
export function requireShare(path: string, ratio: Ratio, most?: 1): void {
  requireWhole(`${path}.numerator`, ratio.numerator, { least: 1 });
  requireWhole(`${path}.denominator`, ratio.denominator, { least: 1 });
  if (most !== undefined && ratio.numerator > ratio.denominator) {
    refuseField(path, "at most 1", `${String(ratio.numerator)}/${String(ratio.denominator)}`);
  }
}
