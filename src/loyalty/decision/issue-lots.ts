import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import { plainDateAt, startOfDay } from "../../shared/time/time-zone.js";
import type { IssuedLot, LotSource, LotTerms } from "../ledger/lot.js";
import type { PointsMovement } from "../ledger/movement.js";
import type { ActivationRule } from "../programme/activation-rule.js";
import { lastDayOfPoints } from "../programme/expiry-rule.js";
import type { ExpiryRule } from "../programme/expiry-rule.js";
import type { PointKind } from "../programme/point-kind.js";
import { nextLotId } from "./decision.js";
import type { Decision } from "./decision.js";
import { expiryRuleOf, startAfter } from "./lapses.js";

/** Points to be issued. */
export interface LotRequest {
  /** The kind of points, one of the programme's. */
  readonly kind: string;
  /** How many, an integer of at least 1. */
  readonly points: number;
  /** When they were earned. */
  readonly earnedAt: Instant;
  /** What for. */
  readonly source: LotSource;
  /** Rules in place of the kind's own. */
  readonly rules?: {
    readonly activation?: ActivationRule;
    readonly expiry?: ExpiryRule;
    readonly burnPriority?: number;
  };
  /** Terms as they are, for points that come from another lot or end on a day named; nothing is derived then. */
  readonly terms?: LotTerms;
}

/** What issuing does, to be spread into the event that is recorded next. */
export interface LotsIssued {
  /** The lots; absent where none. */
  readonly lots?: readonly IssuedLot[];
  /** The movements by which they pay what the member owes; absent where nothing is owed. */
  readonly movements?: readonly PointsMovement[];
}

/** Fixes the terms of points to be issued by the programme of today and the member's tier, and lets them pay a debt. */
export function issueLots(decision: Decision, requests: readonly LotRequest[]): LotsIssued {
  const lots = requests.map(({ points, earnedAt, source, ...request }, index): IssuedLot => {
    const terms = request.terms ?? termsOf(decision, { ...request, earnedAt });
    return { ...terms, id: nextLotId(decision, index), earnedAt, original: points, source };
  });
  const movements = debtPayments(decision, lots);
  return {
    ...(lots.length > 0 && { lots }),
    ...(movements.length > 0 && { movements }),
  };
}

/** The terms points are issued under today. */
export function termsOf(
  { state, options }: Decision,
  { kind: id, earnedAt, rules = {} }: Pick<LotRequest, "kind" | "earnedAt" | "rules">,
): LotTerms {
  const { zone, kinds } = options.programme;
  const kind = kinds.find((one) => one.id === id)!;
  const day = plainDateAt(earnedAt, zone);
  const expiry = rules.expiry ?? expiryRuleOf(kind, state.tier?.tier);
  const last = lastDayOfPoints(day, expiry);
  return {
    kind: id,
    priority: rules.burnPriority ?? kind.burnPriority ?? 0,
    ...activationTerms(rules.activation ?? kind.activation, earnedAt, (days) =>
      startOfDay(addDays(day, days), zone),
    ),
    ...(expiry.kind === "inactivity"
      ? { lapsesWhenInactive: true as const }
      : last !== undefined && { expiresAt: startAfter(last, zone) }),
    ...valueTerms(kind),
  };
}

function activationTerms(
  rule: ActivationRule | undefined,
  earnedAt: Instant,
  startOf: (days: number) => Instant,
): Pick<LotTerms, "activeFrom" | "awaiting"> {
  switch (rule?.kind) {
    case undefined:
    case "at-once":
      return { activeFrom: earnedAt };
    case "after-days":
      return { activeFrom: startOf(rule.days) };
    case "on-confirmation":
      return { awaiting: rule.action };
  }
}

function valueTerms({ value }: PointKind): Pick<LotTerms, "value"> {
  return value === undefined ? {} : { value };
}

function debtPayments({ state }: Decision, lots: readonly IssuedLot[]): PointsMovement[] {
  const owed: Record<string, number> = {};
  const movements: PointsMovement[] = [];
  for (const { id, kind, original } of lots) {
    owed[kind] ??= 0 - (state.wallets[kind]?.totals.deficit ?? 0);
    const points = Math.min(owed[kind], original);
    if (points <= 0) continue;
    owed[kind] -= points;
    movements.push({ kind, lot: id, from: "open", to: "deficit", points });
  }
  return movements;
}
