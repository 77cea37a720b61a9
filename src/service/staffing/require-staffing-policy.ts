import type { StaffingPolicy } from "./staffing-policy.js";

const TASK = "compute required agents";

/** Throws unless a policy can be met and its numbers make sense. @internal */
export function requireStaffingPolicy(policy: StaffingPolicy): void {
  const { serviceLevel, maximumWaitSeconds: wait, maximumOccupancyShare: occupancy } = policy;
  const { maximumAbandonedShare: abandoned, patienceSeconds: patience } = policy;
  const { shrinkageShare = 0, minimumAgents = 0, contactsAtOnce = 1 } = policy;
  if ([serviceLevel, wait, occupancy, abandoned].every((goal) => goal === undefined)) {
    throw new RangeError(
      `Cannot ${TASK}: the policy must name a service level, a wait, an occupancy or an abandoned share, got none`,
    );
  }
  if (serviceLevel !== undefined) {
    const { share, thresholdSeconds } = serviceLevel;
    require(share > 0 && share < 1, "the service level's share must lie between 0 and 1", share);
    require(isTime(thresholdSeconds), "thresholdSeconds must be at least 0", thresholdSeconds);
  }
  require(wait === undefined || (isTime(wait) && wait > 0), "the wait must be above 0", wait);
  require(occupancy === undefined ||
    (occupancy > 0 &&
      occupancy <= 1), "maximumOccupancyShare must be above 0 and at most 1", occupancy);
  require(abandoned === undefined ||
    (abandoned > 0 && abandoned < 1), "maximumAbandonedShare must lie between 0 and 1", abandoned);
  require(patience === undefined ||
    isTime(patience), "patienceSeconds must be at least 0", patience);
  if (abandoned !== undefined)
    require(patience !== undefined, "maximumAbandonedShare needs patienceSeconds", patience);
  const hasShrinkage = shrinkageShare >= 0 && shrinkageShare < 1;
  require(hasShrinkage, "shrinkageShare must be at least 0 and below 1", shrinkageShare);
  require(isWhole(minimumAgents, 0), "minimumAgents must be a whole number", minimumAgents);
  require(isWhole(
    contactsAtOnce,
    1,
  ), "contactsAtOnce must be a whole number of at least 1", contactsAtOnce);
}

function isTime(seconds: number): boolean {
  return seconds >= 0 && seconds < Infinity;
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function require(holds: boolean, what: string, value: unknown): void {
  if (!holds) throw new RangeError(`Cannot ${TASK}: ${what}, got ${String(value)}`);
}
