import type { Purchase } from "goodwill/customer";
import { instant, type Instant, type Money } from "goodwill/shared";
import { companyTable } from "../company-table.js";
import { centreFindings, type CentreFindings } from "./centre-findings.js";
import { companyComplaints } from "./company-complaints.js";
import { complaintFindings, type ComplaintFindings } from "./complaint-findings.js";
import {
  dissatisfactionFindings,
  type DissatisfactionFindings,
} from "./dissatisfaction-findings.js";
import { proposedRecoveries, type ProposedRecovery } from "./recovery-findings.js";

/** What the company knows beside its complaints, and as of when. */
export interface ServiceBase {
  readonly asOf: Instant;
  readonly purchases: readonly Purchase[];
  /** The value class of each customer. */
  readonly classes: ReadonlyMap<string, string>;
  /** The margin a customer is expected to bring. */
  readonly valuePerCustomer: Money;
  /** Where the simulated calls begin. */
  readonly seed: number;
}

/** Complaints, what they do not show, how some are put right, and the contact centre. */
export interface ServiceFindings {
  readonly asOf: Instant;
  readonly complaints: ComplaintFindings;
  readonly dissatisfaction: DissatisfactionFindings;
  readonly recoveries: readonly ProposedRecovery[];
  readonly centre: CentreFindings;
}

/** How many open complaints are given a proposal. */
const PROPOSED = 3;

/** Finds everything the page of service says. */
export function serviceFindings(base: ServiceBase): ServiceFindings {
  const { asOf, purchases, classes, valuePerCustomer, seed } = base;
  const all = companyComplaints(asOf);
  const complaints = complaintFindings(all, { asOf });
  const records = all.map(({ record }) => record);
  return {
    asOf,
    complaints,
    dissatisfaction: dissatisfactionFindings({
      ...{ clocks: complaints.clocks, purchases, valuePerCustomer },
      late: latePurchases(),
      ratings: companyTable("ratings.csv").flatMap((row) => {
        const score = row["overall_satisfaction"];
        const { respondent: customer = "", at = "" } = row;
        return score === undefined ? [] : [{ customer, at: instant(at), score: Number(score) }];
      }),
    }),
    recoveries: proposedRecoveries(
      complaints.open.slice(0, PROPOSED).map(({ complaint }) => complaint.record),
      { complaints: records, purchases, classes },
    ),
    centre: centreFindings({ seed }),
  };
}

function latePurchases(): ReadonlySet<string> {
  return new Set(
    companyTable("interactions.csv").flatMap(({ kind, outcome, purchase = "" }) =>
      kind === "delivery" && outcome === "late" ? [purchase] : [],
    ),
  );
}
