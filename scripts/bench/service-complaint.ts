import { customerId } from "goodwill/customer";
import {
  complaintClassifier,
  complaintFlow,
  duplicateCandidates,
  measureComplaints,
  replayComplaint,
} from "goodwill/service";
import type { Complaint, ComplaintEvent, ComplaintRule } from "goodwill/service";
import { instant, instantFromEpochMilliseconds, seededRandom, timeZone } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const HOUR_MS = 3_600_000;
const START = Date.UTC(2025, 0, 1);
const YEAR_MS = 365 * 24 * HOUR_MS;
const KINDS = ["product", "attitude", "service-quality", "late-delivery"];
const SUBJECTS = [
  "Sofa was delivered three weeks late",
  "Driver was rude on the phone",
  "Kettle leaks at the seal since yesterday",
  "水壶漏水，客服态度很差",
];

/** What happens after the receipt, told alike of every complaint. */
const STEPS = [
  { kind: "acknowledge" },
  { kind: "assess", severity: "high" },
  { kind: "inform-customer", text: "we look into it" },
  { kind: "investigate" },
  { kind: "answer", finding: "upheld", remedies: [] },
  { kind: "close", outcome: "accepted" },
  { kind: "reopen", why: "still broken" },
  { kind: "answer", finding: "upheld", remedies: [] },
  { kind: "close", outcome: "accepted" },
] as const;

function complaints(count: number): readonly Complaint[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, i) => ({
    id: `K-${i}`,
    customer: customerId(`C-${Math.floor((random() * count) / 4)}`),
    at: instantFromEpochMilliseconds(START + Math.floor(random() * YEAR_MS)),
    receivedBy: "mei",
    channel: "phone",
    kind: KINDS[Math.floor(random() * KINDS.length)]!,
    subject: SUBJECTS[Math.floor(random() * SUBJECTS.length)]!,
    severity: "medium",
  }));
}

/** The events of each complaint; every eighth is reopened. */
function lives(count: number): readonly (readonly ComplaintEvent[])[] {
  const random = seededRandom(11);
  return complaints(count).map((record, i) => {
    let ms = Date.parse(record.at);
    const base = { complaint: record.id, by: "mei" };
    const received = { ...base, id: "E-0", at: record.at, kind: "receive", record } as const;
    const steps = i % 8 === 0 ? STEPS : STEPS.slice(0, 6);
    const later = steps.map((step, place): ComplaintEvent => {
      ms += Math.floor(random() * 48 * HOUR_MS);
      return { ...base, ...step, id: `E-${place + 1}`, at: instantFromEpochMilliseconds(ms) };
    });
    return [received, ...later];
  });
}

/** The events of many complaints, mixed, in the order of time. */
function mixed(count: number): readonly ComplaintEvent[] {
  return lives(Math.ceil(count / 7))
    .flat()
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(0, count);
}

const RULES: readonly ComplaintRule[] = Array.from({ length: 40 }, (_, i) => ({
  id: `R-${i}`,
  kind: KINDS[i % KINDS.length]!,
  any: ["late", "rude", "leak*", "漏水", `word${i}`].slice(i % 4),
  none: ["thanks"],
  priority: i,
}));

/** The benchmarks of complaints by name; `short` shrinks those that take long. */
export function serviceComplaintCases(short: boolean): Record<string, () => BenchmarkCase> {
  const many = short ? 100_000 : 1_000_000;
  const some = short ? 10_000 : 100_000;
  const [manyText, someText] = [many, some].map((count) => count.toLocaleString("en-US"));
  const aim = "a million events in one pass";
  return {
    [`service: complaintFlow, ${manyText} events by day`]: () => {
      const events = mixed(many);
      const options = { zone: timeZone("Asia/Shanghai"), per: "day" } as const;
      return { run: () => complaintFlow(events, options).length, items: many, unit: "events", aim };
    },
    [`service: measureComplaints, ${manyText} events`]: () => {
      const events = mixed(many);
      const options = { asOf: instant("2027-01-01T00:00:00Z"), deadlines: { answerMinutes: 7200 } };
      return {
        run: () => measureComplaints(events, options).received,
        items: many,
        unit: "events",
        aim,
      };
    },
    [`service: replayComplaint, ${someText} complaints`]: () => {
      const all = lives(some);
      return {
        run: () => all.filter((events) => replayComplaint(events).phase === "closed").length,
        items: some,
        unit: "complaints",
      };
    },
    [`service: complaintClassifier, ${someText} texts by 40 rules`]: () => {
      const texts = complaints(some).map(({ subject }) => ({ text: subject }));
      return {
        run: () => {
          const classify = complaintClassifier(RULES);
          return texts.filter((facts) => classify(facts).kind === "product").length;
        },
        items: some,
        unit: "texts",
      };
    },
    [`service: duplicateCandidates, ${someText} complaints`]: () => {
      const all = complaints(some);
      return { run: () => duplicateCandidates(all).length, items: some, unit: "complaints" };
    },
  };
}
