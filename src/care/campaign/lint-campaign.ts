import { CAMPAIGN_DONTS } from "./campaign-check.js";
import type {
  CampaignCheck,
  CampaignDont,
  CampaignFinding,
  CampaignReport,
} from "./campaign-check.js";
import { DEFAULT_CAMPAIGN_POLICY } from "./campaign-policy.js";
import type { CampaignPolicy } from "./campaign-policy.js";
import type { Campaign } from "./campaign.js";
import { plainWords } from "./claim-words.js";
import {
  attachmentFindings,
  chargeFindings,
  claimFindings,
  openingFindings,
} from "./content-findings.js";
import { refuseFact, requireCount } from "./fact-check.js";
import {
  confirmationFindings,
  grievanceFindings,
  printFindings,
  replyFindings,
} from "./service-findings.js";

/**
 * Does a campaign by e-mail or web keep clear of the eight don'ts (PRO-8)?
 *
 * 1. Charging for what is sent by e-mail: any price above 0.
 * 2. Exaggerated claims: words of the policy's rules for the message's language, in subject or text, that are not among
 * the claims the firm can prove.
 * 3. Slow replies to enquirers who do not order, and 4. slow confirmation of orders and payments: more than the allowed
 * share is answered, or still waits, after the time the policy allows or the firm promised, whichever is shorter; or
 * the promise itself is too slow. Exactly on time is not late.
 * 5. Ignored complaints or refunds, and 6. ignored requests for printed matter: any at all.
 * 7. Attachments to an e-mail: any at all; one of a refused kind or above the size is an error, others a warning.
 * 8. Links and files that do not open: a last status other than 200 to 399, a file the host could not open.
 *
 * A don't is passed only when every fact it needs is there: facts nobody gave (no measurement, an attachment nobody
 * opened, a link of the text nobody followed, a language without rules) are named, and the don't is `not-known`.
 * Links that open a program of the customer's own (`mailto:`, `tel:`, `sms:`) need not be followed.
 *
 * @param campaign - The campaign and what is known of how it serves.
 * @param options - `policy` says what is slow, large, refused and exaggerated; `DEFAULT_CAMPAIGN_POLICY` when absent.
 * @returns The eight checks in order, and the worst outcome.
 * @throws RangeError where a count, time, size, status or threshold is out of its range, or a rule has a blank phrase.
 * @example
 * ```ts
 * import { lintCampaign } from "goodwill/care";
 *
 * const text = "A risk-free offer: https://example.com/tea";
 * const links = [{ url: "https://example.com/tea", status: 404 }];
 * const { outcome, checks } = lintCampaign({
 *   id: "spring",
 *   messages: [{ id: "m1", language: "en", channel: "email", text, links, attachments: [] }],
 *   charges: [],
 * });
 * outcome; // => "violated"
 * checks[1]?.findings[0]?.params["words"]; // => "risk-free"
 * checks[7]?.findings[0]?.code; // => "campaign-link-broken"
 * checks.filter((one) => one.outcome === "passed").length; // => 2
 * ```
 */
export function lintCampaign(
  campaign: Campaign,
  { policy = DEFAULT_CAMPAIGN_POLICY }: { readonly policy?: CampaignPolicy } = {},
): CampaignReport {
  requireCampaignPolicy(policy);
  const checks = CAMPAIGN_DONTS.map((dont) => checkOf(dont, findingsOf(dont, campaign, policy)));
  return { outcome: worst(checks.map(({ outcome }) => outcome)), checks };
}

// prettier-ignore
function findingsOf(dont: CampaignDont, campaign: Campaign, policy: CampaignPolicy): CampaignFinding[] {
  switch (dont) {
    case "charged-for-email": return chargeFindings(campaign);
    case "exaggerated-claim": return claimFindings(campaign, policy);
    case "slow-reply": return replyFindings(campaign, policy);
    case "slow-confirmation": return confirmationFindings(campaign, policy);
    case "ignored-complaint-or-refund": return grievanceFindings(campaign);
    case "ignored-print-request": return printFindings(campaign);
    case "attachment": return attachmentFindings(campaign, policy);
    case "link-or-file-does-not-open": return openingFindings(campaign);
  }
}

function checkOf(dont: CampaignDont, findings: readonly CampaignFinding[]): CampaignCheck {
  const missing = findings.filter(({ code }) => code === "campaign-not-known");
  const against = findings.filter(({ code }) => code !== "campaign-not-known");
  const outcome = outcomeOf(against.length, missing.length);
  return { dont, outcome, findings: [...against, ...missing] };
}

function outcomeOf(against: number, missing: number): CampaignCheck["outcome"] {
  if (against > 0) return "violated";
  return missing > 0 ? "not-known" : "passed";
}

function worst(outcomes: readonly CampaignCheck["outcome"][]): CampaignCheck["outcome"] {
  if (outcomes.includes("violated")) return "violated";
  return outcomes.includes("not-known") ? "not-known" : "passed";
}

function requireCampaignPolicy(policy: CampaignPolicy): void {
  for (const name of ["replyHours", "confirmationHours"] as const) {
    if (policy[name] > 0 && policy[name] < Infinity) continue;
    refuseFact(`the policy's ${name}`, "hours above 0", policy[name]);
  }
  const { lateShare, attachmentOctets, claims } = policy;
  if (!(lateShare >= 0 && lateShare < 1)) {
    refuseFact("the policy's lateShare", "a share from 0 to below 1", lateShare);
  }
  requireCount("the policy's attachmentOctets", attachmentOctets);
  for (const { id, phrases } of claims) {
    const blank = phrases.find((phrase) => plainWords(phrase) === "");
    if (blank !== undefined) refuseFact(`each phrase of claim rule ${id}`, "a text", blank);
  }
}
