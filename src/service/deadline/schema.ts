import * as z from "zod";
import { instantSchema, plainDateSchema, timeZoneSchema } from "../../shared/schema.js";
import { holidayListSchema } from "../../shared/time/schema.js";

const name = z.string().min(1);
const minutes = z.number().nonnegative();

/** A stretch of a day in which the service works: `OpeningWindow`. */
export const openingWindowSchema = z
  .strictObject({
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:MM, 00:00 to 23:59"),
    until: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be HH:MM, 00:01 to 24:00"),
  })
  .refine(({ from, until }) => from < until, { path: ["until"], message: "must be after from" });

const windowsSchema = z.array(openingWindowSchema).refine((windows) => {
  const sorted = windows.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.every(({ from }, i) => i === 0 || (sorted[i - 1]?.until ?? "") <= from);
}, "windows must not overlap");

/** When a service works: `ServiceCalendar`. */
export const serviceCalendarSchema = z
  .strictObject({
    zone: timeZoneSchema,
    hours: z.union([
      z.literal("always"),
      z.strictObject({
        1: windowsSchema.exactOptional(),
        2: windowsSchema.exactOptional(),
        3: windowsSchema.exactOptional(),
        4: windowsSchema.exactOptional(),
        5: windowsSchema.exactOptional(),
        6: windowsSchema.exactOptional(),
        7: windowsSchema.exactOptional(),
      }),
    ]),
    holidays: holidayListSchema.exactOptional(),
    makeUpHours: windowsSchema.exactOptional(),
    special: z
      .array(z.strictObject({ date: plainDateSchema, windows: windowsSchema }))
      .refine(
        (special) => new Set(special.map(({ date }) => date)).size === special.length,
        "must name each date once",
      )
      .exactOptional(),
  })
  .refine(
    ({ hours, holidays, makeUpHours = [], special = [] }) =>
      hours === "always" ||
      Object.values(hours).some((windows) => windows.length > 0) ||
      special.some(({ windows }) => windows.length > 0) ||
      (makeUpHours.length > 0 && (holidays?.makeUpWorkdays ?? []).length > 0),
    { path: ["hours"], message: "must be open at some time" },
  );

/** Time that does not count: `ServicePause`. */
export const servicePauseSchema = z
  .strictObject({ start: instantSchema, end: instantSchema.exactOptional() })
  .refine(({ start, end }) => end === undefined || start <= end, {
    path: ["end"],
    message: "must not precede start",
  });

/** What a clock waits for: `SlaClockKind`. */
export const slaClockKindSchema = z.enum([
  "acknowledgement",
  "first-response",
  "next-response",
  "update",
  "resolution",
]);

const slaTargetSchema = z.strictObject({ minutes, calendar: name.exactOptional() });

/** What is promised: `SlaPolicy`. */
export const slaPolicySchema = z.strictObject({
  calendar: name,
  rules: z
    .array(
      z.strictObject({
        clock: slaClockKindSchema,
        byPriority: z.record(z.string(), slaTargetSchema),
        otherwise: slaTargetSchema.exactOptional(),
        pausedBy: z.array(name),
      }),
    )
    .min(1)
    .refine(
      (rules) => new Set(rules.map(({ clock }) => clock)).size === rules.length,
      "there must be one rule a kind of clock",
    ),
  atClosing: z.enum(["stay", "roll"]).exactOptional(),
  onReopening: z.enum(["continue", "restart"]).exactOptional(),
});

/** Something that happened in a case: `ServiceCaseEvent`. */
export const serviceCaseEventSchema = z
  .strictObject({
    kind: z.enum([
      "opened",
      "customer-wrote",
      "acknowledged",
      "informed",
      "answered",
      "waiting",
      "resumed",
      "resolved",
      "reopened",
    ]),
    at: instantSchema,
    waitingFor: name.exactOptional(),
  })
  .refine(({ kind, waitingFor }) => kind !== "waiting" || waitingFor !== undefined, {
    path: ["waitingFor"],
    message: "must say for whom",
  });

/** A case with what happened in it: `ServiceCase`. */
export const serviceCaseSchema = z.strictObject({
  id: name,
  priority: name.exactOptional(),
  events: z
    .array(serviceCaseEventSchema)
    .min(1)
    .refine(
      (events) => events.every(({ kind }, i) => (kind === "opened") === (i === 0)),
      "the case must be opened first and once",
    )
    .refine(
      (events) => events.every(({ at }, i) => i === 0 || (events[i - 1]?.at ?? at) <= at),
      "must be in the order of time",
    ),
});

/** Who is told when: `EscalationRule`. */
export const escalationRuleSchema = z.strictObject({
  id: name,
  kind: z.enum(["warning", "escalation"]),
  clocks: z.array(slaClockKindSchema).exactOptional(),
  priorities: z.array(name).exactOptional(),
  when: z.union([
    z.strictObject({ targetShare: z.number().positive().max(1) }),
    z.strictObject({ minutesBefore: minutes }),
    z.strictObject({ minutesAfter: z.number().positive() }),
  ]),
  tell: z.array(name).min(1),
});
