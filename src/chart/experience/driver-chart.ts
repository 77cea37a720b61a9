import type { KeyDriver, KeyDrivers } from "../../experience/driver/key-drivers.js";
import { shareBars, type ShareBar } from "../frame/share-bars.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartPalette, LabelledChartOptions } from "../frame/theme.js";
import { amountText, decimalText, labelText, percentText } from "../frame/wording.js";

/** How to draw key drivers. */
export interface DriverChartOptions extends LabelledChartOptions {
  /** Below this p-value a driver's effect is drawn as proven; 0.05, the field's custom, when absent. */
  readonly significance?: number;
}

const DEFAULT_SIGNIFICANCE = 0.05;

const METHODS: Readonly<Record<KeyDrivers["method"], string>> = {
  lmg: "LMG",
  johnson: "Johnson's relative weights",
};

const TONES = [
  { tone: "good", shape: "square", words: "raises it" },
  { tone: "bad", shape: "square", words: "lowers it" },
  { tone: "neutral", shape: "square", words: "no effect beyond chance" },
] as const;

/**
 * What moves the outcome, and how much of it?
 *
 * A bar a driver: its share of what all drivers explain together, the most important first; its colour says whether
 * it raises the outcome, lowers it, or has no effect beyond chance, the other drivers equal.
 *
 * @param drivers - The result of `keyDrivers`.
 * @param options - Theme, title, width, names of the columns, and the significance.
 * @returns The specification.
 * @throws RangeError when the width is below 280 pixels.
 * @example
 * ```ts
 * import { driverChart } from "goodwill/chart";
 * import { keyDrivers } from "goodwill/experience";
 *
 * const rows = [
 *   { product: 4, price: 4, overall: 3 },
 *   { product: 8, price: 4, overall: 7 },
 *   { product: 4, price: 8, overall: 5 },
 *   { product: 8, price: 8, overall: 9 },
 *   { product: 6, price: 6, overall: 7 },
 * ];
 * const found = keyDrivers(rows, { outcome: "overall", drivers: ["product", "price"] });
 * if (found.ok) {
 *   driverChart(found.value, { width: 360 }).title.text; // => ["What moves overall"]
 * }
 * ```
 */
export function driverChart(
  drivers: KeyDrivers,
  options: DriverChartOptions = {},
): PlotSpecification {
  const outcome = labelText(drivers.outcome, options.labels);
  const bars = drivers.drivers
    .toSorted((a, b) => a.rank - b.rank)
    .map((driver) => driverBar(driver, options));
  const explained = `R\u00b2 = ${decimalText(drivers.rSquared, 2)}`;
  const rows = `${amountText(drivers.n)} complete answers, ${amountText(drivers.dropped)} incomplete`;
  const sentences = bars.map(({ sentence }) => sentence).join("; ");
  return shareBars(
    {
      title: `What moves ${outcome}`,
      subtitle: `${METHODS[drivers.method]} split of ${explained}; ${rows}.`,
      description: `Share of the explained variance of ${outcome} by driver (${explained}, ${rows}): ${sentences}.`,
      axisTitle: "share of what the drivers explain together (%)",
      legend: (palette) => legendOf(bars, palette),
      bars,
    },
    options,
  );
}

function driverBar(
  { driver, importanceShare, coefficient, p = 0 }: KeyDriver,
  { labels, significance = DEFAULT_SIGNIFICANCE }: DriverChartOptions,
): ShareBar {
  const label = labelText(driver, labels);
  const direction = coefficient < 0 ? "bad" : "good";
  const tone = coefficient === 0 || p >= significance ? "neutral" : direction;
  const words = TONES.find((one) => one.tone === tone)!.words;
  const sentence = `${label} ${percentText(importanceShare)}, ${words}`;
  return { id: driver, label, share: importanceShare, sentence, tone };
}

function legendOf(bars: readonly ShareBar[], palette: ChartPalette) {
  return TONES.filter(({ tone }) => bars.some((bar) => bar.tone === tone)).map(
    ({ tone, shape, words }) => ({ label: words, shape, color: palette[tone] }),
  );
}
