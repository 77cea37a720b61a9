import { list, text, type Page } from "./page.js";
import type { Survey } from "./survey.js";
import { many } from "./wording.js";

/** So many single cells are named; the rest is counted. */
const CELLS_SHOWN = 10;

/** The rows that could not be used, by line and column; `undefined` when all could. */
export function leftOutPage({ complaints, rowsLeftOut }: Survey): Page | undefined {
  if (rowsLeftOut === 0) return undefined;
  const rest = complaints.length - CELLS_SHOWN;
  return {
    title: "Rows left out",
    blocks: [
      text(
        `${many(rowsLeftOut, "row")} left out for ${many(complaints.length, "cell")} that cannot be used:`,
      ),
      list([
        ...complaints.slice(0, CELLS_SHOWN),
        ...(rest > 0 ? [`and ${many(rest, "more", "more")}`] : []),
      ]),
    ],
  };
}
