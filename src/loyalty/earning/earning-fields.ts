// What the fields of an order or activity must be. Internal: not part of the package's surface.

import { isCurrencyCode } from "../../shared/money/currency.js";
import type {
  LoyaltyOrder,
  LoyaltyOrderLine,
  RecordActivity,
} from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";

/** One field and what it must be: a refusal where it is not so. */
type FieldCheck = readonly [field: string, value: unknown, mustBe: keyof typeof CHECKS];

const CHECKS = {
  "a text that is not blank": (value: unknown) => typeof value === "string" && value.trim() !== "",
  "an integer of at least 0": (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0,
  "an integer of at least 1": (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1,
  "a known currency": isCurrencyCode,
  "true or false": (value: unknown) => typeof value === "boolean",
  "texts that are not blank": (value: unknown) =>
    Array.isArray(value) && value.every((one) => typeof one === "string" && one.trim() !== ""),
  "values by name": (value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value),
  "a text, a finite number, true or false": (value: unknown) =>
    typeof value === "number"
      ? Number.isFinite(value)
      : ["string", "boolean"].includes(typeof value),
} as const;

/** The refusal of a field. */
export function invalidField(field: string, mustBe: string, got: unknown): LoyaltyRefusal {
  return { code: "invalid-field", field, mustBe, got: textOf(got) };
}

function textOf(got: unknown): string {
  // JSON knows neither NaN nor undefined, and no integers of any size.
  if (got === undefined) return "undefined";
  if (typeof got === "number" || typeof got === "bigint" || typeof got === "string") {
    return String(got);
  }
  return JSON.stringify(got) ?? typeof got;
}

/** The first field of an order that is out of its range. */
export function invalidOrderField(order: LoyaltyOrder): LoyaltyRefusal | undefined {
  const head: FieldCheck[] = [
    ["order.id", order.id, "a text that is not blank"],
    ...sharedChecks(order, "order."),
  ];
  const { rate } = order;
  if (rate !== undefined) {
    head.push(
      ["order.rate.numerator", rate.numerator, "an integer of at least 1"],
      ["order.rate.denominator", rate.denominator, "an integer of at least 1"],
    );
  }
  const broken = firstBroken(head);
  if (broken !== undefined) return broken;
  const lines: unknown = order.lines;
  if (!Array.isArray(lines) || lines.length === 0) {
    return invalidField("order.lines", "a list of at least one line", lines);
  }
  return invalidLine(order.lines);
}

function invalidLine(lines: readonly LoyaltyOrderLine[]): LoyaltyRefusal | undefined {
  const seen = new Set<string>();
  const { currency } = lines[0]!.amount;
  for (const [index, line] of lines.entries()) {
    const { id, product, category, quantity, amount, earns } = line;
    const path = `order.lines[${String(index)}]`;
    const checks: FieldCheck[] = [
      [`${path}.id`, id, "a text that is not blank"],
      [`${path}.product`, product, "a text that is not blank"],
      [`${path}.quantity`, quantity, "an integer of at least 1"],
      [`${path}.amount.amount`, amount.amount, "an integer of at least 0"],
      [`${path}.amount.currency`, amount.currency, "a known currency"],
    ];
    if (category !== undefined) {
      checks.push([`${path}.category`, category, "a text that is not blank"]);
    }
    if (earns !== undefined) checks.push([`${path}.earns`, earns, "true or false"]);
    const broken = firstBroken(checks);
    if (broken !== undefined) return broken;
    // Points are kept by line id: this one is no name of a property of its own.
    if (seen.has(id) || id === "__proto__") return invalidField(`${path}.id`, "unique", id);
    seen.add(id);
    if (amount.currency !== currency) {
      const mustBe = `${currency}, as in the first line`;
      return invalidField(`${path}.amount.currency`, mustBe, amount.currency);
    }
  }
  return invalidSum(lines);
}

function invalidSum(lines: readonly LoyaltyOrderLine[]): LoyaltyRefusal | undefined {
  let units = 0;
  let amounts = 0;
  for (const { quantity, amount } of lines) {
    units += quantity;
    amounts += amount.amount;
  }
  if (Number.isSafeInteger(units) && Number.isSafeInteger(amounts)) return undefined;
  const got = `${String(units)} units and ${String(amounts)} minor units`;
  return invalidField("order.lines", "at most 2^53 - 1 units and minor units together", got);
}

/** The first field of an activity that is out of its range. */
export function invalidActivityField(command: RecordActivity): LoyaltyRefusal | undefined {
  const { activity, trigger, quantity } = command;
  const checks: FieldCheck[] = [
    ["activity", activity, "a text that is not blank"],
    ["trigger", trigger, "a text that is not blank"],
    ...sharedChecks(command, ""),
  ];
  if (quantity !== undefined) checks.push(["quantity", quantity, "an integer of at least 1"]);
  const broken = firstBroken(checks);
  if (broken !== undefined) return broken;
  return trigger === "order"
    ? invalidField("trigger", "other than an order, which is recorded with its lines", trigger)
    : undefined;
}

function sharedChecks(
  said: Pick<LoyaltyOrder, "channel" | "visits" | "nights" | "segments" | "facts">,
  path: string,
): FieldCheck[] {
  const checks: FieldCheck[] = [];
  const { channel, visits, nights, segments, facts } = said;
  if (channel !== undefined) checks.push([`${path}channel`, channel, "a text that is not blank"]);
  if (visits !== undefined) checks.push([`${path}visits`, visits, "an integer of at least 0"]);
  if (nights !== undefined) checks.push([`${path}nights`, nights, "an integer of at least 0"]);
  if (segments !== undefined) {
    checks.push([`${path}segments`, segments, "texts that are not blank"]);
  }
  if (facts !== undefined) {
    checks.push([`${path}facts`, facts, "values by name"]);
    for (const [name, value] of Object.entries(facts ?? {})) {
      checks.push([`${path}facts.${name}`, value, "a text, a finite number, true or false"]);
    }
  }
  return checks;
}

function firstBroken(checks: readonly FieldCheck[]): LoyaltyRefusal | undefined {
  for (const [field, value, mustBe] of checks) {
    if (!CHECKS[mustBe](value)) return invalidField(field, mustBe, value);
  }
  return undefined;
}
