import type { Instant } from "../../shared/time/instant.js";
import type { TouchpointStatement } from "./statement.js";
import { valueKey } from "./statement-value.js";

// From when to when statements hold, and for whom. Internal: not part of the package's surface.

/** A statement with the time it holds and the text its value is compared by. */
export interface ValidStatement {
  readonly statement: TouchpointStatement;
  readonly key: string;
  readonly from: Instant;
  /** Absent: for good. */
  readonly until?: Instant;
}

/** A part of the customers: one audience in one region; an absent one means those of no named audience or region. */
export interface StatementCell {
  readonly audience?: string;
  readonly region?: string;
}

/**
 * The statements on one aspect of a subject, each with the time it holds: one without an end holds until the same
 * speaker speaks anew.
 */
export function validStatements(
  statements: readonly TouchpointStatement[],
  { asOf }: { readonly asOf?: Instant | undefined } = {},
): ValidStatement[] {
  // Zones are compared at one moment for all, so that the order of the rows does not count.
  const latest = statements.reduce<Instant | undefined>(
    (last, { at }) => (last === undefined || at > last ? at : last),
    undefined,
  );
  const moment = asOf ?? latest;
  if (moment === undefined) return [];
  const bySpeaker = new Map<string, TouchpointStatement[]>();
  for (const statement of statements) {
    const speaker = speakerOf(statement);
    const known = bySpeaker.get(speaker);
    if (known === undefined) bySpeaker.set(speaker, [statement]);
    else known.push(statement);
  }
  const valid: ValidStatement[] = [];
  for (const spoken of bySpeaker.values()) {
    const sorted = spoken.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
    let next: Instant | undefined;
    let current: Instant | undefined;
    for (const statement of sorted) {
      if (current !== statement.at) next = current;
      current = statement.at;
      const until = statement.until ?? next;
      const isValid =
        asOf === undefined || (statement.at <= asOf && (until === undefined || asOf < until));
      if (!isValid) continue;
      const key = valueKey(statement.value, moment);
      valid.push({ statement, key, from: statement.at, ...(until !== undefined && { until }) });
    }
  }
  return valid;
}

/** The statements by the customers they hold for; one that is for everybody stands in every cell. */
export function statementCells(
  valid: readonly ValidStatement[],
): readonly (readonly [StatementCell, readonly ValidStatement[]])[] {
  const buckets = new Map<string, ValidStatement[]>();
  const audiences = new Set<string | undefined>([undefined]);
  const regions = new Set<string | undefined>([undefined]);
  for (const one of valid) {
    const { audience, region } = one.statement;
    audiences.add(audience);
    regions.add(region);
    const name = cellName({ audience, region });
    const known = buckets.get(name);
    if (known === undefined) buckets.set(name, [one]);
    else known.push(one);
  }
  const cells: (readonly [StatementCell, readonly ValidStatement[]])[] = [];
  for (const audience of audiences) {
    for (const region of regions) {
      const names = new Set([
        cellName({ audience, region }),
        cellName({ audience }),
        cellName({ region }),
        cellName({}),
      ]);
      const all = [...names].flatMap((name) => buckets.get(name) ?? []);
      const cell = {
        ...(audience !== undefined && { audience }),
        ...(region !== undefined && { region }),
      };
      if (all.length > 0) cells.push([cell, all]);
    }
  }
  return cells;
}

function cellName(cell: {
  readonly audience?: string | undefined;
  readonly region?: string | undefined;
}): string {
  return JSON.stringify([cell.audience ?? 0, cell.region ?? 0]);
}

function speakerOf(statement: TouchpointStatement): string {
  const { touchpoint, basis, channel, language, audience, region } = statement;
  return JSON.stringify([
    touchpoint,
    basis ?? "said",
    channel ?? 0,
    language ?? 0,
    audience ?? 0,
    region ?? 0,
  ]);
}
