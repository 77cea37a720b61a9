import { requireOpportunityHistory, MOST_OPPORTUNITIES } from "./bg-bb/opportunity-history.js";
import type { BuyingModel } from "./buying-model.js";
import { LONGEST_TIME, requireHistory } from "./history-check.js";
import type { PurchaseHistory } from "./purchase-history.js";

/** Throws unless the model has a known kind and parameters above 0, and the history is one of its sort. @internal */
export function requirePrediction(
  model: BuyingModel,
  history: PurchaseHistory,
  task: string,
): void {
  if (!hasParameters(model)) throw parameterFault(model, task);
  requireHistory(history, task);
  if (model.kind === "bg-bb") requireOpportunityHistory(history, task);
}

/** Throws unless a span of time to come is a number of at least 0, whole for opportunities. @internal */
export function requireWithin(
  { kind }: BuyingModel,
  { within, task }: { readonly within: number; readonly task: string },
): void {
  if (kind === "bg-bb") {
    if (Number.isInteger(within) && within >= 0 && within <= MOST_OPPORTUNITIES) return;
    throw new RangeError(
      `Cannot ${task}: the span must be a whole number of 0 to 1,000,000 opportunities, got ${String(within)}`,
    );
  }
  if (typeof within === "number" && within >= 0 && within <= LONGEST_TIME) return;
  throw new RangeError(
    `Cannot ${task}: the span must be a number of 0 to 1e15, got ${String(within)}`,
  );
}

/**
 * Field by field: predictions are made by the million, and reading a field by a computed name takes ten times as long.
 */
function hasParameters({ kind, parameters }: BuyingModel): boolean {
  if (typeof parameters !== "object" || parameters === null) return false;
  switch (kind) {
    case "bg-nbd":
    case "mbg-nbd":
      return (
        isShape(parameters.r) &&
        isScale(parameters.alpha) &&
        isShape(parameters.a) &&
        isShape(parameters.b)
      );
    case "pareto-nbd":
      return (
        isShape(parameters.r) &&
        isScale(parameters.alpha) &&
        isShape(parameters.s) &&
        isScale(parameters.beta)
      );
    case "bg-bb":
      return (
        isShape(parameters.alpha) &&
        isShape(parameters.beta) &&
        isShape(parameters.gamma) &&
        isShape(parameters.delta)
      );
    default:
      return false;
  }
}

/** A shape beyond these is that of customers who are all alike, or of nobody; no fit comes near them. */
const SHAPES = { least: 1e-12, most: 1e12 };

/** A scale is a time, in any unit. */
const SCALES = { least: 1e-30, most: 1e30 };

function isShape(value: number): boolean {
  return typeof value === "number" && value >= SHAPES.least && value <= SHAPES.most;
}

function isScale(value: number): boolean {
  return typeof value === "number" && value >= SCALES.least && value <= SCALES.most;
}

const PARAMETERS: Readonly<Record<BuyingModel["kind"], readonly string[]>> = {
  "bg-nbd": ["r", "alpha", "a", "b"],
  "mbg-nbd": ["r", "alpha", "a", "b"],
  "pareto-nbd": ["r", "alpha", "s", "beta"],
  "bg-bb": ["alpha", "beta", "gamma", "delta"],
};

/** Parameters that are times; the others are shapes. */
const TIMES: readonly string[] = [
  "bg-nbd alpha",
  "mbg-nbd alpha",
  "pareto-nbd alpha",
  "pareto-nbd beta",
];

function parameterFault(model: BuyingModel, task: string): Error {
  const { kind, parameters } = model as { readonly kind: string; readonly parameters: unknown };
  const names = Object.hasOwn(PARAMETERS, kind) ? PARAMETERS[kind as BuyingModel["kind"]] : [];
  if (names.length === 0) {
    const kinds = Object.keys(PARAMETERS).join(", ");
    return new TypeError(`Cannot ${task}: the kind of model must be one of ${kinds}, got ${kind}`);
  }
  if (typeof parameters !== "object" || parameters === null) {
    return new TypeError(
      `Cannot ${task}: the model must have parameters ${names.join(", ")}, got ${String(parameters)}`,
    );
  }
  const values = parameters as Readonly<Record<string, number>>;
  const boundsOf = (name: string) => (TIMES.includes(`${kind} ${name}`) ? SCALES : SHAPES);
  const isFit = (name: string): boolean =>
    boundsOf(name) === SCALES ? isScale(values[name]!) : isShape(values[name]!);
  const name = names.find((one) => !isFit(one))!;
  const { least, most } = boundsOf(name);
  return new RangeError(
    `Cannot ${task}: the parameter ${name} must be a number above 0, from ${least.toExponential()} to ${most.toExponential()}, got ${String(values[name])}`,
  );
}
