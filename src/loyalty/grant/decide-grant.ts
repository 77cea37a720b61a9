import { plainDateAt } from "../../shared/time/time-zone.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { issueLots, termsOf } from "../decision/issue-lots.js";
import { lapsesAfterActivity, startAfter } from "../decision/lapses.js";
import type { GrantPoints } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LotTerms } from "../ledger/lot.js";
import { blankField } from "../member/blank-field.js";
import { firstLapse } from "./first-lapse.js";
import { issueFault, pointsFault } from "./points-fault.js";
import { qualifyingPoints } from "./qualifying-points.js";

/**
 * Gives points by hand, or for a partner who issues the kind. They last through the day named, or as the kind says.
 * What a partner gives counts as activity of the member; what is given by hand does not.
 */
export function decideGrant(decision: Decision, command: GrantPoints): LoyaltyRefusal | undefined {
  const { state, options } = decision;
  const { points, partner, occurredAt, why } = command;
  const refusal =
    blankField({ why }) ??
    pointsFault(points, options.programme) ??
    issueFault(state, points) ??
    partnerFault(decision, command) ??
    throughFault(decision, command);
  if (refusal !== undefined) return refusal;
  const source =
    partner === undefined
      ? ({ kind: "grant", id: command.key } as const)
      : ({ kind: "partner", id: partner } as const);
  const { kind, amount } = points;
  const terms = namedTerms(decision, command);
  const lapses = partner === undefined ? firstLapse(decision, kind) : lapsesAfterActivity(decision);
  const request = { kind, points: amount, earnedAt: occurredAt, source };
  const issued = issueLots(decision, [{ ...request, ...(terms !== undefined && { terms }) }]);
  record(decision, {
    kind: "points-granted",
    why,
    ...issued,
    ...qualifyingPoints(decision, points),
    ...(lapses.length > 0 && { lapses }),
  });
  return undefined;
}

function partnerFault(
  { options }: Decision,
  { partner, points }: GrantPoints,
): LoyaltyRefusal | undefined {
  if (partner === undefined) return undefined;
  const found = options.programme.partners?.find(({ id }) => id === partner);
  if (found === undefined) return { code: "unknown", what: "partner", id: partner };
  if (found.issues.includes(points.kind)) return undefined;
  return { code: "not-offered", what: `${points.kind} of ${partner}` };
}

function throughFault(
  { options }: Decision,
  { through, occurredAt }: GrantPoints,
): LoyaltyRefusal | undefined {
  const today = plainDateAt(occurredAt, options.programme.zone);
  if (through === undefined || through >= today) return undefined;
  return { code: "invalid-field", field: "through", mustBe: `${today} or later`, got: through };
}

/** The kind's terms but for the end, where the command names it. */
function namedTerms(
  decision: Decision,
  { through, points, occurredAt }: GrantPoints,
): LotTerms | undefined {
  if (through === undefined) return undefined;
  const { kind } = points;
  const rules = { expiry: { kind: "never" } } as const;
  const terms = termsOf(decision, { kind, earnedAt: occurredAt, rules });
  return { ...terms, expiresAt: startAfter(through, decision.options.programme.zone) };
}
