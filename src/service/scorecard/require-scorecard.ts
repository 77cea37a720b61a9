import type { DepartmentScorecard } from "./department-scorecard.js";

/** Throws unless a scorecard can be scored. @internal */
export function requireScorecard(task: string, { measures }: DepartmentScorecard): void {
  const broken = (rule: string, got: unknown): RangeError =>
    new RangeError(
      `Cannot ${task}: ${rule}, got ${typeof got === "number" ? String(got) : JSON.stringify(got)}`,
    );
  if (measures.length === 0) throw broken("measures must not be empty", measures);
  const ids = new Set<string>();
  for (const { id, weight, target, worst, better } of measures) {
    if (ids.has(id)) throw broken("each measure must stand once", id);
    ids.add(id);
    if (!(Number.isFinite(weight) && weight > 0)) {
      throw broken(`the weight of ${id} must be above 0`, weight);
    }
    if (!Number.isFinite(target)) throw broken(`the target of ${id} must be finite`, target);
    const worse = better === "higher" ? worst < target : worst > target;
    if (!(Number.isFinite(worst) && worse)) {
      throw broken(`the worst value of ${id} must be on the worse side of its target`, worst);
    }
  }
}

/** Throws unless values are finite and of measures of the scorecard. @internal */
export function requireMeasured(
  task: string,
  {
    card,
    values,
  }: { readonly card: DepartmentScorecard; readonly values: Readonly<Record<string, number>> },
): void {
  const ids = new Set(card.measures.map(({ id }) => id));
  for (const [id, value] of Object.entries(values)) {
    if (!ids.has(id)) {
      throw new RangeError(
        `Cannot ${task}: values must be of measures of the scorecard, got ${JSON.stringify(id)}`,
      );
    }
    if (Number.isFinite(value)) continue;
    throw new RangeError(`Cannot ${task}: the value of ${id} must be finite, got ${String(value)}`);
  }
}
