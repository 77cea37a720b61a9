import type { Reason } from "../../shared/reason.js";
import { ok, refuse } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { requireOneToOneFigures, requireOneToOnePolicy } from "./one-to-one-check.js";
import type { OneToOneFigures, OneToOnePolicy } from "./one-to-one-figures.js";

/** The one-to-one classes from the best to the worst; what a downgrade is follows from this order. */
export const ONE_TO_ONE_CLASSES = [
  "super-growth",
  "most-valuable",
  "most-growable",
  "low-maintenance",
  "below-zero",
] as const;

/**
 * What a customer is to the firm:
 *
 * - `super-growth`: valuable, and with high potential as well.
 * - `most-valuable` (MVC): valuable now; to be kept.
 * - `most-growable` (MGC): not valuable yet, but with high potential; to be grown.
 * - `low-maintenance`: neither, but worth serving in an inexpensive way.
 * - `below-zero` (BZ): even with all its potential it would bring less than it costs.
 */
export type OneToOneClass = (typeof ONE_TO_ONE_CLASSES)[number];

/** What a customer was before. */
export interface OneToOneBefore {
  /** Its class then. */
  readonly class: OneToOneClass;
  /** Its figures then; absent when they were not kept. */
  readonly figures?: OneToOneFigures;
}

/** By which bounds a customer is classed, and what is known of its past. */
export interface OneToOneClassOptions {
  /** The bounds; {@link oneToOnePolicyOf} finds them from a base. */
  readonly policy: OneToOnePolicy;
  /** What it was before; absent for a customer who is classed for the first time. */
  readonly before?: OneToOneBefore;
  /** Why the class falls, in words, where the figures do not explain it. */
  readonly explanation?: string;
}

/** What a customer is to the firm, and why. */
export interface OneToOneFinding {
  /** The class. */
  readonly class: OneToOneClass;
  /** Present value less cost to serve, in minor units. */
  readonly net: number;
  /** Net value with all the potential, in minor units. */
  readonly prospect: number;
  /** A small customer that may become a large one: not valuable yet, but it could be. */
  readonly growthFlag: boolean;
  /** Always `true`: no class takes a customer's basic service away. */
  readonly basicService: true;
  /** Against the class before. */
  readonly change: "first" | "same" | "upgrade" | "downgrade";
  /** Why, in the order of the rules; a downgrade with the facts that explain it. */
  readonly reasons: readonly Reason[];
}

/** The class would fall, and nothing explains it. */
export interface UnexplainedDowngrade {
  /** Names the refusal. */
  readonly code: "unexplained-downgrade";
  /** The class before. */
  readonly from: OneToOneClass;
  /** The class by the figures of now. */
  readonly to: OneToOneClass;
}

/**
 * Is this customer most valuable, most growable, or one that costs more than it can ever bring (VAL-2)?
 *
 * Net value is present value less cost to serve. The rules in order: below zero when net value and potential together
 * are below 0; super-growth when net value and potential both reach their bounds; most valuable when net value does,
 * most growable when potential does; else low-maintenance. A bound that is met counts as reached.
 *
 * Three guards: basic service stays, whatever the class. A class below the one before needs an explanation: either the
 * figures before, by the same bounds, belonged to a better class, so that what fell since explains it; or words of the
 * caller. Without one the downgrade is refused. And a customer that is not valuable yet is flagged when its potential
 * is high or would make it valuable: today's small customer may be tomorrow's large one.
 *
 * @remarks Peppers and Rogers (1993, The One to One Future) and (2011, Managing Customer Relationships, second
 * edition, chapter 5), whose five classes these are; the bounds and the guards are ours.
 * @param figures - Present value, potential and cost to serve.
 * @param options - The bounds, what it was before, and why the class may fall.
 * @returns The class with reasons; a refusal for a downgrade that nothing explains.
 * @throws RangeError when a figure is no number, potential or cost is below 0, or a bound is not above 0.
 * @example
 * ```ts
 * import { oneToOneClass } from "goodwill/value";
 *
 * const policy = { highValue: 100_000, highPotential: 50_000 };
 * const figures = { presentValue: 20_000, potential: 90_000, costToServe: 5_000 };
 * const finding = oneToOneClass(figures, { policy });
 * finding.ok && [finding.value.class, finding.value.growthFlag]; // => ["most-growable", true]
 * oneToOneClass(figures, { policy, before: { class: "most-valuable" } });
 * // => { ok: false, error: { code: "unexplained-downgrade", from: "most-valuable", to: "most-growable" } }
 * ```
 */
export function oneToOneClass(
  figures: OneToOneFigures,
  { policy, before, explanation }: OneToOneClassOptions,
): Result<OneToOneFinding, UnexplainedDowngrade> {
  requireOneToOnePolicy(policy);
  requireOneToOneFigures(figures);
  if (before?.figures !== undefined) requireOneToOneFigures(before.figures);
  const found = classOf(figures, policy);
  const change = changeOf(found, before);
  const explained =
    change === "downgrade" && before !== undefined
      ? explainDowngrade(found, { before, figures, policy, explanation })
      : [];
  if (change === "downgrade" && before !== undefined && explained.length === 0) {
    return refuse({ code: "unexplained-downgrade", from: before.class, to: found });
  }
  const net = netOf(figures);
  const prospect = net + figures.potential;
  const growthFlag =
    net < policy.highValue &&
    found !== "below-zero" &&
    (figures.potential >= policy.highPotential || prospect >= policy.highValue);
  const reasons: Reason[] = [
    { code: `one-to-one-${found}`, params: { net, potential: figures.potential, ...policy } },
    ...explained,
  ];
  if (growthFlag) reasons.push({ code: "growth-potential", params: { net, prospect } });
  if (change === "downgrade" || found === "below-zero") {
    reasons.push({ code: "basic-service-stays", params: { class: found } });
  }
  return ok({ class: found, net, prospect, growthFlag, basicService: true, change, reasons });
}

function netOf({ presentValue, costToServe }: OneToOneFigures): number {
  return presentValue - costToServe;
}

function classOf(figures: OneToOneFigures, policy: OneToOnePolicy): OneToOneClass {
  const net = netOf(figures);
  const { potential } = figures;
  if (net + potential < 0) return "below-zero";
  const isGrowable = potential >= policy.highPotential;
  if (net >= policy.highValue) return isGrowable ? "super-growth" : "most-valuable";
  return isGrowable ? "most-growable" : "low-maintenance";
}

function changeOf(
  found: OneToOneClass,
  before: OneToOneBefore | undefined,
): OneToOneFinding["change"] {
  if (before === undefined) return "first";
  const steps = placeOf(found) - placeOf(before.class);
  if (steps === 0) return "same";
  return steps > 0 ? "downgrade" : "upgrade";
}

function placeOf(name: OneToOneClass): number {
  const place = ONE_TO_ONE_CLASSES.indexOf(name);
  if (place >= 0) return place;
  throw new RangeError(`Cannot class a customer: there is no class before, got ${name}`);
}

/** What fell since the figures of a better class, and the words given; empty when nothing explains the downgrade. */
function explainDowngrade(
  found: OneToOneClass,
  facts: {
    readonly before: OneToOneBefore;
    readonly figures: OneToOneFigures;
    readonly policy: OneToOnePolicy;
    readonly explanation: string | undefined;
  },
): Reason[] {
  const { before, figures, policy, explanation } = facts;
  const reasons: Reason[] = [];
  const past = before.figures;
  // Figures explain a fall only where they alone, by the bounds of now, account for it: bounds may have moved too.
  if (past !== undefined && placeOf(classOf(past, policy)) < placeOf(found)) {
    for (const [name, code] of WORSENED) {
      const [was, is] = [past[name], figures[name]];
      const isWorse = name === "costToServe" ? is > was : is < was;
      if (isWorse) reasons.push({ code, params: { was, is } });
    }
  }
  if (explanation !== undefined && explanation.trim() !== "") {
    reasons.push({ code: "downgrade-explained", params: { explanation } });
  }
  return reasons;
}

const WORSENED = [
  ["presentValue", "present-value-fell"],
  ["potential", "potential-fell"],
  ["costToServe", "cost-to-serve-rose"],
] as const;
