import type { CareProgramme } from "./care-programme.js";
import type { CareProgrammeFinding } from "./care-programme-finding.js";
import { DEFAULT_CARE_PROGRAMME_POLICY } from "./care-programme-policy.js";
import type { CareProgrammePolicy } from "./care-programme-policy.js";
import { instrumentFindings } from "./instrument-findings.js";
import { segmentFindings } from "./segment-findings.js";

/** What a programme of care is looked at with. */
export interface LintCareProgrammeOptions {
  /** Ranges of timing, and how even intensity must be; `DEFAULT_CARE_PROGRAMME_POLICY` when absent. */
  readonly policy?: CareProgrammePolicy;
  /** How many customers are in each segment, by its name; not looked at when absent. */
  readonly sizes?: Readonly<Record<string, number>>;
}

/**
 * Do the choices of a programme of care hold together (CARE-9)?
 *
 * - Ids that stand twice; no days, segments or instruments; segments without customers, or that no instrument is for.
 * - An instrument without a channel, outside the programme's days, used more or less often than the policy says, or by
 * a means of retention that is not its own.
 * - For each segment: contract as the only means of retention; no hard or no soft instrument (CARE-1: both must be
 * present); a stretch of time without any use, or with a multiple of the mean intensity (consistency over time matters
 * more than peaks).
 * - Cooperation without a partner, partners that are not in the list or take no part.
 *
 * @param programme - The programme.
 * @param options - The policy, and the sizes of segments where they are known.
 * @returns The findings with their places: the programme's, the instruments', the segments', the partners'; empty where
 * nothing was found.
 * @throws RangeError where a day does not exist or the policy's stretch is no whole number of at least 1.
 * @example
 * ```ts
 * import { lintCareProgramme } from "goodwill/care";
 * import { period, plainDate } from "goodwill/shared";
 *
 * const findings = lintCareProgramme({
 *   id: "keep-families",
 *   segments: ["families"],
 *   period: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
 *   instruments: [
 *     { id: "rebate", instrument: "cashback", retention: "contract", channels: ["app"], intensity: 1, everyDays: 30 },
 *   ],
 * });
 * findings.map(({ code }) => code); // => ["care-programme-contract-only", "care-programme-dimension-missing"]
 * ```
 */
export function lintCareProgramme(
  programme: CareProgramme,
  { policy = DEFAULT_CARE_PROGRAMME_POLICY, sizes }: LintCareProgrammeOptions = {},
): readonly CareProgrammeFinding[] {
  return [
    ...wholeFindings(programme),
    ...idsTwice(programme),
    ...(sizes === undefined ? [] : sizeFindings(programme, sizes)),
    ...instrumentFindings(programme, policy),
    ...segmentFindings(programme, policy),
    ...idlePartners(programme),
  ];
}

function wholeFindings({
  id,
  segments,
  instruments,
  period,
}: CareProgramme): CareProgrammeFinding[] {
  const findings: CareProgrammeFinding[] = [];
  if (period.start >= period.end) {
    const params = { start: period.start, end: period.end };
    const code = "care-programme-without-days";
    findings.push({ code, severity: "error", where: "period", params });
  }
  if (segments.length === 0) {
    const code = "care-programme-without-segment";
    findings.push({ code, severity: "error", where: "segments", params: { use: id } });
  }
  if (instruments.length === 0) {
    const code = "care-programme-without-instruments";
    findings.push({ code, severity: "error", where: "instruments", params: {} });
  }
  return findings;
}

function idsTwice({ segments, instruments, partners = [] }: CareProgramme): CareProgrammeFinding[] {
  const lists = {
    segments,
    instruments: instruments.map(({ id }) => id),
    partners: partners.map(({ id }) => id),
  };
  return Object.entries(lists).flatMap(([list, ids]) =>
    ids.flatMap((id, index): CareProgrammeFinding[] => {
      const first = ids.indexOf(id);
      if (first === index) return [];
      const params = { id, first: `${list}[${String(first)}]` };
      const where = `${list}[${String(index)}]`;
      return [{ code: "care-programme-id-twice", severity: "error", where, params }];
    }),
  );
}

function sizeFindings(
  { segments }: CareProgramme,
  sizes: Readonly<Record<string, number>>,
): CareProgrammeFinding[] {
  return segments.flatMap((segment, index): CareProgrammeFinding[] => {
    const where = `segments[${String(index)}]`;
    if (!Object.hasOwn(sizes, segment)) {
      const code = "care-programme-segment-uncounted";
      return [{ code, severity: "warning", where, params: { segment } }];
    }
    if (sizes[segment]! > 0) return [];
    const code = "care-programme-segment-empty";
    return [{ code, severity: "error", where, params: { segment } }];
  });
}

function idlePartners({ partners = [], instruments }: CareProgramme): CareProgrammeFinding[] {
  return partners.flatMap(({ id }, index): CareProgrammeFinding[] => {
    if (instruments.some((use) => use.partners?.includes(id) === true)) return [];
    const where = `partners[${String(index)}]`;
    return [
      { code: "care-programme-partner-idle", severity: "warning", where, params: { partner: id } },
    ];
  });
}
