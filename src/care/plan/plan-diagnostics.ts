import type { OccasionFacts, UnknownOccasion } from "../../relationship/occasion/occasion-facts.js";
import { prepareOccasions } from "../../relationship/occasion/occasion-dates.js";
import type { OccasionTiming } from "../../relationship/occasion/occasion-rule.js";
import type { CustomerId } from "../../customer/record/customer.js";
import type { Reason } from "../../shared/reason.js";
import type { CareDiagnostic } from "./care-plan.js";
import type { CareOptions } from "./care-plan-options.js";

const PERSONAL: readonly OccasionTiming["kind"][] = [
  "birthday",
  "relationship-anniversary",
  "event-anniversary",
  "after-event",
  "inactivity",
];

/** The ids of the occasions whose days are each customer's own. @internal */
export function personalOccasions({ occasions }: CareOptions): ReadonlySet<string> {
  return new Set(
    occasions.filter(({ timing }) => PERSONAL.includes(timing.kind)).map(({ id }) => id),
  );
}

/** What is not known for any customer, said once: days beyond the calendars handed over. @internal */
export function planDiagnostics(options: CareOptions): readonly CareDiagnostic[] {
  const { occasions, period, calendars = {} } = options;
  const personal = personalOccasions(options);
  const rules = occasions.filter(({ id }) => !personal.has(id));
  const datesOf = prepareOccasions({ rules, period, calendars });
  const found = (["person", "organisation"] as const).flatMap((kind) => {
    const nobody: OccasionFacts["customer"] = { id: "nobody" as CustomerId, kind };
    return datesOf({ customer: nobody }).unknown;
  });
  const once = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...once.values()].map((one) => ({ reason: unknownReason(one) }));
}

/** That days of an occasion are not known. @internal */
export function unknownReason({ occasion, reason: { code, params } }: UnknownOccasion): Reason {
  return { code, params: { ...params, occasion } };
}
