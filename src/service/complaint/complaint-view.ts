import { millisecondsBetween } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { allowedCommands } from "./allowed-commands.js";
import type { ComplaintCase, ComplaintPromise, CustomerWait } from "./complaint-case.js";
import type { ComplaintCommandKind } from "./complaint-command.js";
import type { ComplaintOptions } from "./complaint-options.js";
import { DEFAULT_COMPLAINT_POLICY } from "./complaint-policy.js";
import { COMPLAINT_PHASES, ENDED_COMPLAINT_PHASES } from "./complaint-state.js";
import type { ComplaintPhase } from "./complaint-state.js";

/** At which moment and by which rules a complaint is looked at. */
export interface ComplaintViewOptions extends Pick<ComplaintOptions, "policy"> {
  /** The moment; the events of the state are those up to it. */
  readonly asOf: Instant;
}

/** How long a complaint was in a phase. */
export interface PhaseTime {
  /** The phase. */
  readonly phase: ComplaintPhase;
  /** How long, all stays together, in milliseconds of elapsed time. */
  readonly milliseconds: number;
}

/** A complaint at a moment. */
export interface ComplaintView {
  /** Where it stands; absent before it is received. */
  readonly phase?: ComplaintPhase;
  /** Since when; absent before it is received. */
  readonly since?: Instant;
  /** What may be done next. */
  readonly allowed: readonly ComplaintCommandKind[];
  /** Who answers for it; absent before it is received. */
  readonly owner?: string;
  /** The level it is at. */
  readonly level: number;
  /** How often it was handed off within a level. */
  readonly handOffs: number;
  /** How often it still may be. */
  readonly handOffsLeft: number;
  /** How often it went to a higher level. */
  readonly escalations: number;
  /** How often it was taken up again. */
  readonly reopened: number;
  /** How long it was in each phase it has been in, in the order of a complaint's life. */
  readonly phaseTimes: readonly PhaseTime[];
  /** How long it was open, all together, in milliseconds of elapsed time; answered is open still. */
  readonly openMilliseconds: number;
  /** What is waited for from the customer; nothing when absent. */
  readonly waiting?: CustomerWait;
  /** What is promised and open, in the order promised. */
  readonly promised: readonly ComplaintPromise[];
  /** Those of them whose moment has come or is over. */
  readonly overdue: readonly ComplaintPromise[];
}

/**
 * Where does this complaint stand, who answers for it, how long has it taken, and what may be done next?
 *
 * @param state - The complaint, replayed up to the moment.
 * @param options - The moment, and how often it may change hands.
 * @returns The view.
 * @throws RangeError where the moment lies before what was done last.
 * @example
 * ```ts
 * import { complaintView, NO_COMPLAINT } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * complaintView(NO_COMPLAINT, { asOf: instant("2026-03-02T09:00:00Z") }).allowed; // => ["receive"]
 * ```
 */
export function complaintView(
  state: ComplaintCase,
  { asOf, policy = DEFAULT_COMPLAINT_POLICY }: ComplaintViewOptions,
): ComplaintView {
  const last = state.applied.at(-1);
  if (last !== undefined && asOf < last.at) {
    throw new RangeError(
      `Cannot view a complaint: asOf must not lie before what was done last, ${last.at}, got ${asOf}`,
    );
  }
  const { phase, phases, owner, level, handOffs, escalations, reopened, waiting } = state;
  const since = phases.at(-1)?.at;
  const promised = state.promises.filter(({ settledAt }) => settledAt === undefined);
  const phaseTimes = phaseTimesOf(state, asOf);
  return {
    ...(phase !== undefined && { phase }),
    ...(since !== undefined && { since }),
    allowed: allowedCommands(state, { policy }),
    ...(owner !== undefined && { owner }),
    level,
    handOffs,
    handOffsLeft: Math.max(0, policy.maxHandOffs - handOffs),
    escalations,
    reopened,
    phaseTimes,
    openMilliseconds: phaseTimes
      .filter((one) => !ENDED_COMPLAINT_PHASES.includes(one.phase))
      .reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    ...(waiting !== undefined && { waiting }),
    promised,
    overdue: promised.filter(({ due }) => due !== undefined && due <= asOf),
  };
}

function phaseTimesOf({ phases }: ComplaintCase, asOf: Instant): readonly PhaseTime[] {
  const times = new Map<ComplaintPhase, number>();
  phases.forEach(({ phase, at }, place) => {
    const until = phases[place + 1]?.at ?? asOf;
    times.set(phase, (times.get(phase) ?? 0) + millisecondsBetween(at, until));
  });
  return COMPLAINT_PHASES.flatMap((phase) => {
    const milliseconds = times.get(phase);
    return milliseconds === undefined ? [] : [{ phase, milliseconds }];
  });
}
