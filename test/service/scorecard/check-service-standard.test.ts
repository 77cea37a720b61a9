import {
  checkServiceStandard,
  SERVICE_SENTENCES,
  SERVICE_STANDARD_ELEMENTS,
} from "goodwill/service";
import type { ServiceStandard } from "goodwill/service";
import { explain } from "goodwill/shared";
import { describe, expect, test } from "vitest";

const WHOLE: ServiceStandard = {
  id: "calls",
  elements: {
    service: { text: "Calls of customers, except on holidays" },
    measure: { text: "from the first ring to a person" },
    level: { quantity: 20, unit: "seconds" },
    target: { quantity: 80, unit: "percent" },
    owner: { text: "head of service" },
    redress: { text: "a call back within the hour" },
  },
};

function checked(elements: ServiceStandard["elements"]): readonly unknown[] {
  const check = checkServiceStandard({ id: "calls", elements: { ...WHOLE.elements, ...elements } });
  return [check.complete, check.measurable, check.findings.map((one) => [one.element, one.code])];
}

describe("SRV-9: the six elements of a service standard", () => {
  test("SRV-9: there are six, and a standard with all of them is complete and measurable", () => {
    expect(SERVICE_STANDARD_ELEMENTS).toHaveLength(6);
    expect(checkServiceStandard(WHOLE)).toEqual({
      standard: "calls",
      complete: true,
      measurable: true,
      findings: [],
    });
  });

  test("SRV-9: each element that is missing is found, once", () => {
    for (const { id, measurable } of SERVICE_STANDARD_ELEMENTS) {
      const elements = Object.fromEntries(
        Object.entries(WHOLE.elements).filter(([name]) => name !== id),
      );
      const check = checkServiceStandard({ id: "calls", elements });
      expect([check.complete, check.measurable]).toEqual([false, !measurable]);
      expect(check.findings.map((one) => explain(one, SERVICE_SENTENCES))).toEqual([
        `Standard calls says nothing on ${id}.`,
      ]);
    }
  });

  test.each([
    [{ text: "soon" }, true],
    [{ quantity: 20 }, true],
    [{ quantity: 20, unit: " " }, true],
    [{ quantity: -1, unit: "seconds" }, true],
    [{ quantity: Number.NaN, unit: "seconds" }, true],
    [{ quantity: 0, unit: "seconds" }, false],
  ])("SRV-9: a level of %j is vague: %s", (level, vague) => {
    expect(checked({ level })).toEqual(
      vague ? [true, false, [["level", "scorecard-element-not-measurable"]]] : [true, true, []],
    );
  });

  test("SRV-9: a blank text says nothing; an element nobody asks for is found", () => {
    expect(checked({ owner: { text: " " } })).toEqual([
      false,
      true,
      [["owner", "scorecard-element-missing"]],
    ]);
    expect(checked({ colour: { text: "blue" } })).toEqual([
      true,
      true,
      [["colour", "scorecard-element-unknown"]],
    ]);
  });

  test("SRV-9: another catalogue is as good; an empty one, or an id twice, is refused", () => {
    const elements = [{ id: "colour", question: "Which?", measurable: false }];
    const standard = { id: "s", elements: { colour: { text: "blue" } } };
    expect(checkServiceStandard(standard, { elements }).complete).toBe(true);
    expect(() => checkServiceStandard(standard, { elements: [] })).toThrow("each id once, got []");
    expect(() => checkServiceStandard(standard, { elements: [...elements, ...elements] })).toThrow(
      'each id once, got ["colour","colour"]',
    );
  });
});
