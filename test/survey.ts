import { readFileSync } from "node:fs";
import {
  ratingsFromTable,
  type RatingTable,
  type Study,
  type WideRating,
} from "goodwill/experience";
import { parse } from "csv-parse/sync";
import { sharedData } from "./shared-data.js";

/** The six factors as the surveys name them. */
export const FACTORS = [
  "product",
  "service",
  "relationship",
  "convenience",
  "brand_image",
  "price",
];

/** Six factors on 0 to 10. */
export const STUDY: Study = { scale: { min: 0, max: 10 }, factors: FACTORS };

const measures = (factor: string) => ({
  importance: `imp_${factor}`,
  expectation: `exp_${factor}`,
  experience: `act_${factor}`,
  ideal: `ideal_${factor}`,
});

/** The columns of the simulated company's ratings. */
export const COMPANY_TABLE: RatingTable = {
  respondent: "respondent",
  wave: "wave",
  segment: "segment",
  weight: "customer_value",
  factors: Object.fromEntries(FACTORS.map((factor) => [factor, measures(factor)])),
};

function readRatings(path: string | URL, table: RatingTable): readonly WideRating[] {
  const rows = parse<Record<string, string>>(readFileSync(path), { columns: true });
  return ratingsFromTable(rows, table, { study: STUDY }).accepted;
}

/** The ratings of the simulated company that the project ships. */
export function companyRatings(): readonly WideRating[] {
  return readRatings(
    new URL("../examples/company/data/ratings.csv", import.meta.url),
    COMPANY_TABLE,
  );
}

/** The survey of 800 respondents kept beside the project; `undefined` where it is absent. */
export function surveyRatings(): readonly WideRating[] | undefined {
  const file = sharedData("data/experience/cem_survey.csv");
  return file === undefined
    ? undefined
    : readRatings(file, { ...COMPANY_TABLE, segment: "value_segment" });
}
