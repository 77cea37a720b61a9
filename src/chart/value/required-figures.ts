/** What a figure of a chart must be. @internal */
export interface FigureBounds {
  /** What is drawn, such as `a survival curve`. */
  readonly task: string;
  /** Where the figure stands, such as `points[0].time`. */
  readonly name: string;
  /** Any smaller figure is taken where absent. */
  readonly least?: number;
  /** Any larger figure is taken where absent. */
  readonly most?: number;
  readonly whole?: boolean;
}

/** Sums of shares miss 1 by this much at most. */
const ROUNDING = 1e-9;

/** Throws unless a figure is finite and lies within its bounds. @internal */
export function requireFigure(value: number, bounds: FigureBounds): void {
  const { task, name, least, most, whole = false } = bounds;
  const isKind = whole ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (isKind && value >= (least ?? -Infinity) - ROUNDING && value <= (most ?? Infinity) + ROUNDING)
    return;
  const ends =
    most === undefined
      ? `of at least ${String(least)}`
      : `from ${String(least)} to ${String(most)}`;
  const kind = `${whole ? "whole" : "finite"} number`;
  throw new RangeError(
    `Cannot draw ${task}: ${name} must be a ${kind}${least === undefined ? "" : ` ${ends}`}, got ${String(value)}`,
  );
}

/** Throws where the same thing is given twice. @internal */
export function requireOnce(
  keys: readonly string[],
  { task, what }: { readonly task: string; readonly what: string },
): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw new RangeError(`Cannot draw ${task}: ${what} ${key} is given twice`);
    seen.add(key);
  }
}
