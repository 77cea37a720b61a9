import type { Instant } from "../../shared/time/instant.js";
import type { ValidStatement } from "./valid-statement.js";

// A sweep over time. Internal: not part of the package's surface.

/** A stretch of time in which the same values are said, and the statements that say them in some part of it. */
export interface StatementStretch {
  readonly from: Instant;
  /** Absent: for good. */
  readonly until?: Instant;
  readonly statements: readonly ValidStatement[];
}

/**
 * The longest stretches of time in which the same two or more values are said. Every value is said at every moment of
 * its stretch. Costs one sort of the statements, and the statements of the stretches found: each stretch lists all that
 * hold in it, so that n touchpoints that take up n different values one after the other cost the square of n. With
 * `byBasis`, the same value said and delivered counts as two. With `asOf`, at which all statements must hold, only the
 * stretch around it is listed.
 */
export function statementStretches(
  statements: readonly ValidStatement[],
  {
    byBasis = false,
    asOf,
  }: { readonly byBasis?: boolean; readonly asOf?: Instant | undefined } = {},
): StatementStretch[] {
  const keyOf = ({ key, statement }: ValidStatement): string =>
    byBasis ? `${statement.basis ?? "said"} ${key}` : key;
  const first = new Map<string, Instant>();
  for (const one of asOf === undefined ? [] : statements) {
    const key = keyOf(one);
    const known = first.get(key);
    if (known === undefined || one.from < known) first.set(key, one.from);
  }
  // As of a moment nothing has ended yet: the stretch begins with the value said last.
  const begin = [...first.values()].reduce<string>((last, at) => (at > last ? at : last), "");
  const isListed = (at: Instant): boolean => asOf === undefined || (begin <= at && at <= asOf);
  const events: { readonly at: Instant; readonly starts: boolean; readonly one: ValidStatement }[] =
    [];
  for (const one of statements) {
    events.push({ at: one.from, starts: true, one });
    if (one.until !== undefined) events.push({ at: one.until, starts: false, one });
  }
  events.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  const active = new Set<ValidStatement>();
  const counts = new Map<string, number>();
  const stretches: StatementStretch[] = [];
  let open: { readonly from: Instant; readonly statements: Set<ValidStatement> } | undefined;
  const close = (until?: Instant): void => {
    if (open === undefined) return;
    stretches.push({
      from: open.from,
      ...(until !== undefined && { until }),
      statements: [...open.statements],
    });
    open = undefined;
  };
  for (let i = 0; i < events.length;) {
    const { at } = events[i]!;
    const before = new Map<string, number>();
    const joining: ValidStatement[] = [];
    for (; i < events.length && events[i]!.at === at; i += 1) {
      const { starts, one } = events[i]!;
      const key = keyOf(one);
      const count = counts.get(key) ?? 0;
      if (!before.has(key)) before.set(key, count);
      counts.set(key, count + (starts ? 1 : -1));
      if (starts) {
        active.add(one);
        joining.push(one);
      } else active.delete(one);
    }
    let changed = false;
    for (const [key, count] of before) {
      const now = counts.get(key)!;
      if (now === 0) counts.delete(key);
      if ((now === 0) !== (count === 0)) changed = true;
    }
    if (changed) {
      close(at);
      if (counts.size > 1 && isListed(at)) open = { from: at, statements: new Set(active) };
    } else if (open !== undefined) {
      for (const one of joining) open.statements.add(one);
    }
  }
  close();
  return stretches;
}
