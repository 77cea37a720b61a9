// How a campaign serves those who respond. Internal: not part of the package's surface.

import type { CampaignFinding } from "./campaign-check.js";
import type { CampaignPolicy } from "./campaign-policy.js";
import type { Campaign, CampaignAnswers, CampaignService } from "./campaign.js";
import { notKnown, refuseFact, requireCount, requireHours } from "./fact-check.js";

/** Slow answers to those who ask and do not order. */
export function replyFindings(campaign: Campaign, policy: CampaignPolicy): CampaignFinding[] {
  const { replyHours: allowedHours } = policy;
  return answerFindings(campaign.service, { what: "enquiries", allowedHours, policy });
}

/** Slow confirmations of orders and of payments. */
export function confirmationFindings(
  { service }: Campaign,
  policy: CampaignPolicy,
): CampaignFinding[] {
  const { confirmationHours: allowedHours } = policy;
  return [
    ...answerFindings(service, { what: "orders", allowedHours, policy }),
    ...answerFindings(service, { what: "payments", allowedHours, policy }),
  ];
}

/** Complaints and refunds nobody answered. */
export function grievanceFindings({ service }: Campaign): CampaignFinding[] {
  return [
    ...unanswered("complaintsUnanswered", service?.complaintsUnanswered),
    ...unanswered("refundsUnanswered", service?.refundsUnanswered),
  ];
}

/** Requests for printed matter nobody answered. */
export function printFindings({ service }: Campaign): CampaignFinding[] {
  return unanswered("printRequestsUnanswered", service?.printRequestsUnanswered);
}

const WHAT = {
  complaintsUnanswered: "complaints",
  refundsUnanswered: "refunds",
  printRequestsUnanswered: "requests for printed matter",
};

function unanswered(name: keyof typeof WHAT, count: number | undefined): CampaignFinding[] {
  const where = `service.${name}`;
  const what = WHAT[name];
  if (count === undefined) return [notKnown(`unanswered ${what}`, where)];
  requireCount(where, count);
  if (count === 0) return [];
  return [{ code: "campaign-unanswered", severity: "error", where, params: { what, count } }];
}

interface AnswerAim {
  readonly what: "enquiries" | "orders" | "payments";
  readonly allowedHours: number;
  readonly policy: CampaignPolicy;
}

function answerFindings(
  service: CampaignService | undefined,
  { what, allowedHours, policy }: AnswerAim,
): CampaignFinding[] {
  const where = `service.${what}`;
  const answers = service?.[what];
  if (answers === undefined) return [notKnown(`answer times of ${what}`, where)];
  const { answeredHours, waitingHours = [], promisedHours = allowedHours } = answers;
  requireAnswers(where, answers);
  const findings: CampaignFinding[] = [];
  if (promisedHours > allowedHours) {
    const params = { what, promisedHours, allowedHours };
    findings.push({ code: "campaign-promise-slow", severity: "error", where, params });
  }
  // A promise that is quicker than the policy is to be kept.
  const dueHours = Math.min(promisedHours, allowedHours);
  const isLate = (hours: number): boolean => hours > dueHours;
  const late = [...answeredHours, ...waitingHours].filter(isLate);
  // Who waits no longer than this can still be answered in time.
  const judged = answeredHours.length + waitingHours.filter(isLate).length;
  if (judged === 0) return [...findings, notKnown(`answer times of ${what}`, where)];
  if (late.length > policy.lateShare * judged) {
    let slowestHours = 0;
    for (const hours of late) slowestHours = Math.max(slowestHours, hours);
    const params = { what, late: late.length, of: judged, slowestHours, dueHours };
    findings.push({ code: "campaign-answers-late", severity: "error", where, params });
  }
  return findings;
}

function requireAnswers(where: string, answers: CampaignAnswers): void {
  const { answeredHours, waitingHours = [], promisedHours = 1 } = answers;
  requireHours(`${where}.answeredHours`, answeredHours);
  requireHours(`${where}.waitingHours`, waitingHours);
  if (promisedHours > 0 && promisedHours < Infinity) return;
  refuseFact(`${where}.promisedHours`, "hours above 0", promisedHours);
}
