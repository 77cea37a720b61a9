import { customerId } from "goodwill/customer";
import type { Complaint, ComplaintEvent, ComplaintGrade } from "goodwill/service";
import { addMilliseconds, instant, type Instant } from "goodwill/shared";
import { companyTable, type Cells } from "../company-table.js";

/** A complaint, and what happened to it. */
export interface CompanyComplaint {
  readonly record: Complaint;
  readonly events: readonly ComplaintEvent[];
}

/** After so many days the customer is taken to have given up: the file does not say when. */
export const GIVEN_UP_AFTER_DAYS = 30;

const GRADES: Readonly<Record<string, ComplaintGrade>> = {
  minor: "low",
  serious: "high",
  critical: "critical",
};

/** The company's complaints up to a moment. */
export function companyComplaints(asOf: Instant): readonly CompanyComplaint[] {
  return companyTable("complaints.csv").map((row) => complaintOf(row, asOf));
}

function complaintOf(row: Cells, asOf: Instant): CompanyComplaint {
  const { id = "", kind = "", cause, purchase, severity = "", touchpoint = "" } = row;
  const at = instant(row["at"] ?? "");
  const record: Complaint = {
    ...{ id, at, kind, customer: customerId(row["customer"] ?? "") },
    ...{ receivedBy: touchpoint, channel: touchpoint, subject: kind },
    severity: GRADES[severity] ?? "medium",
    ...(cause !== undefined && { cause }),
    ...(purchase !== undefined && { reference: purchase }),
  };
  const about = { complaint: id, by: touchpoint } as const;
  const received: ComplaintEvent = { ...about, kind: "receive", id: `${id}-1`, at, record };
  const settled = row["resolved_at"];
  if (settled !== undefined) {
    const then = { ...about, at: instant(settled) };
    return {
      record,
      events: [
        received,
        { ...then, kind: "answer", id: `${id}-2`, finding: "upheld", remedies: [] },
        { ...then, kind: "close", id: `${id}-3`, outcome: "accepted" },
      ],
    };
  }
  if (row["state"] !== "closed") return { record, events: [received] };
  const given = addMilliseconds(at, GIVEN_UP_AFTER_DAYS * 86_400_000);
  const why = "gave up without a remedy";
  const left: ComplaintEvent = {
    ...{ ...about, kind: "withdraw", id: `${id}-2`, at: given < asOf ? given : asOf, why },
  };
  return { record, events: [received, left] };
}
