import type { HiddenEstimate, RatingComparison } from "goodwill/service";
import { moneyToDecimal, type Money, type Reason, type Trace } from "goodwill/shared";
import { heading, list, table, text, type Block } from "../page.js";
import { sentence } from "../sentence.js";
import { amount, decimal, many, percent, range, signed } from "../wording.js";
import type { DissatisfactionFindings } from "./dissatisfaction-findings.js";
import type { ServiceFindings } from "./findings.js";
import type { ProposedRecovery } from "./recovery-findings.js";

/** Who is dissatisfied without saying so, and what better handling is worth. */
export function dissatisfactionBlocks(findings: DissatisfactionFindings): Block[] {
  const { lateOrders, byOwnShare, byLiterature, better, valuePerCustomer, buyers } = findings;
  const { low, expected, high } = better;
  return [
    heading("What complaints do not show"),
    text(
      `${many(byOwnShare.complained, "customer")} of ${amount(buyers)} who bought complained in 2025.`,
      `Most who are dissatisfied say nothing: of ${many(lateOrders.count, "order")} delivered late ${amount(lateOrders.complained)} led to a complaint, so ${percent(1 - lateOrders.complained / lateOrders.count)} kept silent.`,
      "The literature says 70 to 95%. Low, expected and high go by what the share of silent customers may be.",
    ),
    table(
      ["estimate", "silent", "dissatisfied", "never come back", "margin at risk, yuan"],
      [
        ...ESTIMATES.map((end) => estimateRow(`own share, ${end}`, byOwnShare[end])),
        ...ESTIMATES.map((end) => estimateRow(`literature, ${end}`, byLiterature[end])),
      ],
    ),
    text(
      `That 91% of the silent ones never come back is a figure of the literature, too; a customer is taken to be worth ${yuan(valuePerCustomer)}, the mean margin of two years from the page above.`,
      `No more than the ${amount(buyers)} customers can be dissatisfied.`,
    ),
    text(
      `Were every complaint settled in time, and half of the silent ones heard, ${decimal(expected.moreKept, 0)} more customers would stay (${decimal(low.moreKept, 0)} to ${decimal(high.moreKept, 0)}), worth ${bare(expected.worth)} yuan of margin (${bare(low.worth)} to ${bare(high.worth)}): that is the most it may cost.`,
      "What share stays after which handling is again assumed, from the studies of TARP.",
    ),
  ];
}

const ESTIMATES = ["low", "expected", "high"] as const;

function estimateRow(name: string, estimate: HiddenEstimate): string[] {
  return [
    name,
    decimal(estimate.hidden, 0),
    decimal(estimate.dissatisfied, 0),
    decimal(estimate.lost, 0),
    bare(estimate.moneyAtRisk),
  ];
}

/** What is owed for some open complaints, and whether those put right are content. */
export function recoveryBlocks({ recoveries, dissatisfaction }: ServiceFindings): Block[] {
  const { recovered, paradox } = dissatisfaction;
  return [
    heading("What three open complaints are owed"),
    text(
      "By the library's first policy of recovery; amounts in yuan. Equal facts give equal amounts, whoever handles them. After the colon stands what each reason adds or takes away.",
    ),
    table(
      ["complaint", "yuan", "what, and why"],
      recoveries.map((one) => [
        `${one.complaint.id}, ${one.complaint.kind.replaceAll("-", " ")} (${one.complaint.severity})`,
        moneyToDecimal(one.proposal.total),
        `${proposalText(one)}. ${whyText(one)}`,
      ]),
    ),
    heading("Are those put right as content as before?"),
    text(
      `Of ${many(recovered.n + recovered.incomplete, "complaint")} that were settled, ${amount(recovered.n)} have a rating before and one after: ${decimal(recovered.before)} of 10 before, ${decimal(recovered.after)} after, ${differenceText(recovered)}`,
      `In the second half of 2025, ${many(paradox.recovered.n, "customer")} whose complaint was settled gave ${decimal(paradox.recovered.mean)}, ${amount(paradox.withoutFailure.n)} without trouble ${decimal(paradox.withoutFailure.mean)}: ${differenceText(paradox)}`,
    ),
    ...reasonList([...recovered.reasons, ...paradox.reasons].map((reason) => sentence(reason))),
  ];
}

function reasonList(sentences: readonly string[]): Block[] {
  return sentences.length === 0 ? [] : [list(sentences)];
}

function differenceText({ difference, interval, verdict }: RatingComparison): string {
  if (difference === undefined) return "too few to compare.";
  const words = { higher: "they are more content", lower: "they are less content" };
  return `${signed(difference)} (${range(interval)}), so ${verdict === "higher" || verdict === "lower" ? words[verdict] : "no difference is shown"}.`;
}

function proposalText({ proposal }: ProposedRecovery): string {
  const { apology, restoration, compensation, escalateTo, grantedBy } = proposal;
  return [
    `An apology by the ${apology.by.replaceAll("-", " ")}`,
    ...(restoration === undefined ? [] : [`a ${restoration.kind}`]),
    ...(compensation === undefined
      ? []
      : [`a ${compensation.kind} of ${moneyToDecimal(compensation.amount)}`]),
    escalateTo === undefined
      ? `${grantedBy.replaceAll("-", " ")} may grant it`
      : `the ${escalateTo.replaceAll("-", " ")} must be asked`,
  ].join(", ");
}

/** The amount part by part, then what else was decided; who grants it is said by the proposal. */
function whyText({ proposal }: ProposedRecovery): string {
  const others = proposal.reasons.filter(({ code }) => !SAID_BY_PROPOSAL.includes(code));
  return [...(proposal.trace.parts ?? []).map(partReason), ...others]
    .map((reason) => sentence(reason))
    .join(" ");
}

const SAID_BY_PROPOSAL: readonly string[] = [
  ...["recovery-granted-by", "recovery-escalate", "recovery-restoration"],
];

function partReason({ code, params = {} }: Trace): Reason {
  return { code, params };
}

function bare(money: Money | undefined): string {
  return money === undefined ? "-" : rounded(money);
}

function yuan(money: Money): string {
  return `${rounded(money)} yuan`;
}

function rounded(money: Money): string {
  return amount(Math.round(Number(moneyToDecimal(money))));
}
