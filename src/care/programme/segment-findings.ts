// What a programme of care means for each of its segments. Internal: not part of the package's surface.

import { daysBetween } from "../../shared/time/date-arithmetic.js";
import { careIntensities } from "./care-intensity.js";
import type { CareIntensity } from "./care-intensity.js";
import { CARE_INSTRUMENTS } from "./care-instrument.js";
import type { CareDimension } from "./care-instrument.js";
import type { CareInstrumentUse, CareProgramme } from "./care-programme.js";
import type { CareProgrammeFinding } from "./care-programme-finding.js";
import type { CareProgrammePolicy } from "./care-programme-policy.js";

const DIMENSIONS: readonly CareDimension[] = ["hard", "soft"];

/** Who is served, by what kind of instruments, and how evenly. */
export function segmentFindings(
  programme: CareProgramme,
  policy: CareProgrammePolicy,
): CareProgrammeFinding[] {
  return programme.segments.flatMap((segment, index): CareProgrammeFinding[] => {
    const where = `segments[${String(index)}]`;
    const uses = programme.instruments.filter((use) => use.segments?.includes(segment) ?? true);
    if (uses.length === 0) {
      const params = { segment };
      return [{ code: "care-programme-segment-unserved", severity: "error", where, params }];
    }
    const { stretchDays } = policy;
    const stretches = careIntensities(programme, { segment, stretchDays });
    return [
      ...meansFindings(uses, { segment, where }),
      ...gapFindings(stretches, { segment, where }),
      ...peakFindings(stretches, { segment, where, policy }),
    ];
  });
}

interface SegmentPlace {
  readonly segment: string;
  readonly where: string;
}

function meansFindings(
  uses: readonly CareInstrumentUse[],
  { segment, where }: SegmentPlace,
): CareProgrammeFinding[] {
  const findings: CareProgrammeFinding[] = [];
  if (uses.every(({ retention }) => retention === "contract")) {
    const params = { segment, instruments: uses.length };
    findings.push({ code: "care-programme-contract-only", severity: "warning", where, params });
  }
  const used = CARE_INSTRUMENTS.filter(({ instrument }) =>
    uses.some((use) => use.instrument === instrument),
  );
  for (const dimension of DIMENSIONS) {
    if (used.some((facts) => facts.dimension === dimension)) continue;
    const params = { segment, dimension };
    findings.push({ code: "care-programme-dimension-missing", severity: "error", where, params });
  }
  return findings;
}

function gapFindings(
  stretches: readonly CareIntensity[],
  { segment, where }: SegmentPlace,
): CareProgrammeFinding[] {
  const empty = stretches.filter(({ uses }) => uses === 0);
  if (empty.length === 0) return [];
  const { start, end } = empty[0]!.period;
  const params = { segment, from: start, until: end, gaps: empty.length, of: stretches.length };
  return [{ code: "care-programme-gap", severity: "warning", where, params }];
}

/** Stretches may differ in length: they are compared by the day. */
function peakFindings(
  stretches: readonly CareIntensity[],
  { segment, where, policy }: SegmentPlace & { readonly policy: CareProgrammePolicy },
): CareProgrammeFinding[] {
  let total = 0;
  let days = 0;
  let peak = 0;
  let at: CareIntensity | undefined;
  for (const stretch of stretches) {
    const length = daysBetween(stretch.period.start, stretch.period.end);
    total += stretch.intensity;
    days += length;
    if (stretch.intensity / length <= peak) continue;
    peak = stretch.intensity / length;
    at = stretch;
  }
  if (at === undefined || peak * days <= policy.peakToMean * total) return [];
  const { start, end } = at.period;
  const times = (peak * days) / total;
  const params = { segment, from: start, until: end, times, atMost: policy.peakToMean };
  return [{ code: "care-programme-peak", severity: "warning", where, params }];
}
