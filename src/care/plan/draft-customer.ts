import type { DatedOccasion } from "../../relationship/occasion/dated-occasion.js";
import type { Reason } from "../../shared/reason.js";
import { isEventKnown } from "../../relationship/occasion/known-event.js";
import { compareText } from "../../shared/text-order.js";
import { textOfDay } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { careZone } from "../timing/care-zone.js";
import type { DraftedCustomer } from "./care-draft.js";
import type { CareRelationship, PastCare } from "./care-relationship.js";
import { routeFinder } from "./care-routes.js";
import type { CareSettings } from "./care-settings.js";
import { claimedDays } from "./claimed-days.js";
import type { DraftSituation } from "./draft-situation.js";
import { draftSlot } from "./draft-slot.js";
import { unknownReason } from "./plan-diagnostics.js";

/** What might be done for one customer, occasion by occasion. @internal */
export function draftCustomer(
  relationship: CareRelationship,
  settings: CareSettings,
): DraftedCustomer {
  const { options, permissions, contact: policy } = settings;
  const { customer, events, leapDay, lunarSkip, valueClass, openComplaints } = relationship;
  const { zone, diagnostic } = careZone(customer, { fallback: options.policy.timeZone });
  const clock = settings.clockOf(zone);
  const pastCare = (relationship.pastCare ?? []).filter(({ at }) => at <= options.asOf);
  const asOf = textOfDay(clock.today) as PlainDate;
  const { dates, unknown } = settings.datesOf({
    customer,
    asOf,
    ...(events !== undefined && { events: events.filter((one) => isEventKnown(one, asOf)) }),
    ...(leapDay !== undefined && { leapDay }),
    ...(lunarSkip !== undefined && { lunarSkip }),
  });
  const situation: DraftSituation = {
    relationship,
    clock,
    routes: routeFinder(relationship, { permissions, policy, asOf: options.asOf, clock }),
    limits: settings.limitsOf(valueClass).limits,
    isControl: settings.isControl(customer.id),
    hasOwner: (relationship.owner ?? customer.owner) !== undefined,
    claimed: claimedDays(dates, valueClass, settings),
    complaint: openComplaints?.find(({ at }) => at <= options.asOf),
    given: givenBefore(pastCare),
  };
  const slots = groupsOf(dates, relationship, settings).map((group) =>
    draftSlot(group, situation, settings),
  );
  const unknownOwn = unknown.filter(({ occasion }) => settings.personal.has(occasion));
  const diagnostics = unknownOwn.map(unknownReason);
  if (diagnostic !== undefined) diagnostics.unshift(diagnostic);
  return { relationship, zone, pastCare, slots, diagnostics };
}

/** Occasions on one day and of one mood are answered by one action; spans and what no rule answers stay alone. */
function groupsOf(
  dates: readonly DatedOccasion[],
  { valueClass }: CareRelationship,
  { rulesOf, spans }: CareSettings,
): readonly (readonly DatedOccasion[])[] {
  const groups: DatedOccasion[][] = [];
  // The dates come by day, so that a group of the same day is among the last.
  let firstOfDay = 0;
  for (const dated of dates) {
    if (groups[firstOfDay]?.[0]?.date !== dated.date) firstOfDay = groups.length;
    const alone = spans.has(dated.occasion) || rulesOf(valueClass, dated.occasion).length === 0;
    const group = alone
      ? undefined
      : groups.slice(firstOfDay).find(([first]) => isMet(first, dated));
    if (group === undefined) groups.push([dated]);
    else group.push(dated);
  }
  // Caps count in this order: priority, then day; the dates of one day come by priority, then key.
  return groups.sort(([a], [b]) => b!.priority - a!.priority || compareText(a!.date, b!.date));

  function isMet(first: DatedOccasion | undefined, dated: DatedOccasion): boolean {
    if (first?.mood !== dated.mood || spans.has(first.occasion)) return false;
    const [rules, others] = [first, dated].map(({ occasion }) => rulesOf(valueClass, occasion));
    // An offer never stands in for a notice.
    const isExempt = (all: typeof rules): boolean => all?.some((one) => one.transactional) === true;
    return rules !== undefined && rules.length > 0 && isExempt(rules) === isExempt(others);
  }
}

/** The occasions answered before, by their keys, with what answered them. */
function givenBefore(pastCare: readonly PastCare[]): ReadonlyMap<string, Reason> {
  const given = new Map<string, Reason>();
  for (const { occasionKeys = [], at, kind } of pastCare) {
    for (const occasion of occasionKeys) {
      given.set(occasion, { code: "care-already-given", params: { occasion, kind, at } });
    }
  }
  return given;
}
