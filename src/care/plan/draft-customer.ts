import type { Reason } from "../../shared/reason.js";
import { careZone } from "../timing/care-zone.js";
import type { DraftBasis } from "./care-cohort.js";
import type { DraftedCustomer } from "./drafted-customer.js";
import type { CareRelationship } from "./care-relationship.js";
import { customerSituation } from "./customer-situation.js";
import { dateGroups } from "./date-groups.js";
import { draftSlot } from "./draft-slot.js";
import { unknownReason } from "./plan-diagnostics.js";

const NO_REASONS: readonly Reason[] = [];

/** What might be done for one customer, occasion by occasion. @internal */
export function draftCustomer(
  relationship: CareRelationship,
  { settings, cohortOf }: DraftBasis,
): DraftedCustomer {
  const { customer } = relationship;
  const { zone, diagnostic } = careZone(customer, { fallback: settings.options.policy.timeZone });
  const cohort = cohortOf(relationship, zone);
  const { situation, dates, unknown } = customerSituation(relationship, { settings, cohort });
  const slots = dateGroups(dates).map((group) => draftSlot(group, { situation, settings }));
  const unknownOwn = unknown.filter(({ occasion }) => settings.personal.has(occasion));
  const diagnostics = unknownOwn.map(unknownReason);
  if (diagnostic !== undefined) diagnostics.unshift(diagnostic);
  return {
    relationship,
    cohort,
    pastCare: situation.pastCare,
    routes: situation.routes,
    slots,
    diagnostics: diagnostics.length > 0 ? diagnostics : NO_REASONS,
  };
}
