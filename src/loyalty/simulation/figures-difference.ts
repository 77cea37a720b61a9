// What is different between two sets of figures. Internal: not part of the package's surface.

import { combinedPoints } from "./figures-tally.js";
import type { MemberFigures } from "./figures-tally.js";
import type {
  SimulatedFigures,
  SimulatedMemberChange,
  SimulatedPoints,
} from "./simulation-figures.js";
import type { SimulationPolicy } from "./simulation-policy.js";

const NO_POINTS: SimulatedPoints = {
  issued: 0,
  pending: 0,
  active: 0,
  reserved: 0,
  redeemed: 0,
  expired: 0,
  clawedBack: 0,
  deficit: 0,
};

/** The figures under other rules less those of today. */
export function differenceOf(today: SimulatedFigures, instead: SimulatedFigures): SimulatedFigures {
  return {
    members: instead.members - today.members,
    membersByTier: countsBetween(today.membersByTier, instead.membersByTier),
    points: pointsBetween(
      new Map(Object.entries(today.points)),
      new Map(Object.entries(instead.points)),
    ),
    liability: countsBetween(today.liability, instead.liability),
    unvaluedPoints: instead.unvaluedPoints - today.unvaluedPoints,
    commands: instead.commands - today.commands,
    refused: countsBetween(today.refused, instead.refused),
  };
}

/** What other rules change for a member. */
export function memberChange(
  member: string,
  { today, instead }: { readonly today: MemberFigures; readonly instead: MemberFigures },
  { by }: SimulationPolicy,
): SimulatedMemberChange {
  const points = pointsBetween(today.points, instead.points);
  const changed = Object.values(points).reduce((sum, one) => sum + Math.abs(one[by]), 0);
  return {
    member,
    changed,
    ...(today.tier !== undefined && { tierToday: today.tier }),
    ...(instead.tier !== undefined && { tierInstead: instead.tier }),
    points,
  };
}

/** Keeps a change among the largest so many. */
export function keepLargest(
  kept: SimulatedMemberChange[],
  change: SimulatedMemberChange,
  { mostChanged }: SimulationPolicy,
): void {
  if (change.changed === 0) return;
  const place = kept.findIndex((other) => isBefore(change, other));
  kept.splice(place === -1 ? kept.length : place, 0, change);
  if (kept.length > mostChanged) kept.pop();
}

function isBefore(a: SimulatedMemberChange, b: SimulatedMemberChange): boolean {
  return a.changed === b.changed ? a.member < b.member : a.changed > b.changed;
}

function namesOf(today: Iterable<string>, instead: Iterable<string>): string[] {
  return [...new Set([...today, ...instead])].toSorted();
}

function countsBetween(
  today: Readonly<Record<string, number>>,
  instead: Readonly<Record<string, number>>,
): Record<string, number> {
  const names = namesOf(Object.keys(today), Object.keys(instead));
  return Object.fromEntries(
    names.map((name) => [name, (instead[name] ?? 0) - (today[name] ?? 0)] as const),
  );
}

function pointsBetween(
  today: ReadonlyMap<string, SimulatedPoints>,
  instead: ReadonlyMap<string, SimulatedPoints>,
): Record<string, SimulatedPoints> {
  const names = namesOf(today.keys(), instead.keys());
  return Object.fromEntries(
    names.map((kind) => {
      const [after = NO_POINTS, before = NO_POINTS] = [instead.get(kind), today.get(kind)];
      return [kind, combinedPoints(after, before, -1)] as const;
    }),
  );
}
