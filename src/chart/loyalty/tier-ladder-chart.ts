import { roundDomain } from "../frame/domain.js";
import { rowChart } from "../frame/row-chart.js";
import { figureLayer } from "../frame/row-marks.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { amountText, labelText, percentText, textWidth } from "../frame/wording.js";
import { barLayer, requireCounts } from "./bar-layer.js";

/** How many members hold a tier. */
export interface TierMembers {
  /** The tier. */
  readonly tier: string;
  /** How many, an integer of at least 0. */
  readonly members: number;
}

/**
 * How many members stand on which rung?
 *
 * A row a tier, the highest on top; its members and their share of all.
 *
 * @param tiers - The tiers with their members, the lowest first.
 * @param options - Theme, title, width, and names of the tiers.
 * @returns The specification; without members one that says so.
 * @throws RangeError when a tier is given twice, members are no integer of at least 0, or the width is below 280
 * pixels.
 * @example
 * ```ts
 * import { tierLadderChart } from "goodwill/chart";
 *
 * const chart = tierLadderChart([
 *   { tier: "bronze", members: 800 },
 *   { tier: "silver", members: 200 },
 * ]);
 * chart.title.text; // => ["20% of 1,000 members are above bronze"]
 * ```
 */
export function tierLadderChart(
  tiers: readonly TierMembers[],
  options: LabelledChartOptions = {},
): PlotSpecification {
  tiers.forEach(({ tier, members }, index) => {
    requireCounts("a tier ladder", { [`members of ${tier}`]: members });
    if (tiers.findIndex((other) => other.tier === tier) < index) {
      throw new RangeError(`Cannot draw a tier ladder: the tier "${tier}" is given twice`);
    }
  });
  const total = tiers.reduce((sum, { members }) => sum + members, 0);
  const rows = tiers.toReversed().map(({ tier, members }) => {
    const share = total === 0 ? "" : ` (${percentText(members / total)})`;
    const figure = `${amountText(members)}${share}`;
    return { id: tier, label: labelText(tier, options.labels), members, figure };
  });
  const sentences = rows.map(({ label, figure }) => `${label} ${figure}`);
  const right = 14 + Math.max(50, ...rows.map(({ figure }) => textWidth(figure, 12, "bold")));
  return rowChart(
    {
      title: titleText(rows, total),
      subtitle: "",
      description:
        total === 0
          ? "Members by tier: there are no members yet."
          : `Members by tier, the highest first: ${sentences.join("; ")}.`,
      legend: () => [],
      rows,
      rowHeight: 30,
      right,
      heading: "members",
      axisTitle: "members",
      x: roundDomain([0, ...tiers.map(({ members }) => members)]),
      layers: (plot) => [
        barLayer(
          rows.map(({ id, members }, index) => ({
            ...{ row: id, from: 0, to: members, sentence: sentences[index]! },
          })),
          { ...plot, color: plot.palette.good, aria: true },
        ),
        figureLayer(
          rows.map(({ id, figure }) => ({ row: id, figure })),
          { y: plot.y, x: plot.plotWidth + right, color: plot.palette.ink, bold: true },
        ),
      ],
    },
    options,
  );
}

function titleText(
  rows: readonly { readonly label: string; readonly members: number }[],
  total: number,
): string {
  const lowest = rows.at(-1);
  if (lowest === undefined || total === 0) return "There are no members";
  const above = (total - lowest.members) / total;
  return `${percentText(above)} of ${amountText(total)} members are above ${lowest.label}`;
}
