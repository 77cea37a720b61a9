import type { TimeZone } from "../../shared/time/time-zone.js";
import type { SelectionOption } from "../selection/selection-problem.js";
import type { CareLimits } from "../policy/care-policy.js";
import type { CareClock } from "./care-clock.js";
import type { CareDraft } from "./care-draft.js";
import type { CareRelationship } from "./care-relationship.js";
import type { CareSettings } from "./care-settings.js";
import { kept } from "./kept.js";
import { ownLimits, type OwnLimits } from "./own-limits.js";
import { recurringSlots, type RecurringSlots } from "./recurring-slots.js";
import type { CareParties, SharedLimits } from "./shared-limits.js";

/**
 * Customers of one class, on one clock, and, where budgets or capacities ask for it, of one team and one owner: what is
 * drafted for one of them on a feast can be drafted for all.
 *
 * @internal
 */
export interface CareCohort {
  readonly zone: TimeZone;
  readonly clock: CareClock;
  readonly limits: CareLimits;
  /** The limits that hold for each of the customers. */
  readonly own: OwnLimits;
  /** The slots that many of the customers have. */
  readonly slots: RecurringSlots;
  /** An action as the selection sees it. */
  readonly optionOf: (draft: CareDraft) => SelectionOption;
}

/** The cohort of a customer. @internal */
export type CareCohorts = (relationship: CareRelationship, zone: TimeZone) => CareCohort;

/** What customers are drafted by. @internal */
export interface DraftBasis {
  readonly settings: CareSettings;
  readonly cohortOf: CareCohorts;
}

/** The cohorts of a plan. @internal */
export function careCohorts(settings: CareSettings, shared: SharedLimits): CareCohorts {
  const known = new Map<string, CareCohort>();
  return ({ valueClass, owner, team, customer }, zone) => {
    const parties: CareParties = {
      valueClass,
      owner: shared.isByOwner ? (owner ?? customer.owner) : undefined,
      team: shared.isByTeam ? team : undefined,
    };
    const key = JSON.stringify([zone, valueClass, parties.owner, parties.team]);
    return (
      known.get(key) ?? kept(known, key, () => careCohort(parties, { zone, settings, shared }))
    );
  };
}

function careCohort(
  parties: CareParties,
  {
    zone,
    settings,
    shared,
  }: { readonly zone: TimeZone; readonly settings: CareSettings; readonly shared: SharedLimits },
): CareCohort {
  const { limits, capsOn } = settings.limitsOf(parties.valueClass);
  const isSpaced = (limits.spacingDays ?? 0) > 0;
  const own = ownLimits({ limits, capsOn, zone, budget: settings.options.budget?.perCustomer });
  const optionOf = (draft: CareDraft): SelectionOption => {
    const { rule, transactional } = draft.prepared;
    const { effect, team = parties.team } = rule;
    const uses = { own: own.usesOf(draft), shared: shared.usesOf(draft, { ...parties, team }) };
    return isSpaced && !transactional
      ? { effect, days: contactDaysOf(draft), own: uses.own, shared: uses.shared }
      : { effect, own: uses.own, shared: uses.shared };
  };
  const clock = settings.clockOf(zone);
  return { zone, clock, limits, own, slots: recurringSlots(optionOf), optionOf };
}

function contactDaysOf({ moment, followUp }: CareDraft): readonly number[] {
  return followUp === undefined ? [moment.day] : [moment.day, followUp.moment.day];
}
