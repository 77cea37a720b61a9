import type { CountAudit } from "./count-audit.js";
import { discrepancyKey } from "./discrepancy-key.js";
import type { HandoverDiscrepancy } from "./discrepancy.js";

/**
 * What an audit leaves unexplained, sorted by key; also that nothing was counted, though the firm's records know so
 * many customers of the leaver.
 */
export function auditDiscrepancies(
  { lines }: CountAudit,
  customers: number,
): readonly HandoverDiscrepancy[] {
  const found: HandoverDiscrepancy[] = [];
  if (customers > 0 && lines.every(({ before, after }) => before + after === 0)) {
    const code = "nothing-counted";
    found.push({ key: discrepancyKey(code, []), code, params: { customers } });
  }
  for (const { kind, unexplainedRise, unexplainedFall, countedTwice } of lines) {
    const add = (code: string, ids: readonly string[]): void => {
      for (const record of ids) {
        const params = { kind, record };
        found.push({ key: discrepancyKey(code, [kind, record]), code, params });
      }
    };
    add("unexplained-rise", unexplainedRise);
    add("unexplained-fall", unexplainedFall);
    add("counted-twice", countedTwice);
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}
