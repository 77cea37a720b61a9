import { stringify } from "csv-stringify/sync";
import type { Company } from "./company.js";
import { FACTORS } from "./climate.js";

const CUSTOMER_COLUMNS = [
  ...["id", "kind", "name", "segment", "city", "time_zone", "language", "since", "birthday"],
  ...["email", "phone", "consent_email", "consent_sms", "owner"],
];
const PURCHASE_COLUMNS = [
  ...["id", "customer", "at", "channel", "touchpoint", "product", "category"],
  ...["quantity", "amount_minor", "currency", "return_of"],
];
const INTERACTION_COLUMNS = [
  ...["id", "customer", "at", "touchpoint", "channel", "direction", "kind"],
  ...["outcome", "feeling", "topic", "purchase"],
];
const RATING_COLUMNS = [
  ...["respondent", "wave", "at", "segment", "customer_value"],
  ...FACTORS.flatMap((factor) =>
    ["imp", "exp", "act", "ideal"].map((question) => `${question}_${factor}`),
  ),
  "overall_satisfaction",
];
const ANSWER_COLUMNS = ["respondent", "wave", "at", "question", "score", "touchpoint", "segment"];
const COMPLAINT_COLUMNS = [
  ...["id", "customer", "at", "kind", "severity", "resolved_at", "state"],
  ...["touchpoint", "cause", "purchase"],
];
const CUSTOMER_RECORD_COLUMNS = [
  ...["source", "record_id", "customer", "at", "kind", "name"],
  ...["email", "phone", "birthday", "city"],
];
const CONSENT_COLUMNS = ["customer", "purpose", "channel", "state", "at", "evidence", "source"];
const THEME_COUNT_COLUMNS = ["theme", "period", "count", "exposure"];

/** The text of every data file, by its name. Lines end with a line feed; an absent value is an empty cell. */
export function companyFiles(company: Company): Readonly<Record<string, string>> {
  return {
    "customers.csv": csv(company.customers, CUSTOMER_COLUMNS),
    "purchases.csv": csv(company.purchases, PURCHASE_COLUMNS),
    "interactions.csv": csv(company.interactions, INTERACTION_COLUMNS),
    "ratings.csv": csv(company.ratings, RATING_COLUMNS),
    "answers.csv": csv(company.answers, ANSWER_COLUMNS),
    "complaints.csv": csv(company.complaints, COMPLAINT_COLUMNS),
    "theme_counts.csv": csv(company.themeCounts, THEME_COUNT_COLUMNS),
    "visits.csv": csv(company.visits, INTERACTION_COLUMNS),
    "customer_records.csv": csv(company.customerRecords, CUSTOMER_RECORD_COLUMNS),
    "consents.csv": csv(company.consents, CONSENT_COLUMNS),
    "improvements.json": `${JSON.stringify(company.improvements, undefined, 2)}\n`,
  };
}

function csv(rows: readonly object[], columns: readonly string[]): string {
  return stringify([...rows], { header: true, columns: [...columns], record_delimiter: "\n" });
}
