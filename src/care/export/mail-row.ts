import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Customer, CustomerId } from "../../customer/record/customer.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { moneyToDecimal } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CareAction, CareActionState } from "../plan/care-action.js";
import type { CareKind } from "../policy/care-kind.js";

/** An action as a mailing program takes it: one level, texts only. */
export interface CareMailRow {
  /** The id of the action. */
  readonly action: string;
  /** The id of the customer. */
  readonly customer: CustomerId;
  /** The customer's name; absent where the customer was not given. */
  readonly name?: string;
  /** The customer's language, as a BCP 47 tag; absent where it is unknown or the customer was not given. */
  readonly language?: string;
  /** The channel. */
  readonly channel: ContactChannel;
  /** The messaging service of a handle; absent for other channels or where the customer was not given. */
  readonly service?: string;
  /** The address; absent where the customer was not given or has the contact point no more. */
  readonly address?: string;
  /** The id of the contact point. */
  readonly contactPoint: string;
  /** What kind of care. */
  readonly kind: CareKind;
  /** The id of the occasion. */
  readonly occasion: string;
  /** What it is for, as consent was asked for it. */
  readonly purpose: string;
  /** The id of the message's template; absent where none is needed. */
  readonly template?: string;
  /** Who acts; absent when nobody looks after the customer. */
  readonly owner?: string;
  /** The day it is due, on the customer's own calendar. */
  readonly due: PlainDate;
  /** The first moment it may be sent. */
  readonly notBefore: Instant;
  /** The first moment it may no longer be sent. */
  readonly notAfter: Instant;
  /** What it costs, as a plain decimal number. */
  readonly cost: string;
  /** The currency of the cost. */
  readonly currency: CurrencyCode;
}

/** The columns of a mailing, in the order in which they stand in a file; new ones are added at the end. */
export const CARE_MAIL_COLUMNS: readonly (keyof CareMailRow)[] = [
  "action",
  "customer",
  "name",
  "language",
  "channel",
  "service",
  "address",
  "contactPoint",
  "kind",
  "occasion",
  "purpose",
  "template",
  "owner",
  "due",
  "notBefore",
  "notAfter",
  "cost",
  "currency",
];

/** Which actions become rows, and what is added to them. */
export interface CareMailOptions {
  /** The customers whose names, languages and addresses are added; none are when absent. */
  readonly customers?: readonly Customer[];
  /** By which channels; all when absent. */
  readonly channels?: readonly ContactChannel[];
  /** Whose actions; everybody's when absent. */
  readonly owner?: string;
  /** How far the actions have come; `planned` and `due`, which are still to be done, when absent. */
  readonly states?: readonly CareActionState[];
}

const TO_BE_DONE: readonly CareActionState[] = ["planned", "due"];

/**
 * What does a mailing program need to carry out these actions?
 *
 * Rows are plain: write them with `JSON.stringify`, or as CSV with `careMailCsv`. Only what is still to be done is in
 * them, unless other states are asked for. Names, languages and addresses stand only where the customer is given; the
 * address is that of the action's own contact point, never another one.
 *
 * @param actions - The actions, such as those of a plan.
 * @param options - Which of them, and the customers.
 * @returns One row an action, in the order given.
 * @throws RangeError where the currency of a cost is not known.
 * @example
 * ```ts
 * import { CARE_MAIL_COLUMNS, careMailRows } from "goodwill/care";
 *
 * careMailRows([], { channels: ["email"] }); // => []
 * CARE_MAIL_COLUMNS.slice(0, 3); // => ["action", "customer", "name"]
 * ```
 */
export function careMailRows(
  actions: readonly CareAction[],
  options: CareMailOptions = {},
): readonly CareMailRow[] {
  const { customers = [], channels, owner, states = TO_BE_DONE } = options;
  const known = new Map(customers.map((customer) => [customer.id, customer]));
  const rows: CareMailRow[] = [];
  for (const action of actions) {
    if (!states.includes(action.state)) continue;
    if (owner !== undefined && action.owner !== owner) continue;
    if (channels !== undefined && !channels.includes(action.channel)) continue;
    rows.push(rowOf(action, known.get(action.customer)));
  }
  return rows;
}

function rowOf(action: CareAction, customer: Customer | undefined): CareMailRow {
  const { channel, contactPoint, template, owner } = action;
  const point = customer?.contactPoints.find(({ id }) => id === contactPoint);
  return {
    action: action.id,
    customer: action.customer,
    ...(customer !== undefined && { name: customer.name }),
    ...(customer?.language !== undefined && { language: customer.language }),
    channel,
    ...(point?.service !== undefined && { service: point.service }),
    ...(point !== undefined && { address: point.address }),
    contactPoint,
    kind: action.kind,
    occasion: action.occasion,
    purpose: action.purpose,
    ...(template !== undefined && { template }),
    ...(owner !== undefined && { owner }),
    due: action.due,
    notBefore: action.at,
    notAfter: action.notAfter,
    cost: moneyToDecimal(action.cost),
    currency: action.cost.currency,
  };
}
