import { compareText } from "../../shared/text-order.js";
import type { ConsistencyFinding, StatementScope } from "./consistency-finding.js";
import type { ConsistencyPolicy, FindingSeverity } from "./consistency-policy.js";
import type { UnplacedFinding } from "./contradiction.js";
import type { StatementCell } from "./valid-statement.js";

// Findings with their place, and their order. Internal: not part of the package's surface.

/**
 * The findings of an aspect, each once: what was found for several groups of customers from the same statements is one
 * finding with several scopes, and one that holds for everybody names none.
 */
export function placedFindings(
  found: readonly (readonly [StatementCell, UnplacedFinding])[],
  {
    subject,
    aspect,
    policy,
  }: { readonly subject: string; readonly aspect: string; readonly policy: ConsistencyPolicy },
): ConsistencyFinding[] {
  const severity =
    (Object.hasOwn(policy.severities, aspect) ? policy.severities[aspect] : undefined) ??
    policy.otherSeverity;
  const merged = new Map<string, { finding: UnplacedFinding; scopes: StatementScope[] }>();
  // Within one group of customers nothing is found twice, and findings can be long.
  const isOneCell = found.every(([cell]) => cell === found[0]?.[0]);
  for (const [index, [scope, finding]] of found.entries()) {
    const signature = isOneCell ? String(index) : JSON.stringify(finding);
    const known = merged.get(signature);
    if (known === undefined) merged.set(signature, { finding, scopes: [scope] });
    else known.scopes.push(scope);
  }
  return [...merged.values()].map(({ finding, scopes }) => {
    const { kind, from, until, ...rest } = finding;
    const widest = widestScopes(scopes);
    return {
      kind,
      subject,
      aspect,
      from,
      ...(until !== undefined && { until }),
      ...(widest.length > 0 && { scopes: widest }),
      severity,
      ...rest,
    };
  });
}

/** What matters most first, then by subject, aspect, time, kind and scope. */
export function compareFindings(a: ConsistencyFinding, b: ConsistencyFinding): number {
  return (
    WEIGHTS[b.severity] - WEIGHTS[a.severity] ||
    compareText(a.subject, b.subject) ||
    compareText(a.aspect, b.aspect) ||
    compareText(a.from, b.from) ||
    compareText(a.kind, b.kind) ||
    compareText(JSON.stringify(a.scopes ?? []), JSON.stringify(b.scopes ?? [])) ||
    compareText(JSON.stringify(a.groups), JSON.stringify(b.groups)) ||
    compareText(JSON.stringify(a.reasons), JSON.stringify(b.reasons))
  );
}

const WEIGHTS: Readonly<Record<FindingSeverity, number>> = { low: 0, medium: 1, high: 2 };

/** The scopes without those that lie in another; none where one is everybody everywhere. */
function widestScopes(scopes: readonly StatementScope[]): StatementScope[] {
  const names = new Set(scopes.map(nameOf));
  if (names.has(nameOf({}))) return [];
  return scopes
    .filter(({ audience, region }) => {
      if (audience === undefined || region === undefined) return true;
      return !names.has(nameOf({ audience })) && !names.has(nameOf({ region }));
    })
    .toSorted((a, b) => compareText(nameOf(a), nameOf(b)));
}

function nameOf({ audience, region }: StatementScope): string {
  return JSON.stringify([audience ?? 0, region ?? 0]);
}
