import type { KeyProbability } from "../../experience/gap/key-probability.js";
import { shareBars } from "../frame/share-bars.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { amountText, labelText, percentText } from "../frame/wording.js";

/** The rows for resamples without a key experience; ids that no factor has. */
const NONE = "\u0000none";

const UNDECIDED = "\u0000undecided";

/**
 * How sure is the choice of the key experience?
 *
 * A bar a factor: the share of the resamples in which it is the key experience, the largest first; equal shares stay
 * in the study's order. Where in some resamples no factor fell short, or unstated importances left it open, a bar at
 * the end says so.
 *
 * @param probability - The result of `keyProbability`.
 * @param options - Theme, title, width, and names of the factors.
 * @returns The specification.
 * @throws RangeError when the width is below 280 pixels.
 * @example
 * ```ts
 * import { keyProbabilityChart } from "goodwill/chart";
 *
 * const factors = [
 *   { factor: "price", keyShare: 0.12 },
 *   { factor: "convenience", keyShare: 0.88 },
 * ];
 * const undecided = { noneShare: 0, undecidedShare: 0 };
 * const chart = keyProbabilityChart({ respondents: 240, resamples: 2000, factors, ...undecided });
 * chart.description.slice(-29); // => ": convenience 88%, price 12%."
 * ```
 */
export function keyProbabilityChart(
  probability: KeyProbability,
  options: LabelledChartOptions = {},
): PlotSpecification {
  const { factors, noneShare, undecidedShare } = probability;
  const drawn = `${amountText(probability.resamples)} resamples of ${amountText(probability.respondents)} respondents`;
  const sorted = factors.toSorted((a, b) => b.keyShare - a.keyShare);
  const largest = sorted[0]?.keyShare ?? 0;
  const bars = [
    ...sorted.map(({ factor, keyShare }) => ({
      id: factor,
      label: labelText(factor, options.labels),
      share: keyShare,
      highlighted: keyShare === largest && keyShare > 0,
    })),
    ...[
      { id: NONE, label: "no factor falls short", share: noneShare, highlighted: false },
      { id: UNDECIDED, label: "undecided", share: undecidedShare, highlighted: false },
    ].filter(({ share }) => share > 0),
  ];
  const sentence = (label: string, share: number): string => `${label} ${percentText(share)}`;
  return shareBars(
    {
      title: "How sure is the key experience?",
      subtitle: `Share of ${drawn} in which a factor is the key experience.`,
      description: `Probability that a factor is the key experience, over ${drawn}: ${bars.map(({ label, share }) => sentence(label, share)).join(", ")}.`,
      axisTitle: "probability of being the key experience (%)",
      legend: () => [],
      bars: bars.map((bar) => ({
        ...bar,
        sentence: sentence(bar.label, bar.share),
        tone: bar.highlighted ? "bad" : "neutral",
      })),
    },
    options,
  );
}
