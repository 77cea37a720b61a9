import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { CareAction } from "./care-action.js";
import { endingOf, type CareDate } from "./care-date.js";
import type { CareDraft, CareSlot, DraftFollowUp } from "./care-draft.js";
import type { CareMoment } from "./care-moment.js";
import type { CareRoute } from "./care-routes.js";
import type { DraftedCustomer } from "./drafted-customer.js";
import { partiesOf } from "./customer-selection.js";

/** For whom and for which occasions an action is. @internal */
export interface ActionContext {
  /** How the ids of the customer's actions begin. */
  readonly idPrefix: string;
  readonly drafted: DraftedCustomer;
  readonly slot: CareSlot;
}

/** The action of a draft, and the one that goes after it. @internal */
export function actionsOfDraft(draft: CareDraft, context: ActionContext): readonly CareAction[] {
  const { prepared, date, moment, followUp } = draft;
  const { rule } = prepared;
  const route = routeOf(context, draft);
  const id =
    context.idPrefix +
    (date.endings?.[date.rules.indexOf(prepared)] ?? endingOf(date.dated, prepared));
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
    why: whyOf(draft, route, context),
  });
  if (rule.followUp === undefined || followUp === undefined) return [first];
  const { kind, template } = rule.followUp;
  const nextRoute = routeOf(context, followUp);
  const second = actionOf(draft, context, {
    id: `${id}/${kind}`,
    kind,
    content: undefined,
    form: undefined,
    route: nextRoute,
    moment: followUp.moment,
    cost: prepared.followUpPrice,
    effect: 0,
    template,
    follows: id,
    why: [prepared.followUpReason, prepared.reason].concat(nextRoute.reasons),
  });
  return [first, second];
}

/** Where it goes, as was found when it was drafted. */
function routeOf({ drafted }: ActionContext, { way, moment }: DraftFollowUp): CareRoute {
  return drafted.routes(way, moment).route!;
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
  const { prepared } = draft;
  const { dated } = draft.date;
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
    due: moment.due,
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
function keysOf({ date }: CareDraft, slot: CareSlot): readonly string[] {
  if (slot.others.length === 0) return date.keys ?? [date.dated.key];
  return [date, ...othersOf(date, slot)].map(({ dated }) => dated.key);
}

/** The occasions of a slot but this one. */
function othersOf(date: CareDate, slot: CareSlot): readonly CareDate[] {
  if (slot.others.length === 0) return slot.others;
  return [slot.date, ...slot.others].filter((other) => other !== date);
}

function whyOf(
  { prepared, date, moment, followUp }: CareDraft,
  route: CareRoute,
  context: ActionContext,
): readonly Reason[] {
  const why: Reason[] = [date.dated.reason];
  for (const { dated } of othersOf(date, context.slot)) {
    why.push({ code: "care-merged", params: { occasion: dated.occasion } });
  }
  why.push(prepared.reason);
  for (const reason of route.reasons) why.push(reason);
  if (moment.afterQuiet) why.push({ code: "care-after-quiet-hours", params: { at: moment.at } });
  if (moment.provisional) {
    why.push({ code: "care-day-provisional", params: { due: moment.due } });
  }
  const wanted = prepared.rule.followUp;
  if (wanted !== undefined && followUp === undefined) {
    why.push({ code: "care-without-follow-up", params: { kind: wanted.kind } });
  }
  // A copy has room for no more than is in it, which counts with a million actions.
  return why.slice();
}
