import type { PortfolioPolicy } from "./portfolio-policy.js";

/** Throws unless customers can be sorted by the policy. @internal */
export function requirePortfolioPolicy({ criteria, classes, scale, by }: PortfolioPolicy): void {
  requireNames(criteria, "criterion");
  requireNames(classes, "class");
  for (const { name, weight } of criteria) {
    if (weight >= 0 && weight <= 1e9) continue;
    throw cannot(`the weight of ${name} must be a number of 0 to 1e9, got ${String(weight)}`);
  }
  if (criteria.every(({ weight }) => weight === 0)) throw cannot("not all weights may be 0, got 0");
  for (const [i, { name, untilShare }] of classes.entries()) {
    const before = i === 0 ? 0 : classes[i - 1]!.untilShare;
    if (untilShare > before && untilShare <= 1) continue;
    throw cannot(
      `class ${name} must end above ${String(before)} and at 1 at most, got ${String(untilShare)}`,
    );
  }
  const end = classes[classes.length - 1]!.untilShare;
  if (end !== 1) throw cannot(`the last class must end at 1, got ${String(end)}`);
  if (scale !== "mean" && scale !== "rank") {
    throw cannot(`scale must be mean or rank, got ${String(scale)}`);
  }
  if (by !== "value-share" && by !== "rank-share") {
    throw cannot(`by must be value-share or rank-share, got ${String(by)}`);
  }
}

function requireNames(named: readonly { readonly name: string }[], what: string): void {
  if (named.length === 0) throw cannot(`at least one ${what} is needed, got none`);
  const names = new Set<string>();
  for (const { name } of named) {
    if (name.trim() === "" || names.has(name)) {
      throw cannot(`each ${what} needs a name of its own, got ${JSON.stringify(name)}`);
    }
    names.add(name);
  }
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot classify a portfolio: ${why}`);
}
