import type { Decision } from "../decision/decision.js";
import { recordStanding } from "./record-standing.js";
import { takeBackTier } from "./take-back-tier.js";
import { tierSteps } from "./tier-steps.js";

/**
 * Records what has become of the tier by the time of the command: every boundary passed, and a tier reached at once,
 * each at the moment it took effect. Where something was given back in this decision, a tier reached only thanks to it
 * is taken back first. It records nothing where nothing changed, and what it records is what `tierStandingAt` says.
 */
export function settleTier(decision: Decision): void {
  takeBackTier(decision);
  const { command, options, state } = decision;
  const { programme } = options;
  for (const step of tierSteps(state, { asOf: command.occurredAt, programme })) {
    recordStanding(decision, step);
  }
}
