import { readFileSync, readdirSync } from "node:fs";
import { ratingTableSchema, requireStudy, scaleSchema } from "goodwill/experience";
import * as z from "zod";

const column = z.string().min(1);

/** Which column of a survey file holds what; see the files in `examples/mappings`. */
const mappingSchema = z
  .strictObject({
    /** Title of the report. */
    title: z.string(),
    /** The scale of the factor ratings. */
    scale: scaleSchema,
    /** The columns of the ratings. */
    table: ratingTableSchema,
    /** The columns of scores. */
    scores: z
      .strictObject({
        nps: z.strictObject({ column }).exactOptional(),
        csat: z
          .strictObject({ column, scale: scaleSchema, satisfiedFrom: z.number() })
          .refine(({ scale, satisfiedFrom: from }) => from >= scale.min && from <= scale.max, {
            path: ["satisfiedFrom"],
            error: "satisfiedFrom must lie on the scale",
          })
          .exactOptional(),
        ces: z
          .strictObject({ column, scale: scaleSchema, easyFrom: z.number() })
          .refine(({ scale, easyFrom: from }) => from >= scale.min && from <= scale.max, {
            path: ["easyFrom"],
            error: "easyFrom must lie on the scale",
          })
          .exactOptional(),
      })
      .default({}),
    /** The outcome to explain, and the columns that may explain it. */
    drivers: z
      .strictObject({ outcome: column, columns: z.array(column).min(1) })
      .refine(
        ({ outcome, columns }) => new Set([outcome, ...columns]).size === columns.length + 1,
        {
          path: ["columns"],
          error: "every column may be named once, and the outcome is none of them",
        },
      )
      .exactOptional(),
    /** What to call factors and columns in tables and charts. */
    labels: z.record(z.string(), z.string()).default({}),
  })
  .refine(
    ({ table, scores, drivers }) =>
      Object.keys(table.factors).length + Object.keys(scores).length > 0 || drivers !== undefined,
    { error: "it names no factor, no score and no drivers: there is nothing to report" },
  )
  .superRefine(({ scale, table }, { addIssue }) => {
    const factors = Object.keys(table.factors);
    if (factors.length === 0) return;
    try {
      requireStudy({ scale, factors });
    } catch (error) {
      addIssue({ code: "custom", message: (error as Error).message });
    }
  });

/** A validated mapping. */
export type Mapping = z.infer<typeof mappingSchema>;

/** A file or mapping the report cannot use, in words for whoever started it. */
export class UnusableFile extends Error {}

const SHIPPED = new URL("../mappings/", import.meta.url);

/** Reads a mapping file. */
export function readMapping(path: string | URL): Mapping {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UnusableFile(`Cannot read the mapping ${String(path)}: ${(error as Error).message}.`);
  }
  const parsed = mappingSchema.safeParse(content);
  if (!parsed.success) {
    throw new UnusableFile(
      `The mapping ${String(path)} is not valid:\n${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}

/** The columns a mapping names. */
export function mappedColumns({ table, scores, drivers }: Mapping): readonly string[] {
  const who = [table.respondent, table.wave, table.segment, table.weight];
  const named = [
    ...who.filter((column) => column !== undefined),
    ...Object.values(table.factors).flatMap((measures) => Object.values(measures)),
    ...Object.values(scores).map((score) => score.column),
    ...(drivers === undefined ? [] : [drivers.outcome, ...drivers.columns]),
  ];
  return [...new Set(named)];
}

/** The shipped mapping that explains most columns of the file, or a message that says what is missing. */
export function findMapping(columns: readonly string[], file: string): Mapping {
  const shipped = readdirSync(SHIPPED).filter((name) => name.endsWith(".json"));
  const [fitting] = shipped
    .map((name) => readMapping(new URL(name, SHIPPED)))
    .map((mapping) => ({ mapping, named: mappedColumns(mapping) }))
    .filter(({ named }) => named.every((name) => columns.includes(name)))
    .toSorted((a, b) => b.named.length - a.named.length);
  if (fitting !== undefined) return fitting.mapping;
  throw new UnusableFile(
    `No shipped mapping fits ${file}. It has the columns ${columns.join(", ")}.\n` +
      `Say which column holds what: --mapping mapping.json (examples/mappings/${shipped[0] ?? ""} shows how).`,
  );
}
