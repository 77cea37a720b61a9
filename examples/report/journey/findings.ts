import {
  attributionPathsOf,
  compareAttribution,
  conformanceSummary,
  DEFAULT_ATTRIBUTION_POLICY,
  frequentPaths,
  journeyChain,
  journeyFunnel,
  journeyLoops,
  journeysOf,
  momentsOfTruth,
  stepTimes,
  transitionTable,
  type Attribution,
  type AttributionModel,
  type ConformanceSummary,
  type FrequentPaths,
  type FunnelRule,
  type FunnelStage,
  type Interaction,
  type Journey,
  type JourneyChain,
  type JourneyLoops,
  type MomentsOfTruth,
  type PlannedJourney,
  type StepRule,
  type StepTimes,
  type TransitionTable,
} from "goodwill/touchpoint";

/** What is asked of a log of interactions. */
export interface JourneyQuestions {
  /** The outcome that counts as success. */
  readonly outcome: string;
  /** After so many minutes without a step a visit is over. */
  readonly gapMinutes: number;
  /** After so many days without a step a way to the outcome is over, for attribution. */
  readonly wayDays: number;
  /** The stages of the funnel, by touchpoint, in order; no funnel when absent. */
  readonly funnel?: readonly string[];
  /** The touchpoints that share the outcomes; all of them when absent. */
  readonly sources?: readonly string[];
  /** The plan to compare with; none when absent. */
  readonly planned?: PlannedJourney;
  /** What steps are called; nothing when absent. */
  readonly rules?: readonly StepRule[];
}

/** What a log says of the journeys in it. */
export interface JourneyFindings {
  readonly questions: JourneyQuestions;
  readonly visits: readonly Journey[];
  readonly table: TransitionTable;
  readonly chain: JourneyChain;
  readonly paths: FrequentPaths;
  readonly loops: JourneyLoops;
  readonly times: StepTimes;
  readonly moments: MomentsOfTruth;
  readonly attributions: readonly Attribution[];
  readonly funnel?: readonly FunnelStage[];
  readonly conformance?: ConformanceSummary;
}

/** The models that are compared, the custom of the field first. */
const MODELS: readonly AttributionModel[] = ["last", "first", "linear", "markov", "shapley"];

/** Reads the journeys off a log. */
export function journeyFindings(
  log: readonly Interaction[],
  questions: JourneyQuestions,
): JourneyFindings {
  const { outcome, gapMinutes, wayDays, funnel, planned, rules } = questions;
  const sources = new Set(questions.sources);
  const isPart = ({ touchpoint }: Interaction): boolean =>
    sources.size === 0 || !sources.has(touchpoint);
  const cut = { outcomes: [outcome], ...(rules && { rules }) };
  const visits = journeysOf(log, { ...cut, policy: { gapMinutes, endAtOutcome: false } });
  const pages = journeysOf(log.filter(isPart), {
    ...cut,
    policy: { gapMinutes, endAtOutcome: false },
  });
  const ways = journeysOf(log, {
    ...cut,
    policy: { gapMinutes: wayDays * 24 * 60, endAtOutcome: true },
  });
  const table = transitionTable(visits, { collapseRepeats: true });
  const stages: readonly FunnelRule[] | undefined = funnel?.map((touchpoint) => ({
    stage: touchpoint,
    touchpoints: [touchpoint],
  }));
  const { attributions } = compareAttribution(
    attributionPathsOf(ways.flatMap(sourcesOf(sources))),
    {
      models: MODELS,
      policy: { ...DEFAULT_ATTRIBUTION_POLICY, markovOrder: 1 },
    },
  );
  return {
    questions,
    visits,
    table,
    chain: journeyChain(table),
    paths: frequentPaths(visits, { collapseRepeats: true, limit: 12 }),
    loops: journeyLoops(visits),
    times: stepTimes(visits),
    moments: momentsOfTruth(visits),
    attributions,
    ...(stages && { funnel: journeyFunnel(visits, { stages }) }),
    ...(planned && { conformance: conformanceSummary(pages, { planned }) }),
  };
}

/** A way with its sources alone; a way that met none of them is left out. */
function sourcesOf(sources: ReadonlySet<string>): (way: Journey) => Journey[] {
  return (way) => {
    if (sources.size === 0) return [way];
    const steps = way.steps.filter(({ touchpoint }) => sources.has(touchpoint));
    return steps.length === 0 ? [] : [{ ...way, steps }];
  };
}
