import type { RowIssue } from "../../shared/rows.js";
import { daysInMonth } from "../../shared/time/civil.js";
import type { ContactChannel, ContactPoint } from "./contact-point.js";
import type { Customer } from "./customer.js";
import { isEmailAddress } from "./email-address.js";
import type { KeyPerson } from "./key-person.js";
import type { PartialDate } from "./partial-date.js";
import { isE164 } from "./phone-number.js";

/** What is wrong with a partial date; nothing when it exists in its calendar, as far as that is known here. */
export function partialDateIssues(date: PartialDate): readonly RowIssue[] {
  const { month, day, year } = date;
  const issues: RowIssue[] = [];
  const bounds: readonly (readonly [string, number | undefined, number])[] = [
    ["month", month, 12],
    ["day", day, 31],
    ["year", year, 9999],
  ];
  for (const [path, value, last] of bounds) {
    if (value === undefined && path === "year") continue;
    if (value !== undefined && Number.isInteger(value) && value >= 1 && value <= last) continue;
    const message = `must be a whole number from 1 to ${String(last)}, got ${String(value)}`;
    issues.push({ path, message });
  }
  return issues.length > 0 ? issues : dayOfMonthIssues(date);
}

/** What is wrong with a partial date whose numbers each lie in their bounds. */
export function dayOfMonthIssues(date: PartialDate): readonly RowIssue[] {
  const { calendar, month, day, year, leapMonth } = date;
  if (calendar === "chinese") return chineseIssues(date);
  if (leapMonth !== undefined) {
    return [{ path: "leapMonth", message: "the Gregorian calendar has no leap month" }];
  }
  // Without a year, 29 February is a birthday like any other.
  const last = daysInMonth(year ?? 2000, month);
  if (day <= last) return [];
  const months = `month ${String(month)}${year === undefined ? "" : ` of ${String(year)}`}`;
  const message = `${months} has no day ${String(day)}, its last is ${String(last)}`;
  return [{ path: "day", message }];
}

function chineseIssues({ day, year }: PartialDate): RowIssue[] {
  const issues: RowIssue[] = [];
  if (day > 30) {
    issues.push({
      path: "day",
      message: `a Chinese month has at most 30 days, got ${String(day)}`,
    });
  }
  // A Chinese year ends in the Gregorian year after it.
  if (year === 9999) issues.push({ path: "year", message: "a Chinese year must end by 9999" });
  return issues;
}

/** What is wrong with a contact point across its fields: the form of the address, and what its channel cannot have. */
export function contactPointIssues(point: ContactPoint): readonly RowIssue[] {
  const { channel, address, service, postal, validity } = point;
  const issues: RowIssue[] = [];
  if (channel === "email" && !isEmailAddress(address)) {
    issues.push({ path: "address", message: `must be an e-mail address, got "${address}"` });
  }
  if ((channel === "phone" || channel === "sms") && !isE164(address)) {
    const message = `must be a number in E.164 like +4930123456, got "${address}"`;
    issues.push({ path: "address", message });
  }
  if (service !== undefined && channel !== "messaging") {
    issues.push({
      path: "service",
      message: `belongs to the channel messaging, not ${channel}`,
    });
  }
  if (postal !== undefined && channel !== "post" && channel !== "visit") {
    issues.push({
      path: "postal",
      message: `belongs to the channel post or visit, not ${channel}`,
    });
  }
  const { from, through } = validity ?? {};
  if (from !== undefined && through !== undefined && through < from) {
    issues.push({ path: "validity.through", message: `lies before from: ${through} and ${from}` });
  }
  return issues;
}

/** What is wrong with a key person across the fields. */
export function keyPersonIssues(person: KeyPerson): readonly RowIssue[] {
  const { from, through, influence } = person;
  const issues: RowIssue[] = [];
  if (new Set(influence).size < influence.length) {
    issues.push({
      path: "influence",
      message: `names one influence twice: ${influence.join(", ")}`,
    });
  }
  if (person.standing === undefined && person.standingAt !== undefined) {
    issues.push({ path: "standingAt", message: "dates a standing that is not given" });
  }
  if (from !== undefined && through !== undefined && through < from) {
    issues.push({ path: "through", message: `lies before from: ${through} and ${from}` });
  }
  return issues;
}

/** What is wrong with a customer across its parts: ids given twice, and addresses named that are not there. */
export function customerIssues(customer: Customer): readonly RowIssue[] {
  const { contactPoints, keyPersons = [], consents, suppressions = [] } = customer;
  const issues: RowIssue[] = [];
  const points = new Map<string, ContactPoint>();
  addPoints(contactPoints, { path: "contactPoints", points, issues });
  const persons = new Set<string>();
  for (const [index, { id, contactPoints: own = [] }] of keyPersons.entries()) {
    const path = `keyPersons.${String(index)}`;
    if (persons.has(id)) issues.push({ path: `${path}.id`, message: `"${id}" is given twice` });
    persons.add(id);
    addPoints(own, { path: `${path}.contactPoints`, points, issues });
  }
  for (const [index, word] of consents.entries()) {
    const issue = pointIssue(word, { path: `consents.${String(index)}`, points });
    if (issue !== undefined) issues.push(issue);
  }
  for (const [index, suppression] of suppressions.entries()) {
    const issue = pointIssue(suppression, { path: `suppressions.${String(index)}`, points });
    if (issue !== undefined) issues.push(issue);
  }
  return issues;
}

function addPoints(
  given: readonly ContactPoint[],
  {
    path,
    points,
    issues,
  }: {
    readonly path: string;
    readonly points: Map<string, ContactPoint>;
    readonly issues: RowIssue[];
  },
): void {
  for (const [index, point] of given.entries()) {
    if (points.has(point.id)) {
      const message = `"${point.id}" is given twice`;
      issues.push({ path: `${path}.${String(index)}.id`, message });
    }
    points.set(point.id, point);
  }
}

/** What is wrong with the contact point a consent or a suppression names. */
function pointIssue(
  named: { readonly contactPoint?: string; readonly channel?: ContactChannel },
  { path, points }: { readonly path: string; readonly points: ReadonlyMap<string, ContactPoint> },
): RowIssue | undefined {
  const { contactPoint, channel } = named;
  if (contactPoint === undefined) return undefined;
  const point = points.get(contactPoint);
  if (point === undefined) {
    return { path: `${path}.contactPoint`, message: `names no contact point: "${contactPoint}"` };
  }
  // A phone number takes text messages, too.
  const fits =
    channel === undefined ||
    channel === point.channel ||
    (channel === "sms" && point.channel === "phone");
  if (fits) return undefined;
  const message = `"${contactPoint}" is of the channel ${point.channel}, not ${channel}`;
  return { path: `${path}.contactPoint`, message };
}
