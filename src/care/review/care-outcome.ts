import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { CareAction, CareActionState } from "../plan/care-action.js";
import type { CareKind } from "../policy/care-kind.js";
import type { CareFeedback, ControlFeedback } from "./care-feedback.js";

/** What became of one occasion of a customer. */
export interface CareOutcomeItem {
  /** The id of the occasion. */
  readonly occasion: string;
  /** The id of the rule; absent when unknown. */
  readonly rule?: string;
  /** What kind of care; absent when unknown. */
  readonly kind?: CareKind;
  /** How far the action came; absent for the control group, which had none. */
  readonly state?: CareActionState;
  /** The code of the reason why it was not done; absent where it was, or nobody said. */
  readonly stoppedBy?: string;
  /** Whether everybody gets it, the control group too, so that it has no part in the effect; no when absent. */
  readonly transactional?: boolean;
  /** Whether the customer did what the care was for; absent when unknown. */
  readonly responded?: boolean;
  /** What the customer said of it, on the survey's scale; absent when not asked. */
  readonly satisfaction?: number;
  /** What it cost; nothing when absent. */
  readonly cost?: Money;
  /** What the customer bought; absent when unknown. */
  readonly value?: Money;
  /** Whether the customer told a story; no when absent. */
  readonly hasStory?: boolean;
}

/** What became of the care of one customer, or of a customer without any: one row of a review. */
export interface CareOutcome {
  /** The customer; one row each. */
  readonly customer: CustomerId;
  /** Whether the customer was given care or held out to compare with. */
  readonly group: "treated" | "control";
  /** The value class; absent when unknown. */
  readonly valueClass?: string;
  /** Each action, or each occasion of the control group. */
  readonly items: readonly CareOutcomeItem[];
}

/** What came back, by action and of the control group. */
export interface CareOutcomesOptions {
  /** What came back from the actions, in any order. */
  readonly feedback: readonly CareFeedback[];
  /** What the control group did; nothing known of it when absent. */
  readonly control?: readonly ControlFeedback[];
}

/** The rows of a review, and the feedback that fits nowhere. */
export interface CareOutcomes {
  /** One row a customer: those of the actions in their order, then the control group in its own. */
  readonly outcomes: readonly CareOutcome[];
  /** The ids of actions that feedback names and that are not among the actions, in order. */
  readonly unknownActions: readonly string[];
  /** The ids of actions with feedback given more than once; the first counts. */
  readonly repeatedActions: readonly string[];
}

interface OpenOutcome {
  readonly customer: CustomerId;
  readonly group: CareOutcome["group"];
  valueClass?: string;
  readonly items: CareOutcomeItem[];
}

/**
 * What became of the care of each customer?
 *
 * Brings actions and what came back from them together, one row a customer, and puts the control group beside it. A
 * transactional action of a customer of the control group is left out: it is no part of what is measured.
 *
 * @param actions - The actions of the plan with their present states.
 * @param options - Feedback by action and of the control group.
 * @returns The rows for {@link reviewPlan}, and the feedback that fits no action or came twice.
 * @throws RangeError when a customer of the control group has an action that is not transactional.
 * @example
 * ```ts
 * import { careOutcomes } from "goodwill/care";
 * import { customerId } from "goodwill/customer";
 *
 * const control = [{ customer: customerId("eve"), occasion: "birthday", responded: false }];
 * careOutcomes([], { feedback: [], control }).outcomes.map(({ group }) => group); // => ["control"]
 * ```
 */
export function careOutcomes(
  actions: readonly CareAction[],
  { feedback, control = [] }: CareOutcomesOptions,
): CareOutcomes {
  const heldOut = new Set(control.map(({ customer }) => customer));
  const byAction = new Map<string, CareFeedback>();
  const repeated = new Set<string>();
  for (const one of feedback) {
    if (byAction.has(one.action)) repeated.add(one.action);
    else byAction.set(one.action, one);
  }
  const open = new Map<CustomerId, OpenOutcome>();
  const unknown = new Set(byAction.keys());
  for (const action of actions) {
    unknown.delete(action.id);
    if (heldOut.has(action.customer)) {
      requireTransactional(action);
      continue;
    }
    rowOf(open, { ...action, group: "treated" }).push(itemOf(action, byAction.get(action.id)));
  }
  for (const { customer, valueClass, ...item } of control) {
    const of = {
      customer,
      group: "control",
      ...(valueClass !== undefined && { valueClass }),
    } as const;
    rowOf(open, of).push(item);
  }
  return {
    outcomes: [...open.values()],
    unknownActions: [...unknown],
    repeatedActions: [...repeated],
  };
}

function requireTransactional({ id, customer, transactional = false }: CareAction): void {
  if (transactional) return;
  throw new RangeError(
    `Cannot gather outcomes: customer ${JSON.stringify(customer)} is in the control group and must have no care, got the action ${JSON.stringify(id)}`,
  );
}

function rowOf(
  open: Map<CustomerId, OpenOutcome>,
  { customer, group, valueClass }: Pick<CareOutcome, "customer" | "group" | "valueClass">,
): CareOutcomeItem[] {
  let row = open.get(customer);
  if (row === undefined) {
    row = { customer, group, ...(valueClass !== undefined && { valueClass }), items: [] };
    open.set(customer, row);
  } else if (row.valueClass === undefined && valueClass !== undefined) row.valueClass = valueClass;
  return row.items;
}

function itemOf(action: CareAction, feedback: CareFeedback | undefined): CareOutcomeItem {
  const { occasion, rule, kind, state, transactional } = action;
  const { responded, satisfaction, value, reason, story } = feedback ?? {};
  const cost = feedback?.cost ?? (state === "done" ? action.cost : undefined);
  return {
    ...{ occasion, rule, kind, state },
    ...(transactional === true && { transactional }),
    ...(reason !== undefined && { stoppedBy: reason.code }),
    ...(responded !== undefined && { responded }),
    ...(satisfaction !== undefined && { satisfaction }),
    ...(cost !== undefined && { cost }),
    ...(value !== undefined && { value }),
    ...(story !== undefined && story.trim() !== "" && { hasStory: true }),
  };
}
