import type { CauseShare } from "../../service/complaint/cause-share.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { amountText, labelText, percentText } from "../frame/wording.js";
import { requireFigure, requireOnce } from "../value/required-figures.js";

const TASK = "shares of causes";

/** More rows make a chart too high: then the rest stands in one. @internal */
export const MOST_CAUSE_ROWS = 15;

/** What stands for a cause not found out yet. @internal */
export const UNKNOWN_CAUSE = "unknown";

/** One row of the chart. @internal */
export interface CauseRow {
  readonly row: string;
  readonly label: string;
  readonly kind: "few" | "other" | "unknown";
  /** Of all and with those before it, in percent. */
  readonly share: number;
  readonly cumulative: number;
  readonly figure: string;
  readonly sentence: string;
}

/** Throws unless the shares are such as a count of complaints has. @internal */
export function requireCauseShares(shares: readonly CauseShare[]): void {
  shares.forEach(({ cause, count, share, cumulativeShare }, index) => {
    requireFigure(count, { task: TASK, name: `count of ${cause}`, least: 0, whole: true });
    requireFigure(share, { task: TASK, name: `share of ${cause}`, least: 0, most: 1 });
    const least = shares[index - 1]?.cumulativeShare ?? 0;
    const name = `cumulativeShare of ${cause}`;
    requireFigure(cumulativeShare, { task: TASK, name, least, most: 1 });
  });
  requireOnce(
    shares.map(({ cause }) => cause),
    { task: TASK, what: "the cause" },
  );
}

/** The rows: the most frequent, the rest, and what is not known. @internal */
export function causeRows(
  shares: readonly CauseShare[],
  {
    few,
    by,
    options: { labels },
  }: { readonly few: number; readonly by: string; readonly options: LabelledChartOptions },
): CauseRow[] {
  const known = shares.filter(({ cause }) => cause !== UNKNOWN_CAUSE);
  const isLong = shares.length > MOST_CAUSE_ROWS;
  const own = isLong ? known.slice(0, MOST_CAUSE_ROWS - 2) : known;
  const rest = known.slice(own.length);
  const sum = (field: "count" | "share"): number =>
    rest.reduce((total, one) => total + one[field], 0);
  const drawn = [
    ...own.map((one, index) => ({
      ...one,
      kind: index < few ? ("few" as const) : ("other" as const),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            ...{ cause: `${amountText(rest.length)} more ${by}s`, count: sum("count") },
            ...{ share: sum("share"), cumulativeShare: rest.at(-1)!.cumulativeShare },
            kind: "other" as const,
          },
        ]),
    ...shares
      .filter(({ cause }) => cause === UNKNOWN_CAUSE)
      .map((one) => ({ ...one, kind: "unknown" as const })),
  ];
  return drawn.map(({ cause, count, share, cumulativeShare, kind }, index) => {
    const label = labelText(cause, labels);
    const sumText = percentText(cumulativeShare);
    return {
      // The line through the points runs in the order of the alphabet.
      ...{ row: String(index).padStart(2, "0"), label, kind },
      ...{ share: 100 * share, cumulative: 100 * cumulativeShare },
      figure: `${amountText(count)}, ${sumText}`,
      sentence: `${label} ${amountText(count)} (${percentText(share)}), in all ${sumText}`,
    };
  });
}
