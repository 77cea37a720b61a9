import { compareText } from "../../shared/text-order.js";
import type { AttributionAccumulator } from "./attribution-accumulator.js";
import type { Attribution, AttributionCredit, AttributionModel } from "./attribution.js";
import { inOrder } from "./markov-sums.js";
import { removalEffects } from "./removal-effect.js";
import { totalOf } from "./steady-sum.js";

/** What one touchpoint is credited with, before shares. */
type RawCredit = Omit<AttributionCredit, "share">;

/** The attribution of one model, from the sums. */
export function attributionOf(
  accumulator: AttributionAccumulator,
  { model, order }: { readonly model: AttributionModel; readonly order: number },
): Attribution {
  const { conversions, value, paths } = accumulator;
  const raw =
    model === "markov" ? markovCredits(accumulator, order) : sumCredits(accumulator, model);
  return {
    model,
    ...(model === "markov" && { order }),
    conversions,
    value,
    paths,
    credits: raw
      .map((credit) => ({
        touchpoint: credit.touchpoint,
        conversions: credit.conversions,
        value: credit.value,
        ...(conversions > 0 && { share: credit.conversions / conversions }),
        ...(credit.removalEffect !== undefined && { removalEffect: credit.removalEffect }),
        ...(credit.valueRemovalEffect !== undefined && {
          valueRemovalEffect: credit.valueRemovalEffect,
        }),
      }))
      .sort((a, b) => b.conversions - a.conversions || compareText(a.touchpoint, b.touchpoint)),
  };
}

function sumCredits(
  { touchpoints, credits }: AttributionAccumulator,
  model: AttributionModel,
): RawCredit[] {
  const sums = credits[model]!;
  return touchpoints.map((touchpoint, number) => ({
    touchpoint,
    conversions: totalOf(sums.conversions, number),
    value: totalOf(sums.values, number),
  }));
}

/** Shares conversions and value in proportion to the removal effects of each. */
function markovCredits(
  { touchpoints, markov, conversions, value }: AttributionAccumulator,
  order: number,
): RawCredit[] {
  // In the order of names, so that the same counts give the same figures, whatever the order of the rows.
  const names = touchpoints.toSorted(compareText);
  const places = new Map(names.map((name, place) => [name, place]));
  const sums = inOrder(
    markov!,
    touchpoints.map((name) => places.get(name)!),
  );
  const effects = removalEffects(sums, { order, touchpoints: names.length });
  const all = sumOf(effects.conversions);
  const allValue = sumOf(effects.values);
  return names.map((touchpoint, number) => {
    const removalEffect = effects.conversions[number]!;
    const valueRemovalEffect = effects.values[number]!;
    return {
      touchpoint,
      conversions: all > 0 ? (removalEffect / all) * conversions : 0,
      value: allValue > 0 ? (valueRemovalEffect / allValue) * value : 0,
      ...(all > 0 && { removalEffect }),
      ...(allValue > 0 && { valueRemovalEffect }),
    };
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
