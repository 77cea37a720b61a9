import { consentTimelineChart } from "goodwill/chart";
import type { MergedCustomer } from "goodwill/customer";
import { chart, heading, list, table, text, type Block, type Page } from "../page.js";
import { sentence } from "../sentence.js";
import { amount, decimal, listed, many, percent } from "../wording.js";
import type { CustomerFindings } from "./findings.js";

/** One record a customer: what was merged, what is known, who may be written to, and where the relationships stand. */
export function customerPage(findings: CustomerFindings): Page {
  return {
    title: "One customer, one record",
    blocks: [
      ...matchBlocks(findings),
      heading("What is known"),
      ...profileBlocks(findings),
      heading("Who may be written to"),
      ...consentBlocks(findings),
      heading("Where the relationships stand"),
      ...lifecycleBlocks(findings),
    ],
  };
}

function matchBlocks({ match, groups, merged, placed }: CustomerFindings): Block[] {
  const example = merged.toSorted((a, b) => b.lost.length - a.lost.length)[0];
  return [
    text(
      `${many(match.records, "record")} of three departments become ${many(merged.length, "customer")}: ${amount(match.comparisons)} of ${amount(match.pairsPossible)} pairs were compared.`,
      `${many(groups.merge.length, "group")} are merged, ${many(groups.review.length + groups.pairs.length, "case")} wait for a human.`,
      `Of ${amount(placed.all)} records of the shops and the service desk ${amount(placed.right)} came to the right customer, ${amount(placed.wrong)} to a wrong one.`,
    ),
    ...(example ? exampleBlocks(example) : []),
  ];
}

function exampleBlocks({ customer, provenance, lost, records }: MergedCustomer): Block[] {
  return [
    text(`${customer.name}, made of ${many(records.length, "record")}:`),
    table(
      ["field", "from", "confirmed", "also said by"],
      provenance.map(({ field, source, at, agreeing }) => [
        field,
        source,
        at.slice(0, 10),
        listed(agreeing.map((origin) => origin.source)),
      ]),
    ),
    list(lost.map(({ source, reason }) => `${source}: ${sentence(reason)}`)),
  ];
}

function profileBlocks({ profiles }: CustomerFindings): Block[] {
  const { score, n, questions, kinds } = profiles;
  return [
    text(
      `The mean profile of ${many(n, "customer")} scores ${decimal(score.mean)} of 1; by kind: ${listed(kinds.map(({ kind, mean }) => `${kind} ${decimal(mean)}`))}.`,
    ),
    table(
      ["question", "answered", "95% interval", "in part"],
      questions.map(({ question, answeredShare, interval, partly }) => [
        question,
        percent(answeredShare),
        interval === undefined ? "-" : `${percent(interval.lower)} to ${percent(interval.upper)}`,
        amount(partly),
      ]),
    ),
  ];
}

function consentBlocks({ audiences, timeline, base }: CustomerFindings): Block[] {
  return [
    ...audiences.map(({ channel, audience }) =>
      text(
        `The newsletter by ${channel}: ${amount(audience.allowed.length)} may get it, ${amount(audience.blocked.length)} may not, most often because of ${listed(audience.blockedBy.slice(0, 3).map(({ code, decisive }) => `${code} (${amount(decisive)})`))}.`,
      ),
    ),
    text(`What ${timeline.customer.name} said:`),
    chart((drawing) => consentTimelineChart(timeline.spans, { asOf: base.asOf, ...drawing })),
  ];
}

function lifecycleBlocks({ funnel }: CustomerFindings): Block[] {
  return [
    text(
      `On each rung of the ladder now: ${listed(Object.entries(funnel.now).map(([rung, count]) => `${rung} ${amount(count)}`))}.`,
    ),
    table(
      ["rung", "ever reached", "of the rung below", "95% interval", "days from it"],
      funnel.steps.map(({ rung, reached, conversion, medianDays }) => [
        rung,
        amount(reached),
        percent(conversion?.share),
        conversion === undefined
          ? "-"
          : `${percent(conversion.interval.lower)} to ${percent(conversion.interval.upper)}`,
        decimal(medianDays, 0),
      ]),
    ),
  ];
}
