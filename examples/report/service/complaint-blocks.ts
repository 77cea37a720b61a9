import { causeParetoChart, complaintFlowChart, slaTimelineChart } from "goodwill/chart";
import type { CauseShare, ComplaintMeasures, ComplaintPhase } from "goodwill/service";
import { plainDateAt, wallTimeAt, type Instant } from "goodwill/shared";
import { chart, heading, table, text, type Block } from "../page.js";
import { amount, decimal, listed, many, percent } from "../wording.js";
import { HOLIDAYS, SHANGHAI, WORKDAY_MINUTES } from "./calendar.js";
import { GIVEN_UP_AFTER_DAYS } from "./company-complaints.js";
import type { ComplaintClock, ComplaintFindings } from "./complaint-findings.js";
import { PROMISED_DAYS } from "./policy.js";

/** How many complaints, how fast they are settled, what they are about, and who has to be told now. */
export function complaintBlocks(
  findings: ComplaintFindings,
  { asOf }: { readonly asOf: Instant },
): Block[] {
  return [
    ...settledBlocks(findings),
    heading("Received, settled and open"),
    ...flowBlocks(findings),
    heading("What the complaints are about"),
    ...causeBlocks(findings),
    heading("What is open, and who has to be told"),
    ...openBlocks(findings, asOf),
  ];
}

function settledBlocks({ stretches }: ComplaintFindings): Block[] {
  const sum = (field: "received" | "closed" | "withdrawn" | "open"): number =>
    stretches.reduce((total, { measures }) => total + measures[field], 0);
  const [first, last] = [stretches[0]!, stretches.at(-1)!];
  return [
    text(
      `${many(sum("received"), "complaint")} in two years: ${amount(sum("closed"))} were settled, ${amount(sum("withdrawn"))} given up without a remedy, ${amount(sum("open"))} are open.`,
      `The service desk promises to settle within ${amount(PROMISED_DAYS)} working days of ${amount(WORKDAY_MINUTES / 60)} hours, holidays and make-up workdays of mainland China counted as announced.`,
      `Of the complaints of ${last.name} ${inTime(last.measures)} were settled in time, of those of ${first.name} ${inTime(first.measures)}.`,
    ),
    table(
      [
        ...["received in", "in all", "settled", "given up", "open"],
        ...["half within", "nine in ten", "in time", "95% interval"],
      ],
      stretches.map(({ name, measures }) => {
        const { toClose, closedInTime } = measures;
        return [
          name,
          amount(measures.received),
          amount(measures.closed),
          amount(measures.withdrawn),
          amount(measures.open),
          days(toClose.medianMinutes),
          days(toClose.p90Minutes),
          percent(closedInTime?.share),
          shares(closedInTime?.interval),
        ];
      }),
    ),
    text(
      "Half, and nine in ten, of those settled were settled within so many working days; those given up, and those open past their day, count as late.",
      `The file does not say when a customer gave up: ${amount(GIVEN_UP_AFTER_DAYS)} days after the complaint is taken.`,
    ),
  ];
}

function flowBlocks({ flow, quarters }: ComplaintFindings): Block[] {
  return [
    table(
      ["quarter", "received", "settled", "given up", "open at its end"],
      quarters.map(({ start, phases, received, open }) => {
        const entered = (phase: ComplaintPhase): number =>
          phases.find((one) => one.phase === phase)!.entered;
        return [
          `${start.slice(0, 4)}Q${String((Number(start.slice(5, 7)) + 2) / 3)}`,
          amount(received),
          amount(entered("closed")),
          amount(entered("withdrawn")),
          amount(open),
        ];
      }),
    ),
    text(
      "The file knows no step between receipt and settlement, so whatever is open waits as received.",
    ),
    chart((drawing) => complaintFlowChart(flow, drawing)),
  ];
}

function causeBlocks({ kinds, causes, stretches }: ComplaintFindings): Block[] {
  const named = [...kinds.at(-1)!, ...kinds.flat()].map(({ cause }) => cause);
  const cell = (shares: readonly CauseShare[], kind: string): string => {
    const found = shares.find(({ cause }) => cause === kind);
    return found === undefined ? "-" : amount(found.count);
  };
  const last = stretches.at(-1)!.name;
  return [
    table(
      ["kind", ...stretches.map(({ name }) => name), `share of ${last}`],
      [...new Set(named)].map((kind) => [
        kind.replaceAll("-", " "),
        ...kinds.map((shares) => cell(shares, kind)),
        percent(kinds.at(-1)!.find(({ cause }) => cause === kind)?.share ?? 0),
      ]),
    ),
    text(`Why, for the complaints of ${last}:`),
    chart((drawing) => causeParetoChart(causes, { labels: spoken(causes), ...drawing })),
  ];
}

function openBlocks(
  { open, slowest, escalations, next }: ComplaintFindings,
  asOf: Instant,
): Block[] {
  const lanes = [...(slowest === undefined ? [] : [slowest]), ...open].map((one) => ({
    name: `${one.clock.case} ${kindOf(one)}`,
    ledger: one.ledger,
  }));
  return [
    text(
      slowest === undefined
        ? ""
        : `The slowest complaint settled of the last quarter, ${slowest.clock.case}, took ${days(slowest.ledger.countedMilliseconds / 60_000)} working days.`,
      `On ${plainDateAt(asOf, SHANGHAI)} ${many(open.length, "complaint")} were open.`,
    ),
    chart((drawing) =>
      slaTimelineChart(lanes, { clock: { zone: SHANGHAI, wallTimeAt }, ...drawing }),
    ),
    table(
      ["complaint", "kind", "severity", "promised for", "working days late", "to be told now"],
      open.map((one) => {
        const told = escalations.due.filter((due) => due.case === one.clock.case);
        return [
          one.clock.case,
          kindOf(one),
          one.complaint.record.severity,
          one.clock.due === undefined ? "-" : plainDateAt(one.clock.due, SHANGHAI),
          days(one.ledger.overMilliseconds / 60_000),
          told.length === 0 ? "nobody yet" : listed([...new Set(told.flatMap(({ tell }) => tell))]),
        ];
      }),
    ),
    text(
      next === undefined
        ? "No promise will be broken next: all are broken already."
        : `The next promise to be broken is that of ${next.clock.case}, after ${momentText(next.due)}.`,
      ...escalations.upcoming
        .slice(0, 1)
        .map(
          ({ case: of, at, tell }) =>
            `Next, the ${listed(tell)} of ${of} is told on ${momentText(at)}${isMadeUp(at) ? ", a day worked to make up for a holiday" : ""}.`,
        ),
    ),
  ];
}

function kindOf({ complaint: { record } }: ComplaintClock): string {
  return record.kind.replaceAll("-", " ");
}

function inTime({ closedInTime }: ComplaintMeasures): string {
  return `${percent(closedInTime?.share)} (${shares(closedInTime?.interval)})`;
}

/** An interval of shares in percent. */
function shares(interval: { readonly lower: number; readonly upper: number } | undefined): string {
  return interval === undefined ? "-" : `${percent(interval.lower)} to ${percent(interval.upper)}`;
}

/** Minutes of the service desk as its days. */
function days(minutes: number | undefined): string {
  return decimal(minutes === undefined ? undefined : minutes / WORKDAY_MINUTES, 1);
}

function isMadeUp(at: Instant): boolean {
  return HOLIDAYS.makeUpWorkdays.includes(plainDateAt(at, SHANGHAI));
}

function momentText(at: Instant): string {
  return wallTimeAt(at, SHANGHAI).slice(0, 16).replace("T", " ");
}

function spoken(causes: readonly CauseShare[]): Readonly<Record<string, string>> {
  return Object.fromEntries(causes.map(({ cause }) => [cause, cause.replaceAll("-", " ")]));
}
