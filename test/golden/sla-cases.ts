/** Deadlines carried from public systems and derived by hand; times in UTC, windows on the clock of the zone. */
export interface SlaCase {
  readonly id: string;
  readonly zone: string;
  /** Windows `HH:MM-HH:MM` by weekdays, 1 is Monday: `15` are Monday and Friday. */
  readonly hours: Readonly<Record<string, readonly string[]>>;
  readonly start: string;
  readonly minutes: number;
  /** Absent where a pause without end leaves no deadline. */
  readonly due?: string;
  readonly holidays?: readonly string[];
  /** Days of the weekend worked, with the hours of a Monday. */
  readonly makeUpWorkdays?: readonly string[];
  readonly pauses?: readonly (readonly [start: string, end?: string])[];
  /** What a system that rolls on from the moment of closing gives. */
  readonly rolled?: string;
  readonly note?: string;
  readonly source: string;
}

/**
 * Expected values from the tests and descriptions named or derived by hand; cross-checked there by a reference that
 * steps minute by minute (Python zoneinfo) and, where nothing is paused, by the Ruby gem zendesk/biz at dddeea68.
 */
export const SLA_CASES: readonly SlaCase[] = [
  { id: "z1", zone: "Europe/Berlin", hours: { "12345": ["09:00-17:00"] }, start: "2013-03-21T09:30:00Z", minutes: 60, due: "2013-03-21T10:30:00Z", source: "zammad/zammad test/unit/ticket_sla_test.rb@0d1d8651" },
  { id: "z2", zone: "Europe/Berlin", hours: { "12345": ["08:00-18:00"] }, start: "2013-03-21T09:30:00Z", minutes: 180, due: "2013-03-21T12:30:00Z", source: "zammad/zammad test/unit/ticket_sla_test.rb@0d1d8651" },
  { id: "z4", zone: "Europe/Berlin", hours: { "1234567": ["08:00-17:00"] }, start: "2013-10-21T05:30:00Z", minutes: 120, due: "2013-10-21T08:00:00Z", note: "created before opening (06:00Z)", source: "zammad/zammad test/unit/ticket_sla_test.rb@0d1d8651" },
  { id: "z5", zone: "Europe/Berlin", hours: { "1234567": ["08:00-17:00"] }, start: "2015-09-21T14:30:00Z", minutes: 120, due: "2015-09-23T07:30:00Z", holidays: ["2015-09-22"], note: "spans a holiday; inactive holiday 09-23 must not count", source: "zammad/zammad test/unit/ticket_sla_test.rb@0d1d8651" },
  { id: "z6", zone: "Europe/Berlin", hours: { "1234567": ["08:00-17:00"] }, start: "2015-09-21T14:30:00Z", minutes: 240, due: "2015-09-23T09:30:00Z", holidays: ["2015-09-22"], source: "zammad/zammad test/unit/ticket_sla_test.rb@0d1d8651" },
  { id: "z7", zone: "Europe/Berlin", hours: { "1234567": ["09:00-18:00"] }, start: "2013-06-04T09:00:00Z", minutes: 120, due: "2013-06-04T11:45:00Z", pauses: [["2013-06-04T09:30:00Z", "2013-06-04T09:45:00Z"], ["2013-06-04T10:00:00Z", "2013-06-04T10:30:00Z"]], note: "pending 15m + closed 30m, reopened", source: "zammad/zammad test/unit/ticket_sla_test.rb@0d1d8651" },
  { id: "z8", zone: "Europe/Berlin", hours: { "1234567": ["09:00-18:00"] }, start: "2013-06-04T09:00:00Z", minutes: 120, due: "2013-06-04T16:00:00Z", pauses: [["2013-06-04T10:00:00Z", "2013-06-04T15:00:00Z"]], note: "due exactly at closing time 18:00 local", source: "zammad/zammad test/unit/ticket_sla_test.rb@0d1d8651" },
  { id: "c1", zone: "UTC", hours: { "12345": ["09:00-17:00"] }, start: "2026-01-23T16:30:00Z", minutes: 60, due: "2026-01-26T09:30:00Z", note: "Fri 16:30 +1h -> Mon 09:30", source: "chatwoot/chatwoot PR #13392 description" },
  { id: "c3", zone: "UTC", hours: { "12345": ["09:00-17:00"] }, start: "2026-01-28T07:00:00Z", minutes: 120, due: "2026-01-28T11:00:00Z", note: "created before opening", source: "chatwoot/chatwoot PR #13392 description" },
  { id: "b2", zone: "UTC", hours: { "135": ["09:00-17:00"], "24": ["10:00-16:00"], "6": ["11:00-14:30"] }, start: "2006-01-04T13:00:00Z", minutes: 180, due: "2006-01-04T16:00:00Z", source: "zendesk/biz spec/calculation/for_duration_spec.rb@dddeea68" },
  { id: "b3", zone: "UTC", hours: { "135": ["09:00-17:00"], "24": ["10:00-16:00"], "6": ["11:00-14:30"] }, start: "2006-01-03T00:00:00Z", minutes: 0, due: "2006-01-03T10:00:00Z", note: "zero duration outside hours -> next opening", source: "zendesk/biz spec/calculation/for_duration_spec.rb@dddeea68" },
  { id: "g1", zone: "UTC", hours: { "12345": ["08:00-18:00"] }, start: "2026-01-12T17:00:00Z", minutes: 240, due: "2026-01-13T11:00:00Z", source: "glpi-project/glpi PR #22678 description" },
  { id: "o1", zone: "UTC", hours: { "12345": ["08:00-18:00"] }, start: "2026-01-09T17:00:00Z", minutes: 240, due: "2026-01-12T11:00:00Z", source: "osTicket PR #4807 description" },
  { id: "h1", zone: "America/New_York", hours: { "1234567": ["00:00-24:00"] }, start: "2026-03-08T06:00:00Z", minutes: 120, due: "2026-03-08T08:00:00Z", note: "24x7 across spring-forward: elapsed time, 01:00 EST+2h=04:00 EDT", source: "hand-derived" },
  { id: "h2", zone: "America/New_York", hours: { "1234567": ["00:00-24:00"] }, start: "2026-11-01T05:30:00Z", minutes: 60, due: "2026-11-01T06:30:00Z", note: "24x7 across fall-back: 01:30 EDT +1h = 01:30 EST", source: "hand-derived" },
  { id: "h3", zone: "America/New_York", hours: { "12345": ["09:00-17:00"], "7": ["00:00-06:00"] }, start: "2026-03-08T05:00:00Z", minutes: 300, due: "2026-03-08T10:00:00Z", rolled: "2026-03-09T13:00:00Z", note: "Sun 00:00-06:00 window has only 5 real hours on spring-forward day -> due exactly at 06:00 EDT", source: "hand-derived" },
  { id: "h5", zone: "America/New_York", hours: { "12345": ["09:00-17:00"], "7": ["00:00-06:00"] }, start: "2026-11-01T04:00:00Z", minutes: 420, due: "2026-11-01T11:00:00Z", rolled: "2026-11-02T14:00:00Z", note: "fall-back day window has 7 real hours", source: "hand-derived" },
  { id: "h7", zone: "Asia/Shanghai", hours: { "12345": ["09:00-18:00"] }, start: "2026-02-13T09:30:00Z", minutes: 60, due: "2026-02-14T01:30:00Z", holidays: ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-23"], makeUpWorkdays: ["2026-02-14", "2026-02-28"], note: "Fri 17:30 CST; Saturday 2026-02-14 is a make-up workday (tiaoxiu)", source: "hand-derived" },
  { id: "h9", zone: "Asia/Shanghai", hours: { "12345": ["09:00-12:00", "13:30-18:00"] }, start: "2026-06-01T03:30:00Z", minutes: 60, due: "2026-06-01T06:00:00Z", note: "split shift with lunch: 11:30 +1h -> 14:00", source: "hand-derived" },
  { id: "h10", zone: "Asia/Shanghai", hours: { "12345": ["09:00-12:00", "13:30-18:00"] }, start: "2026-06-01T04:15:00Z", minutes: 30, due: "2026-06-01T06:00:00Z", note: "created during lunch", source: "hand-derived" },
  { id: "h12", zone: "UTC", hours: { "12345": ["09:00-17:00"] }, start: "2026-06-05T16:00:00Z", minutes: 60, due: "2026-06-05T17:00:00Z", rolled: "2026-06-08T09:00:00Z", note: "due lands exactly on closing instant -> keep Friday 17:00, not Monday 09:00", source: "hand-derived" },
  { id: "h13", zone: "UTC", hours: { "1234567": ["00:00-24:00"] }, start: "2026-06-05T23:00:00Z", minutes: 120, due: "2026-06-06T01:00:00Z", note: "24x7 over midnight adds no minute (zammad #3180)", source: "hand-derived" },
  { id: "h14", zone: "Europe/London", hours: { "12345": ["09:00-17:00"] }, start: "2024-02-28T16:00:00Z", minutes: 120, due: "2024-02-29T10:00:00Z", note: "leap day is a working day", source: "hand-derived" },
  { id: "h15", zone: "UTC", hours: { "12345": ["09:00-17:00"] }, start: "2026-12-24T16:00:00Z", minutes: 120, due: "2026-12-29T10:00:00Z", holidays: ["2026-12-25", "2026-12-28"], note: "Christmas Fri + substitute Boxing day Mon", source: "hand-derived" },
  { id: "h18", zone: "Asia/Shanghai", hours: { "12345": ["09:00-18:00"] }, start: "2026-06-01T01:00:00Z", minutes: 120, due: "2026-06-01T05:00:00Z", pauses: [["2026-06-01T02:00:00Z", "2026-06-01T03:30:00Z"], ["2026-06-01T03:00:00Z", "2026-06-01T04:00:00Z"]], note: "overlapping pauses counted once (union 2h)", source: "hand-derived" },
  { id: "h19", zone: "Asia/Shanghai", hours: { "12345": ["09:00-18:00"] }, start: "2026-06-01T01:00:00Z", minutes: 60, pauses: [["2026-06-01T01:30:00Z"]], note: "open pause: no deadline; 30 min remaining", source: "hand-derived" },
];
