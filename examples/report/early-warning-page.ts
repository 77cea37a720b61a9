import { EXPERIENCE_SENTENCES, systemicProblems, type ThemeCount } from "goodwill/experience";
import { explain } from "goodwill/shared";
import { decimal, pValue, table, text, type Page } from "./page.js";

/** Complaint themes whose rate rose beyond chance in the last period. */
export function earlyWarningPage(counts: readonly ThemeCount[]): Page {
  const current =
    counts
      .map(({ period }) => period)
      .toSorted()
      .at(-1) ?? "";
  const themes = systemicProblems(counts, { current, model: "poisson" });
  const systemic = themes.filter((theme) => theme.systemic);
  return {
    title: `Early warning, ${current}`,
    blocks: [
      text(
        systemic.length === 0
          ? "No complaint theme rose beyond chance."
          : `Beyond chance, and to be reported at once: ${systemic.map(({ theme }) => theme).join(", ")}.`,
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
          rateRatio === undefined
            ? "-"
            : `${decimal(rateRatio.lower)} to ${decimal(rateRatio.upper)}`,
          pValue(pHolm),
        ]),
      ),
      ...systemic.flatMap(({ reasons }) =>
        reasons.map((reason) => text(explain(reason, EXPERIENCE_SENTENCES))),
      ),
    ],
  };
}
