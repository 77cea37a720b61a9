import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import { textOfDay } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CareAction } from "./care-action.js";
import type { CareDraft, CareMoment, CareRoute, CareSlot, DraftedCustomer } from "./care-draft.js";
import { partiesOf } from "./customer-selection.js";

/** For whom and for which occasions an action is. @internal */
export interface ActionContext {
  /** The id of the plan. */
  readonly plan: string;
  readonly drafted: DraftedCustomer;
  readonly slot: CareSlot;
}

/** The action of a draft, and the one that goes after it. @internal */
export function actionsOfDraft(draft: CareDraft, context: ActionContext): readonly CareAction[] {
  const { prepared, dated, route, moment, followUp } = draft;
  const { rule } = prepared;
  const { plan, drafted } = context;
  const id = `${plan}/${drafted.relationship.customer.id}/${dated.key}/${rule.kind}`;
  const first = actionOf(draft, context, {
    id,
    kind: rule.kind,
    content: rule.content,
    form: rule.form,
    route,
    moment,
    cost: rule.cost,
    effect: rule.effect,
    template: rule.template,
    follows: undefined,
    why: whyOf(draft, context),
  });
  if (rule.followUp === undefined || followUp === undefined) return [first];
  const { kind, cost = freeOf(rule.cost), template, afterDays: days } = rule.followUp;
  const second = actionOf(draft, context, {
    id: `${id}/${kind}`,
    kind,
    content: undefined,
    form: undefined,
    route: followUp.route,
    moment: followUp.moment,
    cost,
    effect: 0,
    template,
    follows: id,
    why: [
      { code: "care-follow-up", params: { after: rule.kind, days } },
      prepared.reason,
      ...followUp.route.reasons,
    ],
  });
  return [first, second];
}

interface ActionParts {
  readonly id: string;
  readonly kind: CareAction["kind"];
  readonly content: string | undefined;
  readonly form: string | undefined;
  readonly route: CareRoute;
  readonly moment: CareMoment;
  readonly cost: Money;
  readonly effect: number;
  readonly template: string | undefined;
  readonly follows: string | undefined;
  readonly why: readonly Reason[];
}

/** Written field by field: a plan may have a million actions, and spread objects take ten times as long. */
function actionOf(draft: CareDraft, context: ActionContext, parts: ActionParts): CareAction {
  const { prepared, dated } = draft;
  const { customer, valueClass } = context.drafted.relationship;
  const { owner, team } = partiesOf(context.drafted, draft);
  const { route, moment, template, follows } = parts;
  const action: { -readonly [Field in keyof CareAction]: CareAction[Field] } = {
    id: parts.id,
    customer: customer.id,
    occasion: dated.occasion,
    occasionKeys: keysOf(draft, context.slot),
    rule: prepared.rule.id,
    kind: parts.kind,
    channel: route.channel,
    contactPoint: route.contactPoint,
    purpose: prepared.rule.purpose,
    due: textOfDay(moment.day) as PlainDate,
    at: moment.at,
    notAfter: moment.notAfter,
    cost: parts.cost,
    effect: parts.effect,
    cheerful: dated.mood === "cheerful",
    why: parts.why,
    state: "planned",
  };
  if (parts.content !== undefined) action.content = parts.content;
  if (parts.form !== undefined) action.form = parts.form;
  if (valueClass !== undefined) action.valueClass = valueClass;
  if (owner !== undefined) action.owner = owner;
  if (team !== undefined) action.team = team;
  if (prepared.transactional) action.transactional = true;
  if (template !== undefined) action.template = template;
  if (moment.provisional) action.provisional = true;
  if (follows !== undefined) action.follows = follows;
  return action;
}

/** The keys of the occasions answered, that of the draft's own first. */
function keysOf({ dated }: CareDraft, { dates }: CareSlot): readonly string[] {
  const keys = [dated.key];
  for (const other of dates) if (other !== dated) keys.push(other.key);
  return keys;
}

function whyOf(
  { prepared, dated, route, moment, followUp }: CareDraft,
  context: ActionContext,
): Reason[] {
  const why: Reason[] = [dated.reason];
  for (const other of context.slot.dates) {
    if (other !== dated) why.push({ code: "care-merged", params: { occasion: other.occasion } });
  }
  why.push(prepared.reason);
  for (const reason of route.reasons) why.push(reason);
  if (moment.afterQuiet) why.push({ code: "care-after-quiet-hours", params: { at: moment.at } });
  if (moment.provisional) {
    why.push({ code: "care-day-provisional", params: { due: textOfDay(moment.day) } });
  }
  const wanted = prepared.rule.followUp;
  if (wanted !== undefined && followUp === undefined) {
    why.push({ code: "care-without-follow-up", params: { kind: wanted.kind } });
  }
  return why;
}

function freeOf({ currency }: Money): Money {
  return { amount: 0, currency };
}
