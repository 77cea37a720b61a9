import type { CareAction, CareLeftOut, PlanReview } from "goodwill/care";
import { budgetUseChart, capacityChart, careCalendarChart, effectChart } from "goodwill/chart";
import type { CustomerId } from "goodwill/customer";
import { moneyToDecimal, type Money } from "goodwill/shared";
import { chart, heading, list, table, text, type Block, type Page } from "../page.js";
import { sentence } from "../sentence.js";
import { amount, decimal, listed, many, percent, range } from "../wording.js";
import type { CareFindings } from "./findings.js";
import { CONTROL, OCCASIONS, POLICY } from "./policy.js";

/** What is done for whom in the next quarter and why, what is left out and why, and what might come of it. */
export function carePage(findings: CareFindings): Page {
  return {
    title: "Care in the next quarter",
    blocks: [
      ...planBlocks(findings),
      heading("On which days"),
      chart((drawing) => careCalendarChart(findings.plan, { labels: KIND_LABELS, ...drawing })),
      heading("Money and time"),
      ...limitBlocks(findings),
      heading("What comes next, and why"),
      ...actionBlocks(findings),
      heading("What is left out, and why"),
      ...leftOutBlocks(findings),
      heading("What care would change"),
      ...reviewBlocks(findings.review),
    ],
  };
}

/** How many actions the table names. */
const NAMED = 12;

/** The words for what is done; a kind of which there may be several. */
const KIND_LABELS = {
  "service-check": "service checks",
  "feedback-form": "feedback forms",
  recommendation: "recommendations",
  message: "messages",
  visit: "visits",
  call: "calls",
  gift: "gifts",
  cake: "cakes",
} as const;

function planBlocks({ plan, relationships, heldOut, faults }: CareFindings): Block[] {
  const { actions, cost, optimality, period, diagnostics } = plan;
  const cared = new Set(actions.map(({ customer }) => customer)).size;
  const { exact, effect, effectAtMost } = optimality;
  const points = decimal(effect, 1);
  return [
    text(
      `From ${period.start} to before ${period.end} ${many(actions.length, "action")} for ${many(cared, "customer")} of ${amount(relationships.size)}, for ${yuan(cost)}: ${points} points of effect, a greeting by text message as 1.`,
      exact
        ? "No other choice within the limits has more effect: this is proven."
        : `No choice within the limits has more than ${decimal(effectAtMost, 1)} points, so at most ${percentText(effectAtMost / effect - 1)} is missing.`,
    ),
    text(
      `${many(heldOut, "customer")}, ${percent(CONTROL.share)} by chance, are given nothing, so that it can be measured what care does.`,
      faults.length === 0
        ? "Every rule of the policy can have an effect."
        : `The policy: ${faults.map((fault) => sentence(fault)).join(" ")}`,
    ),
    ...(diagnostics.length === 0
      ? []
      : [
          text("What the plan could not know:"),
          list(
            countedBy(diagnostics, ({ reason }) => reason.code).map(
              ([, same]) => `${many(same.length, "customer")}: ${sentence(same[0]!.reason)}`,
            ),
          ),
        ]),
  ];
}

function limitBlocks({ plan }: CareFindings): Block[] {
  const full = plan.uses.filter(
    ({ kind, used, available }) => kind === "visit" && used === available,
  );
  const staff = new Set(full.map(({ of = "" }) => of));
  return [
    chart((drawing) =>
      budgetUseChart(plan.uses, {
        ...{ minorDigits: 2, currency: "CNY", labels: { plan: "the plan" } },
        ...drawing,
      }),
    ),
    text(
      `A member of staff makes one visit and one call a week; ${listed([...staff].sort())} have weeks that are full.`,
    ),
    chart((drawing) => capacityChart(plan.uses, drawing)),
  ];
}

function actionBlocks({ plan, relationships }: CareFindings): Block[] {
  const next = plan.actions
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(0, NAMED);
  return [
    text(
      `The first ${amount(next.length)} of ${many(plan.actions.length, "action")}; the days are the customers' own.`,
    ),
    table(
      ["day", "what, for whom", "yuan", "why"],
      next.map((action) => [
        action.due,
        `${nameOf(action, relationships)}: ${contentOf(action)} by ${action.channel}, ${occasionName(action.occasion)}`,
        moneyToDecimal(action.cost),
        action.why
          .filter(({ code }) => !SAID_BY_COLUMNS.includes(code))
          .map((reason) => sentence(reason))
          .join(" "),
      ]),
    ),
  ];
}

/** The rule and the contact point are in columns of their own. */
const SAID_BY_COLUMNS: readonly string[] = ["care-rule", "contact-point-chosen"];

function leftOutBlocks({ plan, relationships }: CareFindings): Block[] {
  const groups = countedBy(plan.leftOut, ({ reasons }) => reasons[0]!.code);
  return [
    text(
      `${many(plan.leftOut.length, "occasion")} without an action: each has its reason, the deciding one first.`,
    ),
    table(
      ["why not", "occasions", "customers", "for example"],
      groups.map(([code, same]) => [
        code.replace(/^care-/, "").replaceAll("-", " "),
        amount(same.length),
        amount(new Set(same.map(({ customer }) => customer)).size),
        exampleOf(same[0]!, relationships),
      ]),
    ),
  ];
}

function exampleOf(
  { customer, occasion, date, reasons }: CareLeftOut,
  relationships: CareFindings["relationships"],
): string {
  // Rules that meet the same obstacle say the same.
  const said = [...new Set(reasons.map((reason) => sentence(reason)))].slice(0, 2);
  return `${nameOf({ customer }, relationships)}, ${occasionName(occasion)}, ${date}: ${said.join(" ")}`;
}

function reviewBlocks(review: PlanReview): Block[] {
  const { treated, control, effect } = review.all;
  const { response, costPerResponse } = effect;
  return [
    text(
      "The quarter has not begun, so the answers below are simulated: care is taken to bring somewhat more customers to the shop, each kind another share of them. A review of real answers reads the same.",
    ),
    text(
      `${percent(treated.responseShare)} of ${many(treated.known, "customer")} with care came, and ${percent(control.responseShare)} of ${amount(control.known)} who would have had it and were held out.`,
      response === undefined
        ? ""
        : `The difference is ${percentText(response.difference)}, from ${percentText(response.interval.lower)} to ${percentText(response.interval.upper)}.`,
      costPerResponse === undefined
        ? ""
        : `One customer more cost ${decimal(costPerResponse.estimate / 100, 0)} yuan (${range({ lower: costPerResponse.interval.lower / 100, upper: costPerResponse.interval.upper / 100 }, 0)}).`,
    ),
    chart((drawing) => effectChart(review, drawing)),
    ...(review.suggestions.length === 0
      ? []
      : [list(review.suggestions.slice(0, SUGGESTED).map(({ reason }) => sentence(reason)))]),
  ];
}

/** How many suggestions are shown. */
const SUGGESTED = 4;

/** What a rule gives, in the firm's own words where it has some. */
function contentOf({ rule, kind, follows }: CareAction): string {
  const content = POLICY.rules.find(({ id }) => id === rule)?.content;
  return follows === undefined && content !== undefined ? content : kind.replaceAll("-", " ");
}

function occasionName(id: string): string {
  return OCCASIONS.find((rule) => rule.id === id)?.name ?? id;
}

function nameOf(
  { customer }: { readonly customer: CustomerId },
  relationships: CareFindings["relationships"],
): string {
  const known = relationships.get(customer);
  return known === undefined ? customer : `${known.customer.name} (${customer})`;
}

function percentText(share: number): string {
  return `${decimal(100 * share, 1)}%`;
}

function yuan(money: Money): string {
  return `${amount(Number(moneyToDecimal(money)))} yuan`;
}

/** Groups of rows with one key, the largest first. */
function countedBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly [key: string, rows: readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known === undefined) groups.set(keyOf(row), [row]);
    else known.push(row);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
