import { brokenContract } from "../../shared/broken-contract.js";
import { currencyMinorDigits } from "../../shared/money/currency.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import { COMPLAINT_GRADES } from "../complaint/complaint.js";
import type { ComplaintGrade } from "../complaint/complaint.js";
import type { RecoveryAuthority, RecoveryPolicy } from "./recovery-policy.js";
import { REMEDY_KINDS } from "./remedy-kinds.js";

const FAULTS = ["ours", "shared", "third-party", "customer"] as const;

const ROUNDINGS: readonly string[] = [
  "half-even",
  "half-up",
  "half-down",
  "up",
  "down",
  "ceiling",
  "floor",
];

/** Throws unless the policy makes sense; the currency of all its amounts. @internal */
export function requireRecoveryPolicy(task: string, policy: RecoveryPolicy): CurrencyCode {
  const { currency } = policy.minimum.low;
  currencyMinorDigits(currency);
  requireGrades(task, { policy, currency });
  for (const fault of FAULTS) {
    requireShare(task, `policy.faultShare.${fault}`, policy.faultShare[fault], 1);
  }
  requireAdditions(task, { policy, currency });
  requireLimits(task, { policy, currency });
  const { toMinorUnits, rounding } = policy.rounding;
  if (!(Number.isSafeInteger(toMinorUnits) && toMinorUnits >= 1)) {
    throw brokenContract(
      task,
      "policy.rounding.toMinorUnits must be a whole number of at least 1",
      toMinorUnits,
    );
  }
  if (!ROUNDINGS.includes(rounding)) {
    throw brokenContract(task, "policy.rounding.rounding must be a way of rounding", rounding);
  }
  return currency;
}

interface CheckedPolicy {
  readonly policy: RecoveryPolicy;
  readonly currency: CurrencyCode;
}

function requireGrades(task: string, { policy, currency }: CheckedPolicy): void {
  if (!COMPLAINT_GRADES.includes(policy.safetySeverity)) {
    throw brokenContract(task, "policy.safetySeverity must be a grade", policy.safetySeverity);
  }
  let before: ComplaintGrade | undefined;
  for (const grade of COMPLAINT_GRADES) {
    requireShare(task, `policy.priceShare.${grade}`, policy.priceShare[grade], 100);
    requireMoney(task, {
      name: `policy.minimum.${grade}`,
      amount: policy.minimum[grade],
      currency,
    });
    if (before !== undefined && policy.priceShare[grade] < policy.priceShare[before]) {
      throw brokenContract(
        task,
        `policy.priceShare.${grade} must be at least that of ${before}`,
        policy.priceShare[grade],
      );
    }
    if (before !== undefined && policy.minimum[grade].amount < policy.minimum[before].amount) {
      throw brokenContract(
        task,
        `policy.minimum.${grade} must be at least that of ${before}`,
        policy.minimum[grade].amount,
      );
    }
    if (policy.kinds[grade].length === 0) {
      throw brokenContract(task, `policy.kinds.${grade} must not be empty`, policy.kinds[grade]);
    }
    before = grade;
  }
}

function requireAdditions(task: string, { policy, currency }: CheckedPolicy): void {
  const { value, repeat } = policy;
  for (const [name, share] of Object.entries(value.addedShareByClass)) {
    requireShare(task, `policy.value.addedShareByClass.${name}`, share, 100);
  }
  (value.bands ?? []).forEach(({ from, addedShare }, place) => {
    const at = `policy.value.bands[${String(place)}]`;
    requireMoney(task, { name: `${at}.from`, amount: from, currency });
    requireShare(task, `${at}.addedShare`, addedShare, 100);
  });
  requireShare(task, "policy.value.atMostShare", value.atMostShare, 100);
  requireShare(task, "policy.repeat.addedShareEach", repeat.addedShareEach, 100);
  requireShare(task, "policy.repeat.atMostShare", repeat.atMostShare, 100);
}

function requireLimits(task: string, { policy, currency }: CheckedPolicy): void {
  const { caps, authority } = policy;
  for (const name of ["perCase", "perCustomer", "perPeriod"] as const) {
    const amount = caps[name];
    if (amount !== undefined) requireMoney(task, { name: `policy.caps.${name}`, amount, currency });
  }
  if (!(Number.isSafeInteger(caps.periodDays) && caps.periodDays >= 1)) {
    throw brokenContract(
      task,
      "policy.caps.periodDays must be a whole number of at least 1",
      caps.periodDays,
    );
  }
  if (authority.length === 0)
    throw brokenContract(task, "policy.authority must not be empty", authority);
  requireKinds(task, { policy, currency });
  const levels = new Set<string>();
  let least = 0;
  authority.forEach(({ level, upTo, kinds }, place) => {
    const at = `policy.authority[${String(place)}]`;
    if (levels.has(level)) throw brokenContract(task, `${at}.level must stand once`, level);
    levels.add(level);
    if (upTo === undefined) {
      if (place === authority.length - 1 || kinds !== undefined) return;
      throw brokenContract(task, `${at} must have an amount, for others follow it`, level);
    }
    requireMoney(task, { name: `${at}.upTo`, amount: upTo, currency });
    if (upTo.amount < least) {
      throw brokenContract(
        task,
        `${at}.upTo must be at least that of the level before`,
        upTo.amount,
      );
    }
    least = upTo.amount;
  });
}

/** What may be granted by kind: named by all levels or none, and never less at a higher one. */
function requireKinds(task: string, { policy, currency }: CheckedPolicy): void {
  const { authority, kinds: forms } = policy;
  let before: RecoveryAuthority["kinds"];
  authority.forEach(({ level, kinds }, place) => {
    const at = `policy.authority[${String(place)}].kinds`;
    if ((kinds === undefined) !== (authority[0]!.kinds === undefined)) {
      throw brokenContract(task, `${at} must be named by all levels or none`, level);
    }
    for (const kind of REMEDY_KINDS) {
      const amount = kinds?.[kind];
      if (amount !== undefined) requireMoney(task, { name: `${at}.${kind}`, amount, currency });
      const least = before?.[kind];
      if (least !== undefined && !(amount !== undefined && amount.amount >= least.amount)) {
        throw brokenContract(
          task,
          `${at}.${kind} must be at least that of the level before`,
          amount?.amount ?? "nothing",
        );
      }
    }
    before = kinds;
  });
  for (const grade of COMPLAINT_GRADES) {
    if (before === undefined || forms[grade].some((kind) => before?.[kind] !== undefined)) continue;
    throw brokenContract(
      task,
      `policy.kinds.${grade} must name one the highest level of authority may grant`,
      forms[grade],
    );
  }
}

function requireShare(task: string, name: string, share: number, atMost: number): void {
  if (Number.isFinite(share) && share >= 0 && share <= atMost) return;
  throw brokenContract(task, `${name} must be a share from 0 to ${String(atMost)}`, share);
}

/** Throws unless an amount of at least 0 is in the currency. @internal */
export function requireMoney(
  task: string,
  {
    name,
    amount,
    currency,
  }: { readonly name: string; readonly amount: Money; readonly currency: CurrencyCode },
): void {
  if (amount.currency !== currency) {
    throw brokenContract(task, `${name} must be in ${currency}`, amount.currency);
  }
  if (Number.isSafeInteger(amount.amount) && amount.amount >= 0) return;
  throw brokenContract(
    task,
    `${name} must be a whole number of minor units of at least 0`,
    amount.amount,
  );
}
