import type { Reason } from "../../shared/reason.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { isReachable, zoneAccess } from "./access-measure.js";
import type { JudgedMatter } from "./customer-matters.js";
import { mattersOf } from "./customer-matters.js";
import type {
  MatterContact,
  MeasuredShare,
  ModernExpectations,
  ModernExpectationsPolicy,
} from "./modern-expectation.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";

/** What was kept of a log. */
interface KeptLog {
  readonly contacts: Readonly<Record<string, Readonly<Record<string, readonly MatterContact[]>>>>;
  readonly withHours: number;
  readonly outsideHours: number;
  readonly rejected: number;
}

/** The three measures from what was kept of a log. */
export function expectationsOfSums(
  log: KeptLog,
  {
    catalogue,
    zones,
    asOf,
    policy,
  }: {
    readonly catalogue: readonly Touchpoint[];
    readonly zones: readonly TimeZone[];
    readonly asOf: Instant;
    readonly policy: ModernExpectationsPolicy;
  },
): ModernExpectations {
  const matters: JudgedMatter[] = [];
  for (const [customer, topics] of Object.entries(log.contacts)) {
    for (const [topic, contacts] of Object.entries(topics)) {
      matters.push(...mattersOf(contacts, { customer, topic, asOf, policy }));
    }
  }
  const elsewhere = matters.filter((one) => one.elsewhere);
  const decided = matters.filter((one) => one.decided);
  const reachable = catalogue.filter(isReachable);
  const shareOf = (count: number, n: number): MeasuredShare => measured({ count, n }, policy.level);
  const measures = {
    access: {
      zones: zones.map((zone) => zoneAccess(zone, { catalogue: reachable, asOf })),
      hoursUnknown: reachable
        .filter(({ hours }) => hours === undefined)
        .map(({ id }) => id)
        .toSorted(),
      outsideHours: shareOf(log.outsideHours, log.withHours),
    },
    seamless: {
      repeatedElsewhere: shareOf(elsewhere.length, decided.length),
      examples: elsewhere
        .map(({ matter }) => matter)
        .toSorted(
          (a, b) =>
            b.interactions.length - a.interactions.length ||
            (exampleName(a) < exampleName(b) ? -1 : 1),
        )
        .slice(0, policy.examples),
    },
    oneStop: {
      settledAtFirst: shareOf(decided.filter((one) => one.settledAtFirst).length, decided.length),
      undecided: matters.length - decided.length,
    },
    rejected: log.rejected,
  };
  return { ...measures, findings: findingsOf(measures, policy) };
}

function exampleName(matter: JudgedMatter["matter"]): string {
  return [matter.from, matter.customer, matter.topic].join("\n");
}

function measured(
  { count, n }: { readonly count: number; readonly n: number },
  level: number,
): MeasuredShare {
  if (n === 0) return { count, n };
  return { count, n, share: count / n, interval: wilsonInterval({ count, n }, { level }) };
}

function findingsOf(
  { access, seamless, oneStop }: Omit<ModernExpectations, "findings">,
  policy: ModernExpectationsPolicy,
): Reason[] {
  const findings: Reason[] = [];
  for (const { zone, channels, openShare } of access.zones) {
    if (openShare === undefined || openShare >= policy.openShare) continue;
    const params = { zone, channels: channels.length, openShare, asked: policy.openShare };
    findings.push({ code: "access-below-share", params });
  }
  for (const touchpoint of access.hoursUnknown) {
    findings.push({ code: "hours-not-known", params: { touchpoint } });
  }
  const numbers = ({ count, n, share, interval }: MeasuredShare, limit: number) => ({
    count,
    n,
    share: share ?? 0,
    lower: interval?.lower ?? 0,
    upper: interval?.upper ?? 1,
    limit,
  });
  const outside = numbers(access.outsideHours, policy.outsideHoursShare);
  if (outside.lower > outside.limit) {
    findings.push({ code: "contacts-outside-hours", params: outside });
  }
  const repeated = numbers(seamless.repeatedElsewhere, policy.repeatedShare);
  if (repeated.lower > repeated.limit) {
    findings.push({ code: "repeated-elsewhere", params: repeated });
  }
  const settled = numbers(oneStop.settledAtFirst, policy.settledShare);
  if (settled.upper < settled.limit) {
    findings.push({ code: "settled-too-seldom", params: settled });
  }
  return findings;
}
