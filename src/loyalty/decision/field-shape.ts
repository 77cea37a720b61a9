import { isPlainDate } from "../../shared/time/plain-date.js";
import type { LoyaltyRefusal } from "./loyalty-refusal.js";

/** What a field of a command has to be before anybody looks into it. */
export interface FieldShape {
  /** In words. */
  readonly mustBe: string;
  /** Whether a value is so. */
  readonly holds: (value: unknown) => boolean;
  /** Whether it may be absent. */
  readonly isOptional?: true;
  /** Of an object: its fields. */
  readonly fields?: FieldShapes;
  /** Of an object whose kind is told by a field: that field, and the fields of each kind. */
  readonly variants?: { readonly by: string; readonly of: Readonly<Record<string, FieldShapes>> };
  /** Of a list: what each of it has to be. */
  readonly each?: FieldShape;
}

/** Fields by name. */
export type FieldShapes = Readonly<Record<string, FieldShape>>;

/** A text that is not blank. */
export const TEXT: FieldShape = {
  mustBe: "a text that is not blank",
  holds: (value) => typeof value === "string" && value.trim() !== "",
};

/** A day of the calendar. */
export const DAY: FieldShape = { mustBe: "a day such as 2026-03-31", holds: isPlainDate };

/** An object with these fields. */
export function objectOf(fields: FieldShapes = {}): FieldShape {
  return { mustBe: "an object", holds: isObject, fields };
}

/** A list of such things. */
export function listOf(each: FieldShape): FieldShape {
  return { mustBe: "a list", holds: Array.isArray, each };
}

/** The same, or absent. */
export function optional(shape: FieldShape): FieldShape {
  return { ...shape, isOptional: true };
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first field that is not as it has to be; undefined where all are. */
export function fieldsFault(
  shapes: FieldShapes,
  values: Readonly<Record<string, unknown>>,
  path = "",
): LoyaltyRefusal | undefined {
  for (const [name, shape] of Object.entries(shapes)) {
    const fault = fieldFault(shape, values[name], `${path}${name}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function fieldFault(shape: FieldShape, value: unknown, field: string): LoyaltyRefusal | undefined {
  const { mustBe, holds, isOptional, fields, variants, each } = shape;
  if (value === undefined && isOptional) return undefined;
  if (!holds(value)) return { code: "invalid-field", field, mustBe, got: gotText(value) };
  if (isObject(value)) {
    const kind = variants && String(value[variants.by]);
    const own = kind !== undefined && Object.hasOwn(variants!.of, kind) ? variants!.of[kind] : {};
    return fieldsFault({ ...fields, ...own }, value, `${field}.`);
  }
  if (each === undefined) return undefined;
  for (const [index, one] of (value as readonly unknown[]).entries()) {
    const fault = fieldFault(each, one, `${field}[${String(index)}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** What was got, in a text that can be made of anything. */
export function gotText(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "an object" : String(value);
}
