// What is to be said of each instrument of a programme of care. Internal: not part of the package's surface.

import { CARE_INSTRUMENTS } from "./care-instrument.js";
import type { CareInstrumentUse, CareProgramme } from "./care-programme.js";
import type { CareProgrammeFinding, CareProgrammeFindingCode } from "./care-programme-finding.js";
import type { CareProgrammePolicy } from "./care-programme-policy.js";

/** Each instrument by itself, in the order of the programme. */
export function instrumentFindings(
  programme: CareProgramme,
  policy: CareProgrammePolicy,
): CareProgrammeFinding[] {
  return programme.instruments.flatMap((use, index) => {
    const find = (
      code: CareProgrammeFindingCode,
      severity: CareProgrammeFinding["severity"],
      params: CareProgrammeFinding["params"],
    ): CareProgrammeFinding => {
      const where = `instruments[${String(index)}]`;
      return { code, severity, where, params: { use: use.id, ...params } };
    };
    return [
      ...meansOf(use, find),
      ...timesOf(use, { programme, policy, find }),
      ...referencesOf(use, { programme, find }),
    ];
  });
}

type Find = (
  code: CareProgrammeFindingCode,
  severity: CareProgrammeFinding["severity"],
  params: CareProgrammeFinding["params"],
) => CareProgrammeFinding;

interface UseContext {
  readonly programme: CareProgramme;
  readonly find: Find;
}

function meansOf(use: CareInstrumentUse, find: Find): CareProgrammeFinding[] {
  const { channels, instrument, retention } = use;
  const findings: CareProgrammeFinding[] = [];
  if (channels.every((channel) => channel.trim() === "")) {
    findings.push(find("care-programme-channel-missing", "error", { instrument }));
  }
  const known = CARE_INSTRUMENTS.find((facts) => facts.instrument === instrument);
  if (known !== undefined && !known.retention.includes(retention)) {
    findings.push(find("care-programme-retention-unusual", "warning", { instrument, retention }));
  }
  return findings;
}

function timesOf(
  use: CareInstrumentUse,
  { programme, policy, find }: UseContext & { readonly policy: CareProgrammePolicy },
): CareProgrammeFinding[] {
  const { instrument, everyDays, intensity, period } = use;
  const findings: CareProgrammeFinding[] = [];
  const { leastDays, mostDays } = policy.timing[instrument];
  if (everyDays !== undefined && !isWithin(everyDays, leastDays, mostDays)) {
    const params = { instrument, everyDays: String(everyDays), leastDays, mostDays };
    findings.push(find("care-programme-timing-out-of-range", "error", params));
  }
  const { start, end } = programme.period;
  if (
    period !== undefined &&
    (period.start < start || period.end > end || period.start >= period.end)
  ) {
    const params = { from: period.start, until: period.end, start, end };
    findings.push(find("care-programme-outside-days", "error", params));
  }
  if (!(intensity > 0 && intensity < Infinity)) {
    const params = { intensity: String(intensity) };
    findings.push(find("care-programme-intensity-not-positive", "error", params));
  }
  return findings;
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function referencesOf(
  use: CareInstrumentUse,
  { programme, find }: UseContext,
): CareProgrammeFinding[] {
  const { instrument, segments = [], cooperation, partners = [] } = use;
  const known = (programme.partners ?? []).map(({ id }) => id);
  const findings = segments
    .filter((segment) => !programme.segments.includes(segment))
    .map((segment) => find("care-programme-segment-unknown", "error", { segment }));
  if (use.segments?.length === 0) {
    findings.push(find("care-programme-without-segment", "error", {}));
  }
  if (cooperation === true && partners.length === 0) {
    findings.push(find("care-programme-partner-missing", "error", { instrument }));
  }
  for (const partner of partners) {
    if (known.includes(partner)) continue;
    findings.push(find("care-programme-partner-unknown", "error", { partner }));
  }
  if (instrument === "partner-evaluation" && known.length === 0) {
    findings.push(find("care-programme-nobody-to-evaluate", "warning", {}));
  }
  return findings;
}
