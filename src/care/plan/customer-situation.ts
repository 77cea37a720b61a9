import type { OccasionDates } from "../../relationship/occasion/occasion-facts.js";
import { isEventKnown } from "../../relationship/occasion/known-event.js";
import type { Reason } from "../../shared/reason.js";
import { textOfDay } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CareCohort } from "./care-cohort.js";
import type { CareDate } from "./care-date.js";
import type { CareRelationship, PastCare } from "./care-relationship.js";
import { routeFinder } from "./care-routes.js";
import type { CareSettings } from "./care-settings.js";
import { claimedDays } from "./claimed-days.js";
import type { DraftSituation } from "./draft-situation.js";

/** A customer's occasions with the situation they are answered in. @internal */
export interface CustomerSituation {
  readonly situation: DraftSituation;
  /** By day, then priority, then key. */
  readonly dates: readonly CareDate[];
  readonly unknown: OccasionDates["unknown"];
}

const NO_CARE: readonly PastCare[] = [];
const NOTHING_GIVEN: ReadonlyMap<string, Reason> = new Map();

/** What is known of one customer. @internal */
export function customerSituation(
  relationship: CareRelationship,
  { settings, cohort }: { readonly settings: CareSettings; readonly cohort: CareCohort },
): CustomerSituation {
  const { customer, valueClass, openComplaints } = relationship;
  const { asOf } = settings.options;
  const { clock } = cohort;
  const pastCare = relationship.pastCare?.filter(({ at }) => at <= asOf) ?? NO_CARE;
  const { dates: dated, unknown } = datesOf(relationship, settings, clock.today);
  const dates = dated.map((one) => settings.dateOf(one, valueClass));
  const situation: DraftSituation = {
    relationship,
    cohort,
    pastCare,
    routes: routeFinder(relationship, settings),
    isControl: settings.isControl(customer.id),
    hasOwner: (relationship.owner ?? customer.owner) !== undefined,
    claimed: claimedDays(dates),
    complaint: openComplaints?.find(({ at }) => at <= asOf),
    given: givenBefore(pastCare),
  };
  return { situation, dates, unknown };
}

/** The occasions of a customer, as far as they are known when the plan is made. */
function datesOf(
  { customer, events, leapDay, lunarSkip }: CareRelationship,
  settings: CareSettings,
  today: number,
): OccasionDates {
  const asOf = textOfDay(today) as PlainDate;
  return settings.datesOf({
    customer,
    asOf,
    ...(events !== undefined && { events: events.filter((one) => isEventKnown(one, asOf)) }),
    ...(leapDay !== undefined && { leapDay }),
    ...(lunarSkip !== undefined && { lunarSkip }),
  });
}

/** The occasions answered before, by their keys, with what answered them. */
function givenBefore(pastCare: readonly PastCare[]): ReadonlyMap<string, Reason> {
  if (pastCare.length === 0) return NOTHING_GIVEN;
  const given = new Map<string, Reason>();
  for (const { occasionKeys = [], at, kind } of pastCare) {
    for (const occasion of occasionKeys) {
      given.set(occasion, { code: "care-already-given", params: { occasion, kind, at } });
    }
  }
  return given;
}
