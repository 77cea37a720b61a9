import { systemicProblems, type SystemicProblem, type ThemeCount } from "goodwill/experience";
import { table, text, type Page } from "./page.js";
import { sentence } from "./sentence.js";
import { decimal, listed, pValue, range } from "./wording.js";

/** Complaint themes held against their own past in the last period. */
export interface EarlyWarning {
  readonly period: string;
  readonly themes: readonly SystemicProblem[];
}

/** Tests the themes of the last period. */
export function earlyWarning(counts: readonly ThemeCount[]): EarlyWarning {
  const periods = counts.map(({ period }) => period).toSorted();
  const period = periods.at(-1) ?? "";
  return { period, themes: systemicProblems(counts, { current: period, model: "poisson" }) };
}

/** Complaint themes whose rate rose beyond chance in the last period. */
export function earlyWarningPage({ period, themes }: EarlyWarning): Page {
  const systemic = themes.filter((theme) => theme.systemic);
  return {
    title: `Early warning, ${period}`,
    blocks: [
      text(
        systemic.length === 0
          ? "No complaint theme rose beyond chance."
          : `Beyond chance, and to be reported at once: ${listed(systemic.map(({ theme }) => theme))}.`,
      ),
      table(
        [
          "theme",
          "now",
          "of",
          "per 100 now",
          "per 100 before",
          "ratio",
          "95% interval",
          "p (Holm)",
        ],
        themes.map(({ theme, current: now, history, rateRatio, pHolm }) => [
          theme,
          String(now?.count ?? 0),
          String(now?.exposure ?? 0),
          decimal(now && 100 * now.rate),
          decimal(history && 100 * history.rate),
          decimal(rateRatio?.ratio),
          range(rateRatio),
          pValue(pHolm),
        ]),
      ),
      ...systemic.flatMap(({ reasons }) => reasons.map((reason) => text(sentence(reason)))),
    ],
  };
}
