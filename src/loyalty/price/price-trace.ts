// How the final price came about. Internal: not part of the package's surface.

import type { Trace } from "../../shared/reason.js";
import type { AppliedInstrument, LineReduction, PricedLine } from "./priced-basket.js";

/** List prices, reductions and refunds: every level is the sum of its parts. */
export function priceTrace(
  lines: readonly PricedLine[],
  applied: readonly AppliedInstrument[],
): Trace {
  const listTotal = lines.reduce((sum, { listAmount }) => sum + listAmount, 0);
  const parts: readonly Trace[] = [
    {
      code: "price-list",
      value: listTotal,
      parts: lines.map(({ id, listAmount }) => ({
        ...{ code: "price-list-line", value: listAmount, params: { line: id } },
      })),
    },
    ...applied.map(({ instrument, form, granted }): Trace => ({
      code: `price-${form}`,
      value: -granted,
      params: { instrument },
      parts: lines.flatMap((line) =>
        amountsOf(line)
          .filter((one) => one.instrument === instrument)
          .map(({ amount }) => ({
            ...{ code: "price-changed-line", value: -amount, params: { line: line.id } },
          })),
      ),
    })),
  ];
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return { code: "price-in-the-end", value, parts };
}

function amountsOf({ reductions, refunds }: PricedLine): readonly LineReduction[] {
  return [...reductions, ...refunds];
}
