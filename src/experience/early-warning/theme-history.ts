import type { ThemeCount, ThemeModel, ThemeRate } from "./theme-count.js";

/** The counts of one theme, now and before. */
export interface ThemeHistory {
  readonly theme: string;
  readonly current?: ThemeRate;
  readonly history?: ThemeRate;
}

/** Adds up the rows of each theme, now and before; rows of other periods are checked and passed over. */
export function themeHistories(
  rows: Iterable<ThemeCount>,
  {
    current,
    history,
    model,
  }: { readonly current: string; readonly history?: readonly string[]; readonly model: ThemeModel },
): ThemeHistory[] {
  if (history?.includes(current) === true) {
    throw new RangeError(
      `Cannot find systemic problems: "${current}" is both the current period and history`,
    );
  }
  const isHistory = (period: string): boolean =>
    history === undefined ? period < current : history.includes(period);
  const themes = new Map<string, { current?: ThemeRate; history?: ThemeRate }>();
  const periods = new Set<string>();
  let index = 0;
  for (const row of rows) {
    requireThemeCount(row, { index, model });
    index += 1;
    periods.add(row.period);
    const part = row.period === current ? "current" : "history";
    if (part === "history" && !isHistory(row.period)) continue;
    const sums = themes.get(row.theme) ?? {};
    const { count, exposure } = sums[part] ?? { count: 0, exposure: 0 };
    sums[part] = rateOf(count + row.count, exposure + row.exposure);
    themes.set(row.theme, sums);
  }
  for (const period of [current, ...(history ?? [])]) {
    if (!periods.has(period))
      throw new RangeError(`Cannot find systemic problems: no row is of period "${period}"`);
  }
  return [...themes].map(([theme, sums]) => ({ theme, ...sums }));
}

function rateOf(count: number, exposure: number): ThemeRate {
  return { count, exposure, rate: count / exposure };
}

function requireThemeCount(
  { theme, period, count, exposure }: ThemeCount,
  { index, model }: { readonly index: number; readonly model: ThemeModel },
): void {
  const fail = (problem: string): never => {
    throw new RangeError(
      `Cannot find systemic problems: ${problem} at index ${String(index)} (theme "${theme}", period "${period}")`,
    );
  };
  if (!Number.isSafeInteger(count) || count < 0) {
    fail(`a count must be a whole number of at least 0, got ${String(count)}`);
  }
  if (!(exposure > 0 && Number.isFinite(exposure)))
    fail(`an exposure must be above 0, got ${String(exposure)}`);
  if (model === "binomial" && !(Number.isSafeInteger(exposure) && exposure >= count)) {
    fail(
      `an exposure must be a whole number of at least the count ${String(count)}, got ${String(exposure)}`,
    );
  }
}
