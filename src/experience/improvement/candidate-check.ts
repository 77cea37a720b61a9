// What a host may hand over: every broken contract is found here, before anything is computed.

import type { Improvement, ImprovementGoal, ImprovementPolicy } from "./improvement.js";

function requireNumbers(record: Readonly<Record<string, number>>, what: string): void {
  for (const [factor, value] of Object.entries(record)) {
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new RangeError(
        `Cannot plan improvements: the ${what} of "${factor}" must be a number of at least 0, got ${value}`,
      );
    }
  }
}

function requireEffects(candidate: Improvement, goal: ImprovementGoal): void {
  for (const [factor, points] of Object.entries(candidate.effects)) {
    if (!Object.hasOwn(goal.importance, factor)) {
      throw new RangeError(
        `Cannot plan improvements: candidate "${candidate.id}" affects "${factor}", which has no importance`,
      );
    }
    if (!Number.isFinite(points)) {
      throw new RangeError(
        `Cannot plan improvements: candidate "${candidate.id}" must affect "${factor}" by a finite number of points, got ${points}`,
      );
    }
  }
}

/** Throws a RangeError that names the culprit, unless a search with this limit is possible. @internal */
export function requireImprovementPolicy({ maximumStates }: ImprovementPolicy): void {
  if (!(Number.isInteger(maximumStates) && maximumStates >= 2)) {
    throw new RangeError(
      `Cannot plan improvements: maximumStates must be a whole number of at least 2, got ${maximumStates}`,
    );
  }
}

/** Throws a RangeError that names the culprit, unless candidates and goal can be reckoned with. @internal */
export function requireImprovements(
  candidates: readonly Improvement[],
  goal: ImprovementGoal,
): void {
  requireNumbers(goal.importance, "importance");
  requireNumbers(goal.shortfall, "shortfall");
  for (const factor of Object.keys(goal.shortfall)) {
    if (!Object.hasOwn(goal.importance, factor)) {
      throw new RangeError(
        `Cannot plan improvements: "${factor}" has a shortfall but no importance`,
      );
    }
  }
  const ids = new Set<string>();
  for (const { id } of candidates) {
    if (ids.has(id)) {
      throw new RangeError(`Cannot plan improvements: two candidates have the id "${id}"`);
    }
    ids.add(id);
  }
  for (const candidate of candidates) {
    if (!(Number.isFinite(candidate.cost) && candidate.cost >= 0)) {
      throw new RangeError(
        `Cannot plan improvements: the cost of candidate "${candidate.id}" must be a number of at least 0, got ${candidate.cost}`,
      );
    }
    requireEffects(candidate, goal);
    for (const excluded of candidate.excludes ?? []) {
      if (!ids.has(excluded) || excluded === candidate.id) {
        throw new RangeError(
          `Cannot plan improvements: candidate "${candidate.id}" excludes "${excluded}", which is not another candidate`,
        );
      }
    }
  }
}
