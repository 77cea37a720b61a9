// Days on which a kind of points cannot be earned. Internal: not part of the package's surface.

import { addDays, daysBetween } from "../../shared/time/date-arithmetic.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { baseRulesOf } from "./most-earned.js";
import type { ProgrammeFinding } from "./programme-finding.js";

/** The days between the first and the last window on which no rule gives points of a kind by itself. */
export function earningGaps(programme: LoyaltyProgramme): ProgrammeFinding[] {
  return programme.kinds.flatMap(({ id: kind }, index) => {
    const windows = baseRulesOf(programme, kind)
      .map(({ from = "" as PlainDate, through }) => ({ from, through }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const findings: ProgrammeFinding[] = [];
    let covered: PlainDate | undefined = windows[0]?.from;
    for (const { from, through } of windows) {
      if (covered === undefined) break;
      if (from > covered) {
        findings.push(gapBetween(covered, from, { kind, where: `kinds[${String(index)}]` }));
      }
      const end = through === undefined ? undefined : addDays(through, 1);
      covered = end === undefined || end > covered ? end : covered;
    }
    return findings;
  });
}

function gapBetween(
  from: PlainDate,
  next: PlainDate,
  { kind, where }: { readonly kind: string; readonly where: string },
): ProgrammeFinding {
  const params = { kind, from, through: addDays(next, -1), days: daysBetween(from, next) };
  return { code: "earning-gap", severity: "warning", where, params };
}
