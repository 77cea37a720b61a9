import type { ServiceAct } from "goodwill/touchpoint";
import { SERVICE_CLASSES, serviceClass } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";

describe("serviceClass", () => {
  // Lovelock 1983, figure 1: one of the examples of each cell.
  it.each([
    ["tangible", "people", "people-processing", "health care"],
    ["tangible", "possessions", "possession-processing", "freight transport"],
    ["intangible", "people", "mental-stimulus", "education"],
    ["intangible", "possessions", "information-processing", "banking"],
  ] as const)("TP-8: %s acts on %s are %s, such as %s", (act, recipient, name, example) => {
    const found = serviceClass({ act, recipient });
    expect(found.name).toBe(name);
    expect(found.examples).toContain(example);
  });

  it("TP-8: only where people's bodies are acted on must the customer be there all the time", () => {
    expect(SERVICE_CLASSES.map(({ presence }) => presence)).toEqual([
      "body",
      "handover",
      "mind",
      "request",
    ]);
  });

  it("another act or recipient is refused with what was given", () => {
    const wrong = { act: "spiritual" as ServiceAct, recipient: "people" as const };
    expect(() => serviceClass(wrong)).toThrow("spiritual");
    expect(() => serviceClass(wrong)).toThrow(RangeError);
  });
});
