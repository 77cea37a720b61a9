import type { RejectedRow } from "../../shared/rows.js";
import { isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { foundText } from "../catalogue/found-text.js";
import type { AskedSubject } from "./asked-subject.js";
import { brokenPromisesOf } from "./broken-promise.js";
import type { ConsistencyFinding, ConsistencyReport } from "./consistency-finding.js";
import type { ConsistencyPolicy } from "./consistency-policy.js";
import { DEFAULT_CONSISTENCY_POLICY } from "./consistency-policy.js";
import type { UnplacedFinding } from "./contradiction.js";
import { contradictionsOf } from "./contradiction.js";
import { missingStatements } from "./missing-statement.js";
import { compareFindings, placedFindings } from "./placed-finding.js";
import { requireConsistencyPolicy } from "./require-consistency-policy.js";
import { statementIssues } from "./statement-issues.js";
import { statementStretches } from "./statement-sweep.js";
import type { TouchpointStatement } from "./statement.js";
import { statementCells, validStatements } from "./valid-statement.js";
import type { StatementCell, ValidStatement } from "./valid-statement.js";

/** How statements are compared. */
export interface ConsistencyOptions {
  /** When they contradict one another; {@link DEFAULT_CONSISTENCY_POLICY} when absent. */
  readonly policy?: ConsistencyPolicy;
  /** The moment asked about: only what holds then counts. All times when absent. */
  readonly asOf?: Instant;
  /** What customers ask about where, to find the touchpoints that are silent; equal rows add up. */
  readonly asked?: Iterable<AskedSubject>;
}

/**
 * What do different touchpoints say or promise about the same thing, and where do they contradict one another (TP-4)?
 *
 * Statements contradict one another when they speak of the same aspect of the same subject, hold at the same time and
 * for the same customers, and say something else: another price beyond the tolerance, another number or range, other
 * minutes of the week, another category or unit. A statement without audience or region is for everybody everywhere,
 * and so speaks to members, too; say `public` where members are meant to pay less.
 *
 * - One finding lists all that is said in a stretch of time in which the same values are said: each value with how
 *   often and where, and whether it agrees with the reference. That is the word of the policy's touchpoint, where it
 *   speaks; else the value with which most statements agree; else, where two are said equally often, none.
 * - Prices in another currency than the reference's are changed by the recorded rate; without one they are a finding of
 *   their own, `other-currency`, and no contradiction.
 * - A promise (`said`) that is better for the customer than what was `delivered` at the same time is `broken-promise`:
 *   2 to 3 days said, 2 to 5 delivered. Where the policy does not say what is better, the reason is
 *   `promise-without-direction`: 30 days said, 60 delivered.
 * - Opening hours of different zones are compared by their offsets at `asOf`, or else when the last of them was said.
 * - Where customers ask and nothing is said, the touchpoint is listed as missing.
 *
 * The order of the rows does not count, equal rows add up, and a row that cannot be compared is handed back. The work
 * grows with the statements and with what the findings list, not with pairs of statements. Each finding lists all that
 * is said in its time: where n touchpoints change one after the other what they say of one aspect and never agree,
 * there are n findings with up to n values each, and time and memory grow with the square of n (1,000 such touchpoints:
 * half a million values). Ask with `asOf` where one moment will do: then it is one finding. A statement for everybody
 * counts once for each combination of the audiences and regions that are named for its subject and aspect.
 *
 * @param statements - What is said and delivered, in any order.
 * @param options - Policy, moment, and what customers ask.
 * @returns The findings, the silent touchpoints and the rows that could not be compared.
 * @throws RangeError when the policy or `asOf` is not valid, or a number of asks is not a whole number of at least 0.
 * @example
 * ```ts
 * import { instant, money } from "goodwill/shared";
 * import { consistencyFindings } from "goodwill/touchpoint";
 *
 * const at = instant("2026-02-01T00:00:00Z");
 * const price = (touchpoint: string, amount: number) => ({
 *   subject: "screen",
 *   aspect: "price",
 *   touchpoint,
 *   at,
 *   value: { kind: "money" as const, money: money(amount, "EUR") },
 * });
 * const said = [price("website", 900_00), price("store", 900_00), price("leaflet", 880_00)];
 * const { findings } = consistencyFindings(said);
 * [findings[0]?.severity, findings[0]?.basis]; // => ["high", "majority"]
 * findings[0]?.groups.map(({ touchpoints, agrees }) => [touchpoints, agrees]);
 * // => [[["store", "website"], true], [["leaflet"], false]]
 * ```
 */
export function consistencyFindings(
  statements: Iterable<TouchpointStatement>,
  options: ConsistencyOptions = {},
): ConsistencyReport {
  const policy = requireConsistencyPolicy(options.policy ?? DEFAULT_CONSISTENCY_POLICY);
  const { asOf } = options;
  if (asOf !== undefined && !isInstant(asOf)) {
    throw new RangeError(
      `Cannot compare statements: asOf must be a canonical instant, got ${foundText(asOf)}`,
    );
  }
  const rejected: RejectedRow[] = [];
  const bySubject = new Map<string, Map<string, TouchpointStatement[]>>();
  let index = 0;
  let count = 0;
  for (const row of statements) {
    const issues = statementIssues(row);
    if (issues.length > 0) rejected.push({ index, row, issues });
    else {
      count += row.count ?? 1;
      add(bySubject, row);
    }
    index += 1;
  }
  const findings: ConsistencyFinding[] = [];
  const valid: ValidStatement[] = [];
  for (const [subject, byAspect] of bySubject) {
    for (const [aspect, rows] of byAspect) {
      const held = validStatements(rows, { asOf });
      for (const one of held) valid.push(one);
      const unplaced = findingsOfCells(statementCells(held), { subject, aspect, policy, asOf });
      findings.push(...placedFindings(unplaced, { subject, aspect, policy }));
    }
  }
  return {
    statements: count,
    findings: findings
      .filter(({ until }) => asOf === undefined || until === undefined || asOf < until)
      .filter(({ from }) => asOf === undefined || from <= asOf)
      .toSorted(compareFindings),
    missing: missingStatements(valid, { asked: options.asked ?? [], policy }),
    rejected,
  };
}

function add(
  bySubject: Map<string, Map<string, TouchpointStatement[]>>,
  row: TouchpointStatement,
): void {
  let byAspect = bySubject.get(row.subject);
  if (byAspect === undefined) {
    byAspect = new Map();
    bySubject.set(row.subject, byAspect);
  }
  const rows = byAspect.get(row.aspect);
  if (rows === undefined) byAspect.set(row.aspect, [row]);
  else rows.push(row);
}

function findingsOfCells(
  cells: readonly (readonly [StatementCell, readonly ValidStatement[]])[],
  context: {
    readonly subject: string;
    readonly aspect: string;
    readonly policy: ConsistencyPolicy;
    readonly asOf: Instant | undefined;
  },
): (readonly [StatementCell, UnplacedFinding])[] {
  return cells.flatMap(([cell, all]) => {
    const said = all.filter(({ statement }) => statement.basis !== "delivered");
    const contradictions = statementStretches(said, context).flatMap((stretch) =>
      contradictionsOf(stretch, context),
    );
    const broken =
      said.length === all.length || said.length === 0
        ? []
        : statementStretches(all, { byBasis: true, asOf: context.asOf }).flatMap((stretch) =>
            brokenPromisesOf(stretch, context),
          );
    return [...contradictions, ...broken].map((finding) => [cell, finding] as const);
  });
}
