import type { Reason } from "../../shared/reason.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { isMinorAt } from "../record/age.js";
import type { Customer } from "../record/customer.js";
import { zoneOf } from "./contact-point-fitness.js";
import type { ContactRules } from "./contact-rules.js";
import { stopsClass } from "./contact-stop.js";

/** The last zone on earth to reach a birthday: where the customer's is not known, nobody is of age too soon. */
const LAST_ZONE = "Etc/GMT+12" as TimeZone;

/** That the birthday on record says the customer is a minor, and minors do not get such messages. */
export function minorityStop(customer: Customer, rules: ContactRules): Reason | undefined {
  const { ageOfMajority, leapDay, unknownIsMinor } = rules.policy.minority;
  const { birthday, kind } = customer;
  if (kind === "organisation" || (birthday?.year === undefined && !unknownIsMinor))
    return undefined;
  // Two years above the age of majority neither the day nor the calendar matters; this spares the arithmetic.
  if (birthday?.year !== undefined && rules.year - birthday.year > ageOfMajority + 2)
    return undefined;
  if (!stopsClass("minor", rules.policy, rules.rule.messageClass)) return undefined;
  const asOf = plainDateAt(rules.asOf, zoneOf(customer, rules) ?? LAST_ZONE);
  const isMinor = isMinorAt(customer, { asOf, leapDay, ageOfMajority });
  if (isMinor === "no" || (isMinor === "unknown" && !unknownIsMinor)) return undefined;
  const code = isMinor === "yes" ? "minor-by-birthday" : "age-unknown";
  return { code, params: { ageOfMajority, today: asOf } };
}
