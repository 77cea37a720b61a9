import { dayNumber, textOfDay } from "../../shared/time/civil.js";
import type { Reason } from "../../shared/reason.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { SelectionUse } from "../selection/selection-problem.js";
import type { CareKind } from "../policy/care-kind.js";
import type { CareDraft } from "./care-draft.js";
import type { PlanCareOptions } from "./care-plan-options.js";
import type { CareUse } from "./care-plan.js";
import { mondayOf } from "../../shared/time/week-day.js";
import { draftCost } from "./own-limits.js";
import { staffTimeOf } from "./staff-time.js";

/** Who pays for an action and who acts. @internal */
export interface CareParties {
  readonly valueClass: string | undefined;
  readonly owner: string | undefined;
  readonly team: string | undefined;
}

type Limit = Omit<CareUse, "used">;

/** An action or what follows it. */
type CareStep = Pick<CareDraft, "way" | "moment">;

/** The limits all customers share, each by its place. @internal */
export interface SharedLimits {
  /** How much there is of each. */
  readonly capacities: readonly number[];
  /** Whether some depend on who acts. */
  readonly isByOwner: boolean;
  /** Whether some depend on the team. */
  readonly isByTeam: boolean;
  /** What an action takes. */
  usesOf(draft: CareDraft, parties: CareParties): readonly SelectionUse[];
  /** That a limit stands against an action. */
  reasonOf(resource: number, needed: number, left: number): Reason;
  /** How much of each limit is used. */
  usesAfter(used: readonly number[]): readonly CareUse[];
}

/** The limits of a plan for these owners. @internal */
export function sharedLimits(
  { budget = {}, capacities = [], period, occasions, policy }: PlanCareOptions,
  { owners, firstDay }: { readonly owners: readonly string[]; readonly firstDay: number },
): SharedLimits {
  const limits: Limit[] = [];
  const places = {
    class: new Map<string, number>(),
    team: new Map<string, number>(),
    visit: new Map<string, number>(),
    call: new Map<string, number>(),
  };
  const add = (limit: Limit): void => {
    // The weeks of a member of staff lie one behind the other: the first tells where.
    if (limit.kind !== "plan" && limit.of !== undefined && !places[limit.kind].has(limit.of)) {
      places[limit.kind].set(limit.of, limits.length);
    }
    limits.push(limit);
  };
  const firstMonday = mondayOf(firstDay);
  add({ limit: "plan", kind: "plan", ...available(budget.plan?.amount) });
  for (const kind of ["class", "team"] as const) {
    const parts = (kind === "class" ? budget.perClass : budget.perTeam) ?? {};
    for (const [of, { amount }] of Object.entries(parts)) {
      add({ limit: `${kind} ${of}`, kind, of, available: amount });
    }
  }
  const lastDay = dayNumber(period.end) + longestOf(occasions) + longestAfter(policy);
  const counted = new Set(capacities.map(({ kind }) => kind));
  for (const kind of counted) {
    for (const of of owners) {
      const perWeek = (
        capacities.find((one) => one.kind === kind && one.owner === of) ??
        capacities.find((one) => one.kind === kind && one.owner === "any")
      )?.perWeek;
      if (perWeek === undefined) continue;
      for (let monday = firstMonday; monday <= lastDay; monday += 7) {
        const week = textOfDay(monday) as PlainDate;
        add({ limit: `${kind} ${of} ${week}`, kind, of, week, available: perWeek });
      }
    }
  }
  return {
    capacities: limits.map((limit) => limit.available ?? Number.MAX_SAFE_INTEGER),
    isByOwner: counted.size > 0,
    isByTeam: budget.perTeam !== undefined,
    usesOf: (draft, { valueClass, owner, team }) => {
      const uses: SelectionUse[] = [];
      const amount = draftCost(draft);
      if (amount > 0) {
        uses.push({ resource: 0, amount });
        const ofClass = valueClass === undefined ? undefined : places.class.get(valueClass);
        if (ofClass !== undefined) uses.push({ resource: ofClass, amount });
        const ofTeam = team === undefined ? undefined : places.team.get(team);
        if (ofTeam !== undefined) uses.push({ resource: ofTeam, amount });
      }
      const { rule } = draft.prepared;
      const takeTime = (kind: CareKind, { way, moment }: CareStep): void => {
        const staff = staffTimeOf(kind, way.channel);
        const first = staff && owner !== undefined ? places[staff].get(owner) : undefined;
        if (first === undefined) return;
        uses.push({ resource: first + (mondayOf(moment.day) - firstMonday) / 7, amount: 1 });
      };
      takeTime(rule.kind, draft);
      if (rule.followUp && draft.followUp) takeTime(rule.followUp.kind, draft.followUp);
      return uses;
    },
    reasonOf: (resource, needed, left) => {
      const { limit, kind, available: cap = 0 } = limits[resource] as Limit;
      const code = kind === "visit" || kind === "call" ? "care-capacity-used" : "care-budget-used";
      return { code, params: { limit, cap, needed, left } };
    },
    usesAfter: (used) => limits.map((limit, place) => ({ ...limit, used: used[place] ?? 0 })),
  };
}

/** For how many days after its day an occasion may be answered, at most. */
function longestOf(occasions: PlanCareOptions["occasions"]): number {
  return occasions.reduce((longest, { lastsDays = 0 }) => Math.max(longest, lastsDays), 0);
}

/** How many days after an action what follows it may be done, at most. */
function longestAfter({ rules }: PlanCareOptions["policy"]): number {
  return rules.reduce((longest, { followUp }) => {
    const days = (followUp?.afterDays ?? 0) + (followUp?.lastsDays ?? 0);
    return Math.max(longest, days);
  }, 0);
}

function available(amount: number | undefined): { readonly available?: number } {
  return amount === undefined ? {} : { available: amount };
}
