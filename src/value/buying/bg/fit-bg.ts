import { maximiseLikelihood } from "../../fitting/maximise-likelihood.js";
import type { FitOptions, FitReport } from "../../fitting/model-fit.js";
import { historyCells } from "../history-cells.js";
import type { PurchaseCell, PurchaseHistory } from "../purchase-history.js";
import { bgLikelihood } from "./bg-likelihood.js";
import type { BgParameters } from "./bg-model.js";

const NAMES = ["r", "alpha", "a", "b"] as const;

/**
 * In mean ages: buyers of the common sort, all alike, rare ones who stay, frequent ones who soon leave, and such of
 * whom some leave at once and the rest never do.
 */
const STARTS = [
  [0.3, 0.15, 0.8, 2.5],
  [1, 1, 1, 1],
  [0.1, 0.05, 0.1, 1],
  [3, 0.3, 3, 3],
  [0.5, 0.3, 0.001, 0.01],
];

/** The fit of both models: what they share is everything but the first chance to leave. @internal */
export function fitBg(
  rows: Iterable<PurchaseHistory | PurchaseCell>,
  options: FitOptions & { readonly model: string; readonly firstChance: 0 | 1 },
): FitReport<BgParameters> & { readonly parameters: BgParameters } {
  const { model, firstChance } = options;
  const cells = historyCells(rows, `fit ${model}`);
  const { customers, purchases, timeUnit } = cells;
  const { at, logLikelihood, standardErrors, ...found } = maximiseLikelihood(
    {
      ...{ model, names: NAMES, starts: STARTS, customers },
      ...bgLikelihood(cells, { firstChance }),
    },
    options,
  );
  return {
    parameters: named(at, timeUnit),
    // A density of times measured in mean ages becomes one in the unit of the rows.
    logLikelihood: logLikelihood - purchases * Math.log(timeUnit),
    ...(standardErrors && { standardErrors: named(standardErrors, timeUnit) }),
    ...found,
    customers,
    cells: cells.count.length,
  };
}

function named(at: readonly number[], timeUnit: number): BgParameters {
  const [r, alpha, a, b] = at as readonly [number, number, number, number];
  return { r, alpha: alpha * timeUnit, a, b };
}
