import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { isTimeZone, plainDateAt, timeZone } from "../../shared/time/time-zone.js";
import { contactPointState } from "../record/contact-point-state.js";
import { contactPointIssues, partialDateIssues } from "../record/customer-issues.js";
import { isLanguageTag } from "../record/language-tag.js";
import { partialDateText, type PartialDate } from "../record/partial-date.js";
import { isKept, setReturns } from "../record/purchase-return.js";
import type { Purchase } from "../record/purchase.js";
import type { Profile, ProfileOrigin } from "./profile.js";

/** Where and when something was learned, as far as that is known. */
export interface Evidence {
  readonly source?: string;
  readonly at?: Instant;
}

/** The best that is known of an item: the latest that holds, and the latest that does not. */
export interface ItemEvidence {
  valid?: Evidence;
  invalid?: Evidence & { readonly problem: string };
}

type Found = Map<string, ItemEvidence>;

/** What a profile holds at a moment, by item. What was learned after the moment is not known yet. */
export function evidenceByItem(profile: Profile, { asOf }: { readonly asOf: Instant }): Found {
  const found: Found = new Map();
  addRecord(found, profile, asOf);
  for (const need of profile.customer.needs ?? []) {
    if (need.at !== undefined && need.at > asOf) continue;
    addValid(found, "features-sought", need);
    if (need.depth === "want" || need.depth === "demand") addValid(found, "wants", need);
  }
  addPurchases(found, profile.purchases ?? [], asOf);
  for (const { item, at, source, invalid } of profile.facts ?? []) {
    if (at > asOf) continue;
    if (invalid === undefined) addValid(found, item, { at, source });
    else addInvalid(found, item, { at, source, problem: invalid });
  }
  return found;
}

function addRecord(found: Found, { customer, origins = [] }: Profile, asOf: Instant): void {
  const { name, birthday, language, contactPoints, keyPersons = [] } = customer;
  // An unknown zone must not fail a batch.
  const zone = isTimeZone(customer.timeZone) ? customer.timeZone : timeZone("UTC");
  const today = plainDateAt(asOf, zone);
  const originOf = (field: string, index?: number): Evidence =>
    latestOrigin(origins, { field, index, asOf });
  if (name.trim() !== "") addValid(found, "name", originOf("name"));
  else addInvalid(found, "name", { ...originOf("name"), problem: "it is empty" });
  if (birthday !== undefined) {
    const evidence = originOf("birthday");
    const [issue] = partialDateIssues(birthday);
    const problem =
      issue?.message ?? (isAhead(birthday, today) ? "it lies in the future" : undefined);
    if (problem === undefined) addValid(found, "birthday", evidence);
    else addInvalid(found, "birthday", { ...evidence, problem });
  }
  if (language !== undefined) {
    const evidence = originOf("language");
    if (isLanguageTag(language)) addValid(found, "language", evidence);
    else addInvalid(found, "language", { ...evidence, problem: "it is no language tag" });
  }
  for (const [index, point] of contactPoints.entries()) {
    const { state } = contactPointState(point, { asOf, zone });
    const [issue] = contactPointIssues(point);
    const origin = originOf("contactPoints", index);
    const source = point.source ?? origin.source;
    const at = state === "valid" ? point.validity?.verifiedAt : origin.at;
    const evidence = { ...(source !== undefined && { source }), ...(at !== undefined && { at }) };
    if (issue === undefined && (state === "valid" || state === "unverified")) {
      addValid(found, "contact", evidence);
    } else {
      const problem = issue === undefined ? `${point.id} is ${state}` : issue.message;
      addInvalid(found, "contact", { ...evidence, problem });
    }
  }
  for (const [index, { id, from, through, standingAt }] of keyPersons.entries()) {
    if (from !== undefined && today < from) continue;
    const { source, at } = originOf("keyPersons", index);
    const judgedAt = standingAt !== undefined && standingAt <= asOf ? standingAt : at;
    const evidence = {
      ...(source !== undefined && { source }),
      ...(judgedAt !== undefined && { at: judgedAt }),
    };
    if (through === undefined || today <= through) addValid(found, "key-persons", evidence);
    else addInvalid(found, "key-persons", { ...evidence, problem: `${id} has left` });
  }
}

function isAhead(birthday: PartialDate, today: PlainDate): boolean {
  const { calendar, year } = birthday;
  if (year === undefined) return false;
  return calendar === "gregorian"
    ? partialDateText(birthday) > today
    : year > Number(today.slice(0, 4));
}

/** The latest origin of a field: of the place in its list, or of the field as a whole. */
function latestOrigin(
  origins: readonly ProfileOrigin[],
  {
    field,
    index,
    asOf,
  }: { readonly field: string; readonly index: number | undefined; readonly asOf: Instant },
): Evidence {
  let latest: ProfileOrigin | undefined;
  for (const origin of origins) {
    if (origin.field !== field || origin.at > asOf) continue;
    if (origin.index !== undefined && origin.index !== index) continue;
    if (latest === undefined || isLater(origin, latest)) latest = origin;
  }
  return latest === undefined ? {} : { source: latest.source, at: latest.at };
}

/** Returns that do not fit their purchase count for nothing; what went back in whole is no longer used. */
function addPurchases(found: Found, given: readonly Purchase[], asOf: Instant): void {
  const { purchases, fitting } = setReturns(given, { asOf });
  for (const purchase of fitting) addValid(found, "purchases", evidenceOf(purchase));
  const first = purchases[0]?.purchase.at;
  for (const open of purchases) {
    const { at, channel, touchpoint } = open.purchase;
    const evidence = evidenceOf(open.purchase);
    if (channel !== undefined || touchpoint !== undefined) {
      addValid(found, "place-of-purchase", evidence);
    }
    if (isKept(open)) addValid(found, "products-in-use", evidence);
    if (first !== undefined && at > first) addValid(found, "trend", evidence);
  }
}

function evidenceOf({ at, source }: Evidence): Evidence {
  return { ...(source !== undefined && { source }), ...(at !== undefined && { at }) };
}

function addValid(found: Found, item: string, evidence: Evidence): void {
  const known = found.get(item);
  if (known === undefined) found.set(item, { valid: evidence });
  else if (known.valid === undefined || isLater(evidence, known.valid)) known.valid = evidence;
}

function addInvalid(
  found: Found,
  item: string,
  evidence: Evidence & { readonly problem: string },
): void {
  const known = found.get(item);
  if (known === undefined) found.set(item, { invalid: evidence });
  else if (known.invalid === undefined || isLater(evidence, known.invalid)) {
    known.invalid = evidence;
  }
}

/** Undated evidence is the earliest; equals by source, so that the order of the rows does not matter. */
function isLater(a: Evidence & { readonly problem?: string }, b: typeof a): boolean {
  if (a.at !== b.at) return (a.at ?? "") > (b.at ?? "");
  if (a.source !== b.source) return (a.source ?? "") > (b.source ?? "");
  return (a.problem ?? "") > (b.problem ?? "");
}
