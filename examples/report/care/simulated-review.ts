import {
  careOutcomes,
  reviewPlan,
  type CareAction,
  type CareFeedback,
  type CareKind,
  type ControlFeedback,
  type PlanReview,
} from "goodwill/care";
import { seededRandom } from "goodwill/shared";

/** How often customers come to the shop by themselves in the days of an occasion. */
const BY_THEMSELVES = 0.04;

/** How many more come for each kind of care, as a share; for all others nobody. Only a simulation knows. */
const MORE: Readonly<Partial<Record<CareKind, number>>> = {
  visit: 0.3,
  gift: 0.14,
  cake: 0.2,
  call: 0.12,
  "service-check": 0.12,
  message: 0.02,
  recommendation: 0.03,
};

/** The share of actions that cannot be done in the end: nobody was at home. */
const UNDONE = 0.06;

/** What a review would say at the end of the quarter, were customers to answer as simulated. */
export function simulatedReview(
  actions: readonly CareAction[],
  { withheld, seed }: { readonly withheld: readonly CareAction[]; readonly seed: number },
): PlanReview {
  const random = seededRandom(seed);
  const happens = (share: number): boolean => random() < share;
  const ended = actions.map((action): CareAction => ({
    ...action,
    state: happens(UNDONE) ? "expired" : "done",
  }));
  const feedback = ended.map(({ id, kind, state }): CareFeedback => ({
    action: id,
    responded: happens(BY_THEMSELVES + (state === "done" ? (MORE[kind] ?? 0) : 0)),
    ...(state === "expired" && { reason: { code: "nobody-at-home", params: {} } }),
  }));
  const control = withheld.map(
    ({ customer, valueClass, occasion, rule, kind }): ControlFeedback => ({
      ...{ customer, occasion, rule, kind, responded: happens(BY_THEMSELVES) },
      ...(valueClass !== undefined && { valueClass }),
    }),
  );
  const { outcomes } = careOutcomes(ended, { feedback, control });
  return reviewPlan(outcomes, { currency: "CNY", basis: "planned" });
}
