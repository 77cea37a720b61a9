import { instant, money, plainDate, timeZone } from "goodwill/shared";
import type { Instant } from "goodwill/shared";
import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import type { LoyaltyOptions } from "../../../src/loyalty/decision/decision-options.js";
import type {
  LoyaltyCommand,
  LoyaltyOrderLine,
  RedemptionRequest,
  ReturnLine,
} from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../../../src/loyalty/decision/loyalty-refusal.js";
import { evolveLoyalty } from "../../../src/loyalty/ledger/evolve-loyalty.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyProgrammeDefinition } from "../../../src/loyalty/programme/programme-definition.js";
import { loyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";

/** One point a pound; 100 points are worth 5.00; two kinds of points pay, the promotional ones first. */
export function programmeOf(said: Partial<LoyaltyProgrammeDefinition> = {}): LoyaltyProgramme {
  return loyaltyProgramme({
    id: "beans",
    version: 1,
    zone: timeZone("Europe/London"),
    currency: "GBP",
    kinds: [
      {
        id: "beans",
        purpose: "redeemable",
        expiry: { kind: "rolling", count: 12, unit: "months" },
      },
      { id: "extra", purpose: "promotional", burnPriority: -1 },
      { id: "later", purpose: "redeemable", activation: { kind: "after-days", days: 14 } },
      { id: "miles", purpose: "partner" },
    ],
    earning: [
      {
        id: "pound",
        kind: "beans",
        trigger: "order",
        award: { form: "per-amount", points: 1, per: 100 },
      },
    ],
    redemption: {
      kinds: ["beans", "extra", "later"],
      payment: { points: 100, amount: 500 },
      reservationMinutes: 30,
    },
    rewards: [
      { id: "mug", form: "product", cost: 5, stock: "mugs", memberLimit: 3 },
      { id: "biscuit", form: "product", cost: 3, unitsPerClaim: 2 },
      { id: "coupon", form: "voucher", cost: 40, amount: 1000, validDays: 30 },
    ],
    partners: [{ id: "airline", issues: ["miles"], accepts: ["miles"] }],
    ...said,
  });
}

export const SHOP = programmeOf();

/** A moment on London's clock in February or March, when it shows UTC. */
export function on(day: string, time = "12:00"): Instant {
  return instant(`${day}T${time}:00Z`);
}

type Said<Command> = Command extends LoyaltyCommand ? Omit<Command, "key" | "member"> : never;
/** A command without key and member. */
export type Step = Said<LoyaltyCommand>;

/** What is decided of one step, as the events or the refusal. */
export function decided(
  state: LoyaltyState,
  step: Step,
  options: Partial<LoyaltyOptions> = {},
): readonly LoyaltyEvent[] | LoyaltyRefusal {
  const key = `k-${String(state.sequence)}`;
  const result = decideLoyalty(
    state,
    { ...step, key, member: "ann" },
    {
      now: instant("2030-01-01T00:00:00Z"),
      programme: SHOP,
      ids: (index) => `e-${String(state.sequence + index)}`,
      ...options,
    },
  );
  return result.ok ? result.value : result.error;
}

/** What a step is refused with. */
export function refusal(
  state: LoyaltyState,
  step: Step,
  options: Partial<LoyaltyOptions> = {},
): LoyaltyRefusal {
  const found = decided(state, step, options);
  if ("code" in found) return found;
  throw new Error(`${step.kind} was not refused`);
}

/** The events of a step that must be taken in. */
export function events(
  state: LoyaltyState,
  step: Step,
  options: Partial<LoyaltyOptions> = {},
): readonly LoyaltyEvent[] {
  const found = decided(state, step, options);
  if (!("code" in found)) return found;
  throw new Error(`${step.kind} was refused: ${JSON.stringify(found)}`);
}

/** The ledger after these steps, each of which must be taken in. */
export function after(
  from: LoyaltyState,
  steps: readonly Step[],
  options: Partial<LoyaltyOptions> = {},
): LoyaltyState {
  return steps.reduce(
    (state, step) => events(state, step, options).reduce(evolveLoyalty, state),
    from,
  );
}

/** Ann, who joined on 1 January. */
export function member(programme: LoyaltyProgramme = SHOP): LoyaltyState {
  return after(NO_LOYALTY, [{ kind: "enrol", occurredAt: on("2026-01-01") }], { programme });
}

export function grant(amount: number, day = "2026-02-01", said: object = {}): Step {
  const { kind = "beans", through, ...rest } = said as { kind?: string; through?: string };
  const last = through === undefined ? {} : { through: plainDate(through) };
  const points = { kind, amount };
  return { kind: "grant-points", occurredAt: on(day), points, why: "gift", ...last, ...rest };
}

/** An order of lines that cost so many pence each. */
export function order(
  id: string,
  day: string,
  amounts: readonly number[],
  said: object = {},
): Step {
  const lines = amounts.map((amount, index): LoyaltyOrderLine => ({
    id: `l${String(index + 1)}`,
    product: `p${String(index + 1)}`,
    quantity: 1,
    amount: money(amount, "GBP"),
  }));
  return { kind: "record-order", occurredAt: on(day), order: { id, lines, ...said } };
}

export function redeem(redemption: string, day: string, request: RedemptionRequest): Step {
  return { kind: "redeem", occurredAt: on(day), redemption, request };
}

export function reserve(redemption: string, day: string, request: RedemptionRequest): Step {
  return { kind: "reserve", occurredAt: on(day), redemption, request };
}

export function giveBackOrder(id: string, day: string, lines?: readonly ReturnLine[]): Step {
  const said = lines === undefined ? {} : { lines };
  const name = `return of ${id} on ${day}: ${lines?.map(({ line }) => line).join() ?? "all"}`;
  return { kind: "return-order", occurredAt: on(day), order: id, return: name, ...said };
}

/** Active points of a kind at noon of a day. */
export function active(state: LoyaltyState, day: string, kind = "beans"): number {
  return walletBalance(state, kind, { asOf: on(day) }).active;
}
