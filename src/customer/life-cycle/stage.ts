import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CustomerId } from "../record/customer.js";
import { purchaseBalance } from "../record/purchase-balance.js";
import type { PurchaseFinding } from "../record/purchase-finding.js";
import { courseAt } from "./course/course-at.js";
import { exitOf } from "./course/exit-of.js";
import type { LifecycleExit } from "./exit.js";
import type { LifecycleCustomer, LifecycleFacts } from "./facts.js";
import { outcomeMarks, stageEvidence } from "./course/stage-evidence.js";
import type { OutcomeMarks } from "./course/stage-evidence.js";
import type { LifecycleOptions } from "./rung.js";
import { LIFECYCLE_STAGES } from "./stage-aim.js";
import type { LifecycleAim, LifecycleMeans, LifecycleStage } from "./stage-aim.js";

/** What use has brought: bought again, bought something else, recommended us. */
export type LifecycleOutcomeKind = "repurchase" | "extension" | "referral";

/** One kind of outcome of the use stage. */
export interface LifecycleOutcome {
  /** Which kind. */
  readonly kind: LifecycleOutcomeKind;
  /** How many times, at least 1. */
  readonly count: number;
  /** The first time. */
  readonly firstAt: Instant;
  /** The last time. */
  readonly lastAt: Instant;
}

/** Where a customer stands in the life cycle, and why. */
export interface LifecyclePosition {
  /** The customer. */
  readonly customer: CustomerId;
  /** The moment it holds for. */
  readonly asOf: Instant;
  /** The stage. */
  readonly stage: LifecycleStage;
  /** Since when; absent when nothing at all is known of the customer by then. */
  readonly since?: Instant;
  /** What the firm wants of the stage. */
  readonly aim: LifecycleAim;
  /** By what. */
  readonly means: readonly LifecycleMeans[];
  /** What use has brought, in the order repurchase, extension, referral; only those that happened. */
  readonly outcomes: readonly LifecycleOutcome[];
  /** Whether the customer leaves, and what points to it. */
  readonly exit: LifecycleExit;
  /** The facts that place the customer, with their ids and dates. */
  readonly evidence: readonly Reason[];
  /** What was paid less what was paid back, one entry a currency, by code; currencies are never summed. */
  readonly spent: readonly Money[];
  /** Purchases given twice and returns that do not fit a purchase: they count nowhere. */
  readonly findings: readonly PurchaseFinding[];
}

/**
 * In which stage of the relationship life cycle is this customer (CUS-7)?
 *
 * *Use*: something was bought and kept. *Purchase*: interest was shown, by an inbound contact or by a purchase given
 * back since. *Initial*: all else. A stage once reached is left backwards only where everything bought is given back;
 * whether the customer is on the way out is told apart, by the exit:
 * - initial: no contact of any kind for longer than the policy's silence threatens;
 * - purchase: cooling interest threatens, cold interest is an exit;
 * - use: lapsed, or last heard dissatisfied, threatens; lost (see {@link relationshipRung}) is an exit;
 * - at every stage, a notice threatens, and an end by word or contract is an exit.
 *
 * A repurchase is a purchase after the first, those on one day counted once unless the policy says otherwise; an
 * extension one that brought a product (or category) not bought before; a referral counts from the first purchase on.
 *
 * @remarks Gronroos (1980, Long Range Planning 13(2):36; 1990, Service Management and Marketing). He gives the stages,
 * their aims and means and the exit at each, but no thresholds: those are the policy's.
 * @param customer - The customer.
 * @param facts - The customer's facts, in any order.
 * @param options - The moment, the zone and the policy.
 * @returns The stage with its aim and means, outcomes, exit and evidence.
 * @throws RangeError when a fact is of another customer or given twice, a date or zone is not valid, or the policy is
 * none.
 * @example
 * ```ts
 * import { customerId, lifecycleStage } from "goodwill/customer";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const customer = { id: customerId("C-17") };
 * const at = instant("2026-02-13T09:30:00Z");
 * const interactions = [{ id: "I-1", customer: customer.id, at, direction: "inbound", kind: "enquiry" }] as const;
 * const asOf = instant("2026-04-01T00:00:00Z");
 * const { stage, aim, exit } = lifecycleStage(customer, { interactions }, { asOf, zone: timeZone("UTC") });
 * [stage, aim]; // => ["purchase", "turn-interest-into-first-sale"]
 * [exit.state, exit.reasons[0]?.code]; // => ["threatening", "interest-cooling"]
 * ```
 */
export function lifecycleStage(
  customer: LifecycleCustomer,
  facts: LifecycleFacts,
  options: LifecycleOptions,
): LifecyclePosition {
  const { course, reading } = courseAt({ customer, facts }, options);
  const { stage, stageMark } = course;
  const { currencies, findings } = purchaseBalance(facts.purchases ?? [], options);
  const { aim, means } = LIFECYCLE_STAGES.find((one) => one.stage === stage)!;
  const outcomes = outcomeMarks(course, reading);
  return {
    customer: customer.id,
    asOf: options.asOf,
    stage,
    ...(stageMark !== undefined && { since: stageMark.at }),
    aim,
    means,
    outcomes: outcomesOf(outcomes),
    exit: exitOf(course, reading),
    evidence: stageEvidence(course, outcomes),
    spent: currencies.map(({ net }) => net),
    findings,
  };
}

/** The kinds of outcome, in the order told. */
const OUTCOME_KINDS: readonly LifecycleOutcomeKind[] = ["repurchase", "extension", "referral"];

function outcomesOf(marks: OutcomeMarks): readonly LifecycleOutcome[] {
  return OUTCOME_KINDS.flatMap((kind) => {
    const [first, last] = [marks[kind][0], marks[kind].at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ kind, count: marks[kind].length, firstAt: first.at, lastAt: last.at }];
  });
}
