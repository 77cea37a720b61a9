import { blueprintChart, type BlueprintChartFinding } from "goodwill/chart";
import {
  auditBlueprint,
  type BlueprintElement,
  type BlueprintFinding,
  type ServiceBlueprint,
} from "goodwill/touchpoint";
import { describe, expect, expectTypeOf, it } from "vitest";
import { plotOf, rowsOf, subtitleOf, titleOf } from "../drawing.js";
import { blueprintOf } from "./samples.js";

const courier = { id: "courier", name: "courier", kind: "people" } as const;

const rider = { ...courier, restsOn: ["routes"] } as const;

const routes = {
  id: "routes",
  name: "route planner",
  kind: "technology",
  restsOn: ["maps"],
} as const;

function service(
  frontstage: readonly BlueprintElement<"people">[],
  support: readonly BlueprintElement<"technology">[] = [],
): ServiceBlueprint {
  const step = { id: "receive", customerAction: "signs", frontstage, backstage: [] };
  return { name: "Delivery", steps: [step], support };
}

/** The cards of elements and actions, and what they say. */
function cardsOf(blueprint: ServiceBlueprint, width: number) {
  return plotOf(blueprintChart(blueprint, { width }))
    .layer.filter(({ mark }) => mark.type === "rect" && mark.aria)
    .flatMap(({ data }) => data.values)
    .map((row) => ({
      ...{ left: Number(row["x"]), right: Number(row["x2"]), sentence: String(row["sentence"]) },
      ...{ top: Number(row["y"]), bottom: Number(row["y2"]), tone: String(row["tone"]) },
    }));
}

describe("TP-7: the service blueprint", () => {
  it("a step that shows something and that nothing carries is set off and said", () => {
    const chart = blueprintChart(service([courier]));
    expect(titleOf(chart)).toBe("1 of 1 steps has no support backstage");
    expect(rowsOf(chart, "text").map(({ text }) => text)).toContainEqual(["no support"]);
    expect(rowsOf(chart, "rect").filter(({ tone }) => tone === "highlight")).toHaveLength(2);
    expect(chart.description).toContain(
      "step 1: signs; seen: courier (people); behind: no support.",
    );
  });

  it("what a frontstage element rests on carries the step, and so does what that rests on", () => {
    const chart = blueprintChart(service([rider], [routes]));
    expect(titleOf(chart)).toBe("Every step that is seen has its support backstage");
    expect(chart.description).toContain("behind: route planner (technology), maps (not defined).");
    const { supportedSteps } = auditBlueprint(service([rider], [routes]));
    expect(supportedSteps).toBe(1);
    expect(auditBlueprint(service([courier])).supportedSteps).toBe(0);
  });

  it("a step that shows nothing needs no support", () => {
    expect(titleOf(blueprintChart(service([])))).toBe(
      "Every step that is seen has its support backstage",
    );
  });

  it("takes the findings of the audit: at their step in words, others counted", () => {
    expectTypeOf<BlueprintFinding>().toExtend<BlueprintChartFinding>();
    const { findings } = auditBlueprint(service([rider], [routes]));
    const chart = blueprintChart(service([rider], [routes]), { findings });
    expect(titleOf(chart)).toBe("1 of 1 steps has findings");
    expect(chart.description).toContain("step 1: signs, finding: step without evidence; ");
    const others = findings.filter(({ step }) => step === undefined).length;
    expect(others).toBeGreaterThan(1);
    expect(subtitleOf(chart)).toContain(
      `Not drawn: ${others} findings about elements or the whole.`,
    );
    const worded = blueprintChart(service([rider], [routes]), {
      findings: [{ step: "receive", text: "签收没有凭证" }],
    });
    expect(worded.description).toContain("step 1: signs, finding: 签收没有凭证; ");
  });

  it("says what may last long in hours and days, and what the chart shows itself not twice", () => {
    const [step] = service([courier]).steps;
    const minutes = (targetMinutes: number): string =>
      blueprintChart({ name: "Delivery", steps: [{ ...step!, targetMinutes }] }).description;
    expect(minutes(119)).toContain("step 1: signs, within 119 minutes; ");
    expect(minutes(120)).toContain("within 2 hours;");
    expect(minutes(2879)).toContain("within 47.98 hours;");
    expect(minutes(4320)).toContain("within 3 days;");
    const { findings } = auditBlueprint(service([courier]));
    expect(findings.map(({ reason }) => reason.code)).toContain("step-without-support");
    expect(blueprintChart(service([courier]), { findings }).description).not.toContain(
      "finding: step without support",
    );
  });

  it.each([280, 360, 640, 1200])(
    "no card lies on another, and all lie in the plot, at %d",
    (width) => {
      const cards = cardsOf(blueprintOf(12), width);
      expect(cards.length).toBeGreaterThan(30);
      cards.forEach((a, index) => {
        for (const b of cards.slice(index + 1)) {
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          expect(wide > 0 && high > 0, `${a.sentence} / ${b.sentence}`).toBe(false);
        }
      });
    },
  );

  it("is a list on a phone and columns on a desk, frontstage above and backstage below the line", () => {
    const actions = (width: number) =>
      cardsOf(blueprintOf(4), width).filter(({ sentence }) => !sentence.includes("stage"));
    expect(new Set(actions(360).map(({ left }) => left)).size).toBe(1);
    expect(new Set(actions(640).map(({ left }) => left)).size).toBe(4);
    expect(new Set(actions(640).map(({ top }) => top)).size).toBe(1);
    const lines = rowsOf(blueprintChart(blueprintOf(4), { width: 640 }), "rule");
    expect(lines).toHaveLength(1);
    for (const { sentence, top, bottom } of cardsOf(blueprintOf(4), 640)) {
      if (sentence.includes("frontstage")) expect(bottom).toBeLessThan(Number(lines[0]!["y"]));
      if (sentence.includes("backstage")) expect(top).toBeGreaterThan(Number(lines[0]!["y"]));
    }
  });

  it("every word of the texts is written, nothing is cut", () => {
    const chart = blueprintChart(blueprintOf(7), { width: 280 });
    const written = rowsOf(chart, "text").flatMap(({ text }) => text as string[]);
    const all = written.join(" ").replaceAll(" ", "");
    for (const { customerAction, failPoints = [], frontstage } of blueprintOf(7).steps) {
      for (const text of [customerAction, ...failPoints, ...frontstage.map(({ name }) => name)])
        expect(all).toContain(text.replaceAll(" ", ""));
    }
  });
});
