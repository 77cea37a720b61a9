import type { AskedSubject } from "./asked-subject.js";
import type { MissingStatement } from "./consistency-finding.js";
import type { ConsistencyPolicy } from "./consistency-policy.js";
import type { ValidStatement } from "./valid-statement.js";

// Where customers ask and nothing is said. Internal: not part of the package's surface.

/** The touchpoints that say nothing about what customers ask there, the most asked first. */
export function missingStatements(
  valid: readonly ValidStatement[],
  { asked, policy }: { readonly asked: Iterable<AskedSubject>; readonly policy: ConsistencyPolicy },
): MissingStatement[] {
  const saidAt = new Map<string, Set<string>>();
  for (const { statement } of valid) {
    if (statement.basis === "delivered") continue;
    const known = saidAt.get(statement.subject);
    if (known === undefined) saidAt.set(statement.subject, new Set([statement.touchpoint]));
    else known.add(statement.touchpoint);
  }
  const sums = new Map<string, AskedSubject>();
  for (const { touchpoint, subject, asks } of asked) {
    if (!Number.isSafeInteger(asks) || asks < 0) {
      throw new RangeError(
        `Cannot compare statements: asks must be a whole number of at least 0, got ${String(asks)} about "${subject}" at "${touchpoint}"`,
      );
    }
    const key = JSON.stringify([touchpoint, subject]);
    sums.set(key, { touchpoint, subject, asks: asks + (sums.get(key)?.asks ?? 0) });
  }
  return [...sums]
    .filter(
      ([, { touchpoint, subject, asks }]) =>
        asks >= policy.minimumAsks && saidAt.get(subject)?.has(touchpoint) !== true,
    )
    .toSorted(([a, one], [b, other]) => other.asks - one.asks || (a < b ? -1 : 1))
    .map(([, { touchpoint, subject, asks }]) => ({
      touchpoint,
      subject,
      asks,
      saidAt: [...(saidAt.get(subject) ?? [])].toSorted(),
      reasons: [{ code: "asked-and-not-said", params: { touchpoint, subject, asks } }],
    }));
}
