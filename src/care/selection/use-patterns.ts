// What bundles take of the shared limits: lists of uses, each kept once, since they recur by the thousand.

import type { Column } from "./column.js";
import { floatColumn, pushFloat, pushWhole, wholeColumn } from "./column.js";
import type { SelectionUse } from "./selection-problem.js";

/** Lists of uses, each kept once. @internal */
export interface UsePatterns {
  /** By pattern: where its first use is; and, last, where they end. Pattern 0 takes nothing. */
  readonly first: Column<Uint32Array>;
  /** By use: of which resource. */
  readonly resource: Column<Uint32Array>;
  /** By use: how much. */
  readonly amount: Column<Float64Array>;
  /** By pattern: how much of resource 0, the plan budget. */
  readonly cost: Column<Float64Array>;
  /** By pattern: its hash. */
  readonly hash: Column<Uint32Array>;
  /** Where to find a pattern by its hash: its number plus 1, or 0. */
  table: Uint32Array;
}

/** No patterns but the empty one. @internal */
export function usePatterns(): UsePatterns {
  return {
    first: wholeColumn(0, 0),
    resource: wholeColumn(),
    amount: floatColumn(),
    cost: floatColumn(0),
    hash: wholeColumn(hashOf([], 17)),
    table: new Uint32Array(64),
  };
}

/** Mixes a number into a hash. @internal */
export function mixed(hash: number, value: number): number {
  const low = Math.imul(hash ^ (value * 1024), 0x9e3779b1);
  return Math.imul((low ^ (low >>> 15) ^ (value / 4_194_304)) | 0, 0x85ebca6b);
}

/** Mixes uses into a hash. @internal */
export function hashOf(uses: readonly SelectionUse[], seed: number): number {
  let hash = seed;
  for (let i = 0; i < uses.length; i += 1) {
    const { resource, amount } = uses[i]!;
    hash = mixed(Math.imul(hash ^ resource, 0x9e3779b1), amount);
  }
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Whether these are the uses of a pattern. @internal */
export function isPattern(
  { first, resource, amount }: UsePatterns,
  at: number,
  uses: readonly SelectionUse[],
): boolean {
  const from = first.values[at]!;
  if (first.values[at + 1]! - from !== uses.length) return false;
  for (let i = 0; i < uses.length; i += 1) {
    if (resource.values[from + i] !== uses[i]!.resource) return false;
    if (amount.values[from + i] !== uses[i]!.amount) return false;
  }
  return true;
}

/** A larger table of what is found by hash. @internal */
export function enlarged(table: Uint32Array, { values, length }: Column<Uint32Array>): Uint32Array {
  if (length * 2 < table.length) return table;
  const larger = new Uint32Array(table.length * 4);
  for (let entry = 0; entry < length; entry += 1) {
    let at = values[entry]! % larger.length;
    while (larger[at]! > 0) at = (at + 1) % larger.length;
    larger[at] = entry + 1;
  }
  return larger;
}

/** The number of the pattern of these uses. @internal */
export function patternOf(patterns: UsePatterns, uses: readonly SelectionUse[]): number {
  if (uses.length === 0) return 0;
  const { table } = patterns;
  const hash = hashOf(uses, 17);
  let at = hash % table.length;
  while (table[at]! > 0) {
    const known = table[at]! - 1;
    if (patterns.hash.values[known] === hash && isPattern(patterns, known, uses)) return known;
    at = (at + 1) % table.length;
  }
  const number = patterns.cost.length;
  let cost = 0;
  for (const { resource, amount } of uses) {
    pushWhole(patterns.resource, resource);
    pushFloat(patterns.amount, amount);
    if (resource === 0) cost = amount;
  }
  pushWhole(patterns.first, patterns.resource.length);
  pushFloat(patterns.cost, cost);
  pushWhole(patterns.hash, hash);
  table[at] = number + 1;
  patterns.table = enlarged(table, patterns.hash);
  return number;
}

/** How much a pattern takes of a resource. @internal */
export function patternUse(
  { first, resource, amount }: UsePatterns,
  pattern: number,
  of: number,
): number {
  for (let u = first.values[pattern]!; u < first.values[pattern + 1]!; u += 1) {
    if (resource.values[u] === of) return amount.values[u]!;
  }
  return 0;
}
