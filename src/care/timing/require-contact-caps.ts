import type { CareLimits, ContactCaps } from "../policy/care-policy.js";

const CAPS = ["perDay", "perWeek", "perMonth"] as const;

/** Throws unless contact caps are whole numbers of 0 or more. Internal: not part of the surface. */
export function requireContactCaps(task: string, caps: ContactCaps): void {
  for (const name of CAPS) requireCount(task, `caps.${name}`, caps[name]);
}

/** Throws unless contact caps and spacing make sense. Internal: not part of the surface. */
export function requireContactLimits(
  task: string,
  { contacts, spacingDays }: Pick<CareLimits, "contacts" | "spacingDays">,
): void {
  if (contacts !== undefined) requireContactCaps(task, contacts);
  requireCount(task, "spacingDays", spacingDays);
}

function requireCount(task: string, name: string, count: number | undefined): void {
  if (count === undefined || (Number.isSafeInteger(count) && count >= 0)) return;
  throw new RangeError(
    `Cannot ${task}: ${name} must be a whole number of at least 0, got ${String(count)}`,
  );
}
