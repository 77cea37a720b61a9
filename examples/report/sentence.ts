import { CARE_SENTENCES } from "goodwill/care";
import { CUSTOMER_SENTENCES } from "goodwill/customer";
import { EXPERIENCE_SENTENCES } from "goodwill/experience";
import { RELATIONSHIP_SENTENCES } from "goodwill/relationship";
import { SERVICE_SENTENCES } from "goodwill/service";
import { explain, type Reason, type ReasonParameter, type Sentences } from "goodwill/shared";
import { TOUCHPOINT_SENTENCES } from "goodwill/touchpoint";
import { capitalised, decimal } from "./wording.js";

/** The sentences of the rooms that the report speaks of; no two rooms use one code. */
const SENTENCES: Sentences = {
  ...CUSTOMER_SENTENCES,
  ...TOUCHPOINT_SENTENCES,
  ...EXPERIENCE_SENTENCES,
  ...RELATIONSHIP_SENTENCES,
  ...CARE_SENTENCES,
  ...SERVICE_SENTENCES,
};

/** How a report calls what the reasons name by id; absent names stay as they are. */
export interface ReportNames {
  /** Names of factors. */
  readonly factor?: (factor: string) => string;
  /** Names of improvements. */
  readonly improvement?: (id: string) => string;
}

/** A reason in words, with the names of the report and numbers short enough to read. */
export function sentence(reason: Reason, names: ReportNames = {}): string {
  const params = Object.entries(reason.params).map(([key, value]) => [
    key,
    typeof value === "number" ? shortened(value) : named(key, value, names),
  ]);
  return capitalised(
    explain({ ...reason, params: Object.fromEntries(params) as Reason["params"] }, SENTENCES),
  );
}

/** Two decimals where they say enough, otherwise three significant digits. */
function shortened(value: number): ReasonParameter {
  if (Number.isInteger(value)) return value;
  return Math.abs(value) >= 1 ? decimal(value) : Number(value.toPrecision(3));
}

function named(
  key: string,
  value: ReasonParameter,
  { factor = same, improvement = same }: ReportNames,
): ReasonParameter {
  if (typeof value !== "string") return value;
  if (key === "factor") return factor(value);
  if (key === "improvement") return improvement(value);
  return key === "by" ? value.split(", ").map(improvement).join(", ") : value;
}

function same(id: string): string {
  return id;
}
