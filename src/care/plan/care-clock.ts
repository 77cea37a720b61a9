import type { ContactChannel } from "../../customer/record/contact-point.js";
import { dayNumber, textOfDay } from "../../shared/time/civil.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { endOfDay, plainDateAt, type TimeZone } from "../../shared/time/time-zone.js";
import type { CarePolicy } from "../policy/care-policy.js";
import { dueMoment } from "../timing/due-moment.js";
import { quietUntil } from "../timing/quiet-check.js";
import type { CareDay } from "./care-days.js";
import type { CareMoment } from "./care-moment.js";
import { kept } from "./kept.js";

/** How an action goes out. @internal */
export interface MomentQuestion {
  /** The last day on which it makes sense, as a day number. */
  readonly through: number;
  readonly channel: ContactChannel;
  /** Whether quiet hours do not count. */
  readonly exempt: boolean;
}

/** Turns days into moments on the clock of one zone; remembers what it has told. @internal */
export interface CareClock {
  /** The day on which the plan is made, as a day number. */
  readonly today: number;
  /** When the action is due; `undefined` where quiet hours leave it no time. */
  moment(day: CareDay, question: MomentQuestion): CareMoment | undefined;
}

/** The clocks of a plan, one for each zone. @internal */
export function careClocks(
  policy: Pick<CarePolicy, "dueFrom" | "quietHours">,
  asOf: Instant,
): (zone: TimeZone) => CareClock {
  const clocks = new Map<TimeZone, CareClock>();
  return (zone) => kept(clocks, zone, () => careClock(policy, asOf, zone));
}

function careClock(
  policy: Pick<CarePolicy, "dueFrom" | "quietHours">,
  asOf: Instant,
  zone: TimeZone,
): CareClock {
  const { quietHours } = policy;
  const today = dayNumber(plainDateAt(asOf, zone));
  const isAwake = (channel: ContactChannel): boolean =>
    quietHours === undefined || quietHours.channels?.includes(channel) === false;
  const begin = (day: number, channel: ContactChannel, transactional: boolean): Instant => {
    const date = textOfDay(day) as PlainDate;
    const due = dueMoment(date, { policy, zone, channel, transactional });
    if (due >= asOf) return due;
    return transactional ? asOf : quietUntil(asOf, { quietHours, zone, channel });
  };
  const find = (
    { day, provisional }: CareDay,
    { through, channel }: MomentQuestion,
    disturbed: boolean,
  ): CareMoment | "none" => {
    const undisturbed = begin(day, channel, true);
    const at = disturbed ? begin(day, channel, false) : undisturbed;
    const notAfter = endOfDay(textOfDay(through) as PlainDate, zone);
    if (at >= notAfter) return "none";
    const afterQuiet = at !== undisturbed;
    // Quiet hours may last into the next day, on which the contact then counts.
    const due = afterQuiet ? dayNumber(plainDateAt(at, zone)) : day;
    return { day: due, due: textOfDay(due) as PlainDate, at, notAfter, afterQuiet, provisional };
  };
  // Feasts are the same for all customers of a zone: their moments are found once and shared.
  const moments = new Map<number, Map<number, CareMoment | "none">>();
  return {
    today,
    moment: (care, question) => {
      const { through, channel, exempt } = question;
      const disturbed = !exempt && !isAwake(channel);
      const lasts = through - care.day;
      const kind = (lasts * 2 + Number(disturbed)) * 2 + Number(care.provisional);
      const byDay =
        moments.get(kind) ?? kept(moments, kind, () => new Map<number, CareMoment | "none">());
      const moment =
        byDay.get(care.day) ?? kept(byDay, care.day, () => find(care, question, disturbed));
      return moment === "none" ? undefined : moment;
    },
  };
}
