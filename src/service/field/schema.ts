import * as z from "zod";
import { instantSchema } from "../../shared/schema.js";

const name = z.string().min(1);
const minutes = z.number().min(0).max(1_000_000);
const parts = z.record(name, z.int().nonnegative());
const span = z
  .strictObject({ start: instantSchema, end: instantSchema })
  .refine(({ start, end }) => start < end, { path: ["end"], message: "must be after the start" });

/** A visit to be made at a customer's: `FieldJob`. */
export const fieldJobSchema = z.strictObject({
  id: name,
  place: name,
  window: span,
  durationMinutes: minutes,
  skills: z.array(name).exactOptional(),
  parts: parts.exactOptional(),
  priority: z.int().min(1).max(1_000_000).exactOptional(),
});

/** Somebody who goes to customers, on one day: `FieldTechnician`. */
export const fieldTechnicianSchema = z.strictObject({
  id: name,
  skills: z.array(name),
  parts: parts.exactOptional(),
  start: name,
  end: name.exactOptional(),
  working: z
    .array(span)
    .min(1)
    .refine((all) => {
      const ordered = all.toSorted((a, b) => (a.start < b.start ? -1 : 1));
      return ordered.every((one, i) => i === 0 || one.start >= ordered[i - 1]!.end);
    }, "must not overlap"),
  breaks: z.array(span).exactOptional(),
  overtimeMinutes: minutes.exactOptional(),
});

/** A place on the map: `FieldPlace`. */
export const fieldPlaceSchema = z.strictObject({
  id: name,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** How long it takes from place to place: `FieldTravel`. */
export const fieldTravelSchema = z
  .strictObject({ places: z.array(name), minutes: z.array(z.array(minutes)) })
  .refine(({ places }) => new Set(places).size === places.length, {
    path: ["places"],
    message: "must stand once each",
  })
  .refine(
    ({ places, minutes: rows }) =>
      rows.length === places.length && rows.every((row) => row.length === places.length),
    { path: ["minutes"], message: "must be square, a row and a column for each place" },
  );
