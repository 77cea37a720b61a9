import type {
  Attribution,
  AttributionCredit,
  AttributionModel,
} from "../../touchpoint/attribution/attribution.js";
import { labelText } from "../frame/wording.js";

/** One touchpoint with its share by each model that credits it. @internal */
export interface TouchpointRow {
  readonly touchpoint: string;
  readonly label: string;
  readonly shares: readonly { readonly model: AttributionModel; readonly share: number }[];
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
}

/** What is credited, the highest mean share first. @internal */
export function creditRows(
  attributions: readonly Attribution[],
  {
    measure,
    labels = {},
  }: {
    readonly measure: "conversions" | "value";
    readonly labels: Readonly<Record<string, string>> | undefined;
  },
): TouchpointRow[] {
  const credited = new Map<string, { model: AttributionModel; share: number }[]>();
  for (const attribution of attributions) {
    const total = attribution[measure];
    if (!(total > 0)) continue;
    for (const credit of attribution.credits) {
      const shares = credited.get(credit.touchpoint) ?? [];
      shares.push({ model: attribution.model, share: shareOf(credit, { measure, total }) });
      credited.set(credit.touchpoint, shares);
    }
  }
  const models = attributions.filter((one) => one[measure] > 0).length;
  const rows = [...credited].map(([touchpoint, shares]): TouchpointRow => {
    const values = shares.map(({ share }) => share);
    // A model that does not name the touchpoint credits nothing to it.
    const lowest = Math.min(...values, ...(shares.length < models ? [0] : []));
    const mean = values.reduce((sum, value) => sum + value, 0) / models;
    const label = labelText(touchpoint, labels);
    return { touchpoint, label, shares, lowest, highest: Math.max(...values), mean };
  });
  return rows.toSorted((a, b) => b.mean - a.mean || (a.touchpoint < b.touchpoint ? -1 : 1));
}

function shareOf(
  credit: AttributionCredit,
  { measure, total }: { readonly measure: "conversions" | "value"; readonly total: number },
): number {
  return credit[measure] / total;
}
