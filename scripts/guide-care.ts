/** The charts of care: a quarter's plan of a music shop and what came of it, drawn from a seed. */
import {
  reviewPlan,
  type CareAction,
  type CareOutcome,
  type CarePlan,
  type CareUse,
} from "goodwill/care";
import {
  budgetUseChart,
  capacityChart,
  careCalendarChart,
  effectChart,
  type ChartOptions,
  type ChartSpecification,
} from "goodwill/chart";
import { customerId } from "goodwill/customer";
import { addDays, money, plainDate, seededRandom } from "goodwill/shared";

const CNY = { currency: "CNY", minorDigits: 2 } as const;

/** The second quarter of 2026, from the first Monday in it. */
const START = plainDate("2026-04-06");
const WEEKS = 12;

/** The holiday list ends after these weeks: later days may yet change. */
const COVERED_WEEKS = 10;

const KINDS: readonly CareAction["kind"][] = ["message", "card", "gift", "call"];

/** Response with and without care, by rule. */
const RULES = [
  { rule: "gift at the festival", withCare: 0.083, without: 0.03 },
  { rule: "call in the quarter", withCare: 0.061, without: 0.032 },
  { rule: "birthday message", withCare: 0.034, without: 0.028 },
  { rule: "weekend message", withCare: 0.021, without: 0.031 },
] as const;

const CUSTOMERS = { treated: 2400, control: 800 } as const;

/** Greetings every day, and many on the feast in the tenth week. */
function plannedActions(random: () => number): CarePlan["actions"][number][] {
  const actions: Pick<CareAction, "due" | "kind" | "state" | "provisional">[] = [];
  for (let day = 0; day < 7 * WEEKS; day += 1) {
    const isFeast = day === 7 * 10 + 4;
    const count = Math.floor((day % 7 < 5 ? 12 : 4) * random()) + (isFeast ? 60 : 0);
    for (let index = 0; index < count; index += 1) {
      const kind = KINDS[Math.floor(random() ** 2 * KINDS.length)]!;
      const provisional = day >= 7 * COVERED_WEEKS;
      actions.push({ due: addDays(START, day), kind, state: "planned", provisional });
    }
  }
  return actions as CarePlan["actions"][number][];
}

function budgetUses(): CareUse[] {
  return [
    { limit: "plan", kind: "plan", used: 8_734_000, available: 10_000_000 },
    { limit: "class A", kind: "class", of: "A", used: 4_980_000, available: 5_000_000 },
    { limit: "class B", kind: "class", of: "B", used: 2_610_000, available: 3_500_000 },
    { limit: "class C", kind: "class", of: "C", used: 1_144_000, available: 1_500_000 },
  ];
}

function weeklyUses(random: () => number): CareUse[] {
  return ["Ann", "Ben", "Chen"].flatMap((of, owner) =>
    (["visit", "call"] as const).flatMap((kind) =>
      Array.from({ length: WEEKS }, (_, index): CareUse => {
        const week = addDays(START, 7 * index);
        const available = kind === "visit" ? 4 : 15;
        const used = Math.min(available, Math.floor((available + 1) * (random() + 0.2 * owner)));
        return { limit: `${kind} ${of} ${week}`, kind, of, week, used, available };
      }),
    ),
  );
}

function outcomes(random: () => number): CareOutcome[] {
  return RULES.flatMap(({ rule, withCare, without }) =>
    (["treated", "control"] as const).flatMap((group) =>
      Array.from({ length: CUSTOMERS[group] }, (_, index): CareOutcome => {
        const responded = random() < (group === "treated" ? withCare : without);
        const item = { occasion: "any", rule, responded };
        return {
          ...{ customer: customerId(`${rule} ${group} ${String(index)}`), group },
          items: [
            group === "control" ? item : { ...item, state: "done", cost: money(2500, "CNY") },
          ],
        };
      }),
    ),
  );
}

/** The charts by file name. */
export function careCharts(options: ChartOptions): Record<string, ChartSpecification> {
  const random = seededRandom(20_260_406);
  const period = { start: START, end: addDays(START, 7 * WEEKS) };
  return {
    "care-calendar.svg": careCalendarChart({ period, actions: plannedActions(random) }, options),
    "care-budgets.svg": budgetUseChart(budgetUses(), { ...options, ...CNY }),
    "care-capacity.svg": capacityChart(weeklyUses(random), options),
    "care-effect.svg": effectChart(reviewPlan(outcomes(random), { currency: "CNY" }), options),
  };
}
