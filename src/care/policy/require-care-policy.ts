import { brokenContract } from "../../shared/broken-contract.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { currencyMinorDigits } from "../../shared/money/currency.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import { requireContactCaps } from "../timing/require-contact-caps.js";
import { requireQuietHours } from "../timing/require-quiet-hours.js";
import { CARE_KINDS } from "./care-kind.js";
import type { CareLimits, CarePolicy } from "./care-policy.js";
import type { CareRule } from "./care-rule.js";
import { requireAmount } from "./require-care-budget.js";

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Throws unless the policy makes sense; the currency of all its amounts. @internal */
export function requireCarePolicy(task: string, policy: CarePolicy): CurrencyCode {
  const { rules, limits, otherwise, quietHours, dueFrom, timeZone } = policy;
  const [first] = rules;
  if (first === undefined) throw new RangeError(`Cannot ${task}: policy.rules must not be empty`);
  const { currency } = first.cost;
  currencyMinorDigits(currency);
  if (!CLOCK.test(dueFrom)) {
    throw brokenContract(task, "policy.dueFrom must be a time from 00:00 to 23:59", dueFrom);
  }
  if (!isTimeZone(timeZone)) {
    throw brokenContract(task, "policy.timeZone must be the name of a time zone", timeZone);
  }
  if (quietHours !== undefined) requireQuietHours(task, quietHours);
  const ids = new Set<string>();
  rules.forEach((rule, place) => {
    const at = `policy.rules[${String(place)}]`;
    if (ids.has(rule.id)) throw brokenContract(task, `${at}.id must stand once`, rule.id);
    ids.add(rule.id);
    requireRule(task, { rule, at, currency });
  });
  for (const [name, one] of Object.entries({ ...limits, otherwise })) {
    requireLimits(task, { limits: one, at: `policy limits of ${name}`, currency });
  }
  return currency;
}

function requireRule(
  task: string,
  {
    rule,
    at,
    currency,
  }: { readonly rule: CareRule; readonly at: string; readonly currency: CurrencyCode },
): void {
  const { id, kind, channels, purpose, cost, effect, leadDays = 0, atMost, followUp } = rule;
  if (typeof id !== "string" || id === "")
    throw brokenContract(task, `${at}.id must be a text`, id);
  if (!CARE_KINDS.includes(kind))
    throw brokenContract(task, `${at}.kind must be a kind of care`, kind);
  if (channels.length === 0)
    throw brokenContract(task, `${at}.channels must not be empty`, channels);
  if (typeof purpose !== "string" || purpose === "") {
    throw brokenContract(task, `${at}.purpose must be a text`, purpose);
  }
  requireAmount(task, { name: `${at}.cost`, amount: cost, currency });
  if (!(Number.isFinite(effect) && effect >= 0)) {
    throw brokenContract(task, `${at}.effect must be finite and at least 0`, effect);
  }
  requireDays(task, `${at}.leadDays`, leadDays);
  if (atMost !== undefined && !(Number.isInteger(atMost.times) && atMost.times >= 1)) {
    throw brokenContract(
      task,
      `${at}.atMost.times must be a whole number of at least 1`,
      atMost.times,
    );
  }
  if (followUp === undefined) return;
  const { afterDays, lastsDays = 0, channels: ways, cost: price } = followUp;
  requireDays(task, `${at}.followUp.afterDays`, afterDays);
  requireDays(task, `${at}.followUp.lastsDays`, lastsDays);
  if (ways.length === 0)
    throw brokenContract(task, `${at}.followUp.channels must not be empty`, ways);
  if (price !== undefined) {
    requireAmount(task, { name: `${at}.followUp.cost`, amount: price, currency });
  }
}

function requireLimits(
  task: string,
  {
    limits: { gifts = {}, contacts, spacingDays = 0 },
    at,
    currency,
  }: { readonly limits: CareLimits; readonly at: string; readonly currency: CurrencyCode },
): void {
  for (const name of ["perOccasion", "perDay", "perYear"] as const) {
    const amount = gifts[name];
    if (amount !== undefined)
      requireAmount(task, { name: `${at}: gifts.${name}`, amount, currency });
  }
  if (contacts !== undefined) requireContactCaps(task, contacts);
  requireDays(task, `${at}: spacingDays`, spacingDays);
}

function requireDays(task: string, name: string, days: number): void {
  if (Number.isInteger(days) && days >= 0 && days <= 36_600) return;
  throw brokenContract(task, `${name} must be a whole number of days from 0 to 36600`, days);
}
