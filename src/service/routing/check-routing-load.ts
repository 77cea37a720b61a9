import { compareText } from "../../shared/text-order.js";
import { exactProduct, fractionNumber, productPlaces } from "./exact-decimal.js";
import { languageFit } from "./language-fit.js";
import { requireRoutingLoad } from "./require-routing-load.js";
import type {
  RoutingBottleneck,
  RoutingDemand,
  RoutingLoad,
  RoutingTeam,
  SkillLoad,
  TeamLoad,
} from "./routing-load.js";
import { DEFAULT_ROUTING_POLICY } from "./routing-policy.js";
import type { RoutingPolicy } from "./routing-policy.js";
import { shareFlow } from "../../shared/optimisation/share-flow.js";
import { tightestLoads } from "./tightest-loads.js";

/** Who is there, and how busy they may be. */
export interface CheckRoutingLoadOptions {
  /** The teams; each agent in one of them. */
  readonly teams: readonly RoutingTeam[];
  /** The share of the time at work that an agent may spend on contacts; above 0, at most 1. */
  readonly maximumOccupancyShare: number;
  /** Which languages are close enough; that of `DEFAULT_ROUTING_POLICY` when absent. */
  readonly policy?: Pick<RoutingPolicy, "languageShares" | "languageFallbacks">;
}

/**
 * Can these agents carry what comes in, each kind by those who can serve it, and where is it tightest?
 *
 * The load of a kind is its contacts an hour times the time each takes, in erlangs. The kinds can be served where every
 * set of them brings no more than all teams together can take that serve any of the set (Hall's condition), each agent
 * at no more than the maximum occupancy. Where they cannot, the bottleneck is the set with the most excess; adding
 * agents who can serve it, as many as are missing, makes all servable. Where they can, it is the set with the least
 * room to grow.
 *
 * Nothing is simulated: the figures are exact, numbers being taken as they are written (0.85 is 85 hundredths). It is
 * the long run: that nobody waits long is a matter of staffing (see `requiredAgents`), and needs more.
 *
 * @remarks The most that can be carried is a maximum flow (Ford and Fulkerson 1956); the factor of growth is found by
 * Dinkelbach's method (1967). A team's least load is what the others cannot carry, its most what it can be given.
 * @param demands - The kinds of contacts.
 * @param options - The teams, the maximum occupancy, the languages.
 * @returns Whether all can be carried, the bottleneck, and the bounds of each team.
 * @throws RangeError when an id stands twice, a number is negative or not finite, a language is no language tag, or the
 * occupancy is not above 0 and at most 1.
 * @example
 * ```ts
 * import { checkRoutingLoad } from "goodwill/service";
 *
 * const demands = [
 *   { id: "billing", skills: ["billing"], contactsHourly: 60, handleSeconds: 300 },
 *   { id: "repair", skills: ["repair"], contactsHourly: 24, handleSeconds: 600 },
 * ];
 * const teams = [
 *   { id: "new", agents: 8, skills: ["billing"], languages: ["zh"] },
 *   { id: "old", agents: 4, skills: ["billing", "repair"], languages: ["zh"] },
 * ];
 * const { servable, bottleneck } = checkRoutingLoad(demands, { teams, maximumOccupancyShare: 0.8 });
 * servable; // => false
 * bottleneck?.skills; // => ["repair"]
 * bottleneck?.excessErlangs; // => 0.8
 * bottleneck?.agentsMissing; // => 1
 * ```
 */
export function checkRoutingLoad(
  demands: readonly RoutingDemand[],
  {
    teams: givenTeams,
    maximumOccupancyShare: occupancy,
    policy = DEFAULT_ROUTING_POLICY,
  }: CheckRoutingLoadOptions,
): RoutingLoad {
  requireRoutingLoad(demands, { teams: givenTeams, occupancy });
  const kinds = demands
    .filter(({ contactsHourly, handleSeconds }) => contactsHourly * handleSeconds > 0)
    .toSorted((a, b) => compareText(a.id, b.id));
  const teams = givenTeams.toSorted((a, b) => compareText(a.id, b.id));
  const loadFactors = kinds.map((kind) => [kind.contactsHourly, kind.handleSeconds]);
  const roomFactors = teams.map(({ agents }) => [agents, occupancy, 3600]);
  const places = Math.max(
    0,
    ...[...loadFactors, ...roomFactors, [occupancy, 3600]].map(productPlaces),
  );
  const loads = loadFactors.map((values) => exactProduct(values, places));
  const capacities = roomFactors.map((values) => exactProduct(values, places));
  const takers = kinds.map((kind) =>
    [...teams.keys()].filter((team) => canServe(teams[team]!, kind, policy)),
  );
  const task = { loads, capacities, takers };
  const erlang = 3600n * 10n ** BigInt(places);
  const { carried, excessive } = shareFlow(task);
  const offered = sum(loads);
  const tightest = tightestLoads(task);
  const servable = carried === offered;
  return {
    servable,
    offeredErlangs: erlangs(offered),
    capacityErlangs: erlangs(sum(capacities)),
    carriedErlangs: erlangs(carried),
    ...(tightest !== undefined && {
      growthFactor: fractionNumber(tightest.capacity, tightest.load),
      bottleneck: bottleneckOf(servable ? tightest.members : excessive),
    }),
    teams: teams.map((_, team) => teamLoad(team)),
    skills: skillLoads(),
  };

  function erlangs(amount: bigint): number {
    return fractionNumber(amount, erlang);
  }

  function bottleneckOf(members: readonly number[]): RoutingBottleneck {
    const able = [...new Set(members.flatMap((member) => takers[member]!))].sort((a, b) => a - b);
    const load = sum(members.map((member) => loads[member]!));
    const capacity = sum(able.map((team) => capacities[team]!));
    const excess = load - capacity;
    const perAgent = exactProduct([occupancy, 3600], places);
    const missing = excess > 0n ? (excess + perAgent - 1n) / perAgent : 0n;
    const [first, ...others] = members.map((member) => kinds[member]!.skills ?? []);
    const shared = (first ?? []).filter((skill) => others.every((all) => all.includes(skill)));
    return {
      demands: members.map((member) => kinds[member]!.id),
      teams: able.map((team) => teams[team]!.id),
      skills: shared.toSorted(compareText),
      offeredErlangs: erlangs(load),
      capacityErlangs: erlangs(capacity),
      excessErlangs: erlangs(excess),
      agentsMissing: Number(missing),
    };
  }

  function teamLoad(team: number): TeamLoad {
    const without = capacities.map((capacity, i) => (i === team ? 0n : capacity));
    const least = carried - shareFlow({ ...task, capacities: without }).carried;
    const reach = sum(loads.filter((_, kind) => takers[kind]!.includes(team)));
    const most = reach < capacities[team]! ? reach : capacities[team]!;
    const whole = exactProduct([teams[team]!.agents, 3600], places);
    return {
      team: teams[team]!.id,
      capacityErlangs: erlangs(capacities[team]!),
      leastErlangs: erlangs(least),
      mostErlangs: erlangs(most),
      leastOccupancyShare: whole === 0n ? 0 : fractionNumber(least, whole),
      mostOccupancyShare: whole === 0n ? 0 : fractionNumber(most, whole),
    };
  }

  function skillLoads(): readonly SkillLoad[] {
    const skills = new Set(kinds.flatMap((kind) => kind.skills ?? []));
    return [...skills].sort(compareText).map((skill) => ({
      skill,
      offeredErlangs: erlangs(sum(loads.filter((_, i) => kinds[i]!.skills?.includes(skill)))),
      capacityErlangs: erlangs(sum(capacities.filter((_, i) => teams[i]!.skills.includes(skill)))),
    }));
  }
}

function canServe(
  { skills, languages, channels }: RoutingTeam,
  { skills: needed = [], language, channel }: RoutingDemand,
  policy: Pick<RoutingPolicy, "languageShares" | "languageFallbacks">,
): boolean {
  return (
    needed.every((skill) => skills.includes(skill)) &&
    (language === undefined || languageFit([language], languages, policy) !== undefined) &&
    (channel === undefined || channels === undefined || channels.includes(channel))
  );
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
