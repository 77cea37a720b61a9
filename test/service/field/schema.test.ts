import type {
  FieldJob,
  FieldPlace,
  fieldPlaceSchema,
  FieldTechnician,
  FieldTravel,
} from "goodwill/service";
import { fieldJobSchema, fieldTechnicianSchema, fieldTravelSchema } from "goodwill/service";
import type { Instant } from "goodwill/shared";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { at, job, LINE, span, technician } from "./day.js";

describe("the schemas of field service", () => {
  test("SRV-8: what they accept is what the interfaces describe", () => {
    expectTypeOf<z.infer<typeof fieldJobSchema>>().toExtend<FieldJob>();
    expectTypeOf<keyof z.infer<typeof fieldJobSchema>>().toEqualTypeOf<keyof FieldJob>();
    expectTypeOf<z.infer<typeof fieldTechnicianSchema>>().toExtend<FieldTechnician>();
    expectTypeOf<keyof z.infer<typeof fieldTechnicianSchema>>().toEqualTypeOf<
      keyof FieldTechnician
    >();
    expectTypeOf<z.infer<typeof fieldPlaceSchema>>().toExtend<FieldPlace>();
    expectTypeOf<z.infer<typeof fieldTravelSchema>>().toExtend<FieldTravel>();
    expectTypeOf<z.infer<typeof fieldJobSchema>["window"]["start"]>().toEqualTypeOf<Instant>();
  });

  test("SRV-8: jobs, technicians and travel times pass", () => {
    expect(fieldJobSchema.parse(job("j", { parts: { valve: 1 } }))).toEqual(
      job("j", { parts: { valve: 1 } }),
    );
    expect(fieldTechnicianSchema.parse(technician("t"))).toEqual(technician("t"));
    expect(fieldTravelSchema.parse(LINE)).toEqual(LINE);
  });

  test.each([
    ["a negative duration", fieldJobSchema, job("j", { durationMinutes: -1 })],
    ["a window turned round", fieldJobSchema, job("j", { window: { start: at(9), end: at(8) } })],
    [
      "working times that overlap",
      fieldTechnicianSchema,
      technician("t", { working: [span(5, 9), span(0, 6)] }),
    ],
    ["a matrix that is not square", fieldTravelSchema, { ...LINE, minutes: [[0]] }],
    [
      "a place twice",
      fieldTravelSchema,
      {
        places: ["a", "a"],
        minutes: [
          [0, 1],
          [1, 0],
        ],
      },
    ],
  ])("SRV-8: %s is refused", (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
