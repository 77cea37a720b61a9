import type { Reason } from "../../shared/reason.js";
import type { FitObstacle, FitSetting } from "./agent-fit.js";
import { fitObstacle, fitPoints, fitReasons, obstacleReason } from "./agent-fit.js";
import { bestMatching } from "./best-matching.js";
import type { StandingContact } from "./contact-standing.js";
import { missingReasons } from "./missing-reasons.js";
import type { PassedOverAgent, RoutedContact, UnroutedContact } from "./routing-decision.js";
import type { WorkingAgent } from "./working-agent.js";
import { giveContact } from "./working-agent.js";

/** Contacts in the order of priority, and who is there. @internal */
export interface RoundTask {
  /** The contacts that wait. */
  readonly waiting: readonly StandingContact[];
  /** The agents by id. */
  readonly agents: readonly WorkingAgent[];
  /** What they are held against. */
  readonly setting: FitSetting;
}

const MINUTE_MS = 60_000;

interface Compared {
  readonly obstacles: readonly (readonly (FitObstacle | undefined)[])[];
  readonly points: Int32Array;
}

/** Gives at most one contact to each agent, and notes it there. @internal */
export function routingRound(task: RoundTask): readonly RoutedContact[] {
  const { waiting, agents, setting } = task;
  const { obstacles, points } = compared(task);
  const columns = agents.length;
  const match = bestMatching({ rows: waiting.length, columns, points });
  const givenTo = new Map<number, string>();
  match.forEach((column, row) => {
    if (column >= 0) givenTo.set(column, waiting[row]!.contact.id);
  });
  const routed: RoutedContact[] = [];
  match.forEach((column, row) => {
    if (column < 0) return;
    const standing = waiting[row]!;
    const chosen = points[row * columns + column]!;
    const passedOver: PassedOverAgent[] = [];
    for (let other = 0; other < columns; other += 1) {
      if (other === column) continue;
      const working = agents[other]!;
      const obstacle = obstacles[row]![other];
      const reason =
        obstacle === undefined
          ? lessFit(working.agent.id, {
              given: givenTo.get(other),
              points: points[row * columns + other]!,
              chosen,
            })
          : obstacleReason(obstacle, standing, working);
      passedOver.push({ agent: working.agent.id, reason });
    }
    routed.push({
      ...standingOf(standing),
      agent: agents[column]!.agent.id,
      points: chosen,
      reasons: [...headStartReasons(standing), ...fitReasons(standing, agents[column]!, setting)],
      passedOver,
    });
  });
  match.forEach((column, row) => {
    if (column >= 0) giveContact(agents[column]!, waiting[row]!.contact, setting);
  });
  return routed;
}

/** Why nobody gets a contact now. @internal */
export function unroutedContact(
  standing: StandingContact,
  { agents, setting }: Pick<RoundTask, "agents" | "setting">,
): UnroutedContact {
  const passedOver: PassedOverAgent[] = [];
  const couldServe: string[] = [];
  for (const working of agents) {
    const obstacle = fitObstacle(standing, working, setting)!;
    const { id: agent } = working.agent;
    passedOver.push({ agent, reason: obstacleReason(obstacle, standing, working) });
    if (obstacle === "away" || obstacle === "full") couldServe.push(agent);
  }
  const isBusy = couldServe.length > 0;
  return {
    ...standingOf(standing),
    code: isBusy ? "all-busy" : "unroutable",
    missing: isBusy ? [] : missingReasons(standing, { agents, setting }),
    couldServe,
    ...(standing.widensAt !== undefined && { widensAt: standing.widensAt }),
    passedOver,
  };
}

function compared({ waiting, agents, setting }: RoundTask): Compared {
  const points = new Int32Array(waiting.length * agents.length).fill(-1);
  const obstacles = waiting.map((standing, row) =>
    agents.map((working, column) => {
      const obstacle = fitObstacle(standing, working, setting);
      if (obstacle === undefined) {
        points[row * agents.length + column] = fitPoints(standing, working, setting);
      }
      return obstacle;
    }),
  );
  return { obstacles, points };
}

function lessFit(
  agent: string,
  {
    given,
    points,
    chosen,
  }: { readonly given: string | undefined; readonly points: number; readonly chosen: number },
): Reason {
  if (given !== undefined) {
    return { code: "routing-agent-given", params: { agent, contact: given } };
  }
  return points === chosen
    ? { code: "routing-agent-equal", params: { agent, points } }
    : { code: "routing-agent-less-fit", params: { agent, points, chosen } };
}

function headStartReasons({ contact, waitedMs, priorityMs }: StandingContact): readonly Reason[] {
  const minutes = (priorityMs - waitedMs) / MINUTE_MS;
  if (minutes === 0) return [];
  const params = { minutes, class: contact.valueClass ?? "-" };
  return [{ code: "routing-head-start", params }];
}

function standingOf({
  contact,
  waitedMs,
  priorityMs,
}: StandingContact): Pick<RoutedContact, "contact" | "waitedMinutes" | "priorityMinutes"> {
  return {
    contact: contact.id,
    waitedMinutes: waitedMs / MINUTE_MS,
    priorityMinutes: priorityMs / MINUTE_MS,
  };
}
