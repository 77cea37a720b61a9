import type { StatementValue } from "./statement.js";
import { valueText } from "./statement-value.js";
import type { ValidStatement } from "./valid-statement.js";

// Internal: not part of the package's surface.

/** A group before it was held against a reference. */
export interface SaidGroup {
  readonly key: string;
  readonly value: StatementValue;
  readonly statements: number;
  readonly touchpoints: readonly string[];
  readonly evidence: readonly string[];
}

/** The statements by what they say, those said most often first, equals by value. */
export function saidGroups(statements: readonly ValidStatement[]): SaidGroup[] {
  const byKey = new Map<string, ValidStatement[]>();
  for (const one of statements) {
    const known = byKey.get(one.key);
    if (known === undefined) byKey.set(one.key, [one]);
    else known.push(one);
  }
  const groups = [...byKey].map(([key, said]): SaidGroup => {
    const values = said.map(({ statement }) => statement.value);
    const evidence = said
      .map(({ statement }) => statement.evidence)
      .filter((one) => one !== undefined);
    return {
      key,
      // Of several spellings of one value, the first by text, whatever the order of the rows.
      value: values.reduce((a, b) => (spelling(b) < spelling(a) ? b : a)),
      statements: said.reduce((sum, { statement }) => sum + (statement.count ?? 1), 0),
      touchpoints: [...new Set(said.map(({ statement }) => statement.touchpoint))].toSorted(),
      evidence: [...new Set(evidence)].toSorted(),
    };
  });
  return groups.toSorted((a, b) => b.statements - a.statements || (a.key < b.key ? -1 : 1));
}

function spelling(value: StatementValue): string {
  return `${valueText(value)}\n${JSON.stringify(value)}`;
}
