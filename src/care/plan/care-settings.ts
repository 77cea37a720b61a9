import {
  DEFAULT_CONTACT_POLICY,
  type ContactPolicy,
} from "../../customer/consent/contact-policy.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { prepareOccasions } from "../../relationship/occasion/occasion-dates.js";
import type { OccasionDates, OccasionFacts } from "../../relationship/occasion/occasion-facts.js";
import { inControlGroup } from "../review/control-group.js";
import type { CustomerId } from "../../customer/record/customer.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { CareLimits } from "../policy/care-policy.js";
import { careClocks, type CareClock } from "./care-clock.js";
import { careDates, type CareDates } from "./care-date.js";
import type { CareOptions, PlanCareOptions } from "./care-plan-options.js";
import { carePermissions, hasLapses, type CarePermissions } from "./care-routes.js";
import type { CapPeriod } from "../timing/cap-period.js";
import { capsOnDay } from "./caps-on-day.js";
import { kept } from "./kept.js";
import { careWorkdays, type CareWorkdays } from "./care-workdays.js";
import { personalOccasions } from "./plan-diagnostics.js";
import { requireCareOptions } from "./require-care-options.js";
import { ruleLookup } from "./prepared-rule.js";

/** The limits of a class of customers, made ready. @internal */
export interface PreparedLimits {
  readonly limits: CareLimits;
  /** The caps on contacts that a day counts in. */
  readonly capsOn: (day: number) => readonly CapPeriod[];
}

/** What a plan is made by, checked once and made ready for many customers. @internal */
export interface CareSettings {
  readonly options: CareOptions;
  readonly currency: CurrencyCode;
  readonly contact: ContactPolicy;
  readonly datesOf: (facts: OccasionFacts) => OccasionDates;
  /** The ids of the occasions whose days are each customer's own. */
  readonly personal: ReadonlySet<string>;
  readonly dateOf: CareDates;
  readonly permissions: CarePermissions;
  /** Whether the policy lets some permissions lapse. */
  readonly lapses: boolean;
  readonly clockOf: (zone: TimeZone) => CareClock;
  readonly isWorked: CareWorkdays;
  /** The kinds of care whose number is limited by member of staff. */
  readonly countedKinds: ReadonlySet<"visit" | "call">;
  limitsOf(valueClass: string | undefined): PreparedLimits;
  isControl(customer: CustomerId): boolean;
}

/** Checks the options of a plan and makes them ready. @internal */
export function careSettings(
  options: CareOptions & Pick<PlanCareOptions, "capacities">,
): CareSettings {
  const currency = requireCareOptions(options);
  const {
    policy,
    period,
    occasions: rules,
    calendars = {},
    asOf,
    control,
    capacities = [],
  } = options;
  const contact = policy.contact ?? DEFAULT_CONTACT_POLICY;
  const prepared = new Map<CareLimits, PreparedLimits>();
  const personal = personalOccasions(options);
  const spans = rules.filter(({ timing }) => timing.kind === "once-in").map(({ id }) => id);
  return {
    options,
    currency,
    contact,
    datesOf: prepareOccasions({ rules, period, calendars }),
    personal,
    dateOf: careDates({ rulesOf: ruleLookup(policy, contact), spans: new Set(spans), personal }),
    lapses: hasLapses(contact),
    permissions: carePermissions(contact, asOf),
    clockOf: careClocks(policy, asOf),
    isWorked: careWorkdays(calendars.holidays),
    countedKinds: new Set(capacities.map(({ kind }) => kind)),
    limitsOf: (valueClass) => {
      const own = valueClass !== undefined && Object.hasOwn(policy.limits, valueClass);
      const limits = (own ? policy.limits[valueClass] : undefined) ?? policy.otherwise;
      return kept(prepared, limits, () => ({ limits, capsOn: capsOnDay(limits.contacts ?? {}) }));
    },
    isControl: (customer) => control !== undefined && inControlGroup(customer, control),
  };
}
