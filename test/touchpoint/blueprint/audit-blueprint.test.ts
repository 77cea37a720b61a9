import type { BlueprintPolicy, BlueprintStep, ServiceBlueprint } from "goodwill/touchpoint";
import {
  auditBlueprint,
  blueprintSupport,
  DEFAULT_BLUEPRINT_POLICY,
  THEATRE_TERMS,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { codesOf } from "../catalogue/codes.js";
import { place } from "../catalogue/samples.js";
import { blueprint, step } from "./blueprints.js";

const codes = (audited: ServiceBlueprint, options = {}): string[] =>
  codesOf(auditBlueprint(audited, options).findings.map(({ reason }) => reason));

const desk = { id: "desk", name: "Desk", kind: "people", owner: "sales" } as const;
const stock = { id: "stock", name: "Stock", kind: "technology", owner: "it" } as const;

describe("auditBlueprint", () => {
  it("TP-7: a blueprint in order has no finding", () => {
    const audit = auditBlueprint(blueprint());
    expect(audit).toEqual({
      blueprint: "screens",
      steps: 3,
      elements: 6,
      supportedSteps: 3,
      visibleSteps: 3,
      findings: [],
    });
  });

  it("TP-7: a step that the customer sees and nothing carries is a finding", () => {
    const audit = auditBlueprint(blueprint({ buy: { backstage: [] } }));
    expect(audit.findings).toEqual([
      { step: "buy", reason: { code: "step-without-support", params: { step: "buy" } } },
    ]);
    expect([audit.supportedSteps, audit.visibleSteps]).toEqual([2, 3]);
  });

  it.each([
    ["nobody has defined", ["ghost"]],
    ["the customer sees, too", ["sign"]],
    ["is the element itself", ["desk"]],
  ])("TP-7: what %s carries no step", (_, restsOn) => {
    const sign = { ...desk, id: "sign", name: "Sign" };
    const only = step({ id: "buy", frontstage: [{ ...desk, restsOn }, sign], backstage: [] });
    const audited: ServiceBlueprint = { name: "screens", steps: [only] };
    const audit = auditBlueprint(audited);
    expect([audit.supportedSteps, audit.visibleSteps]).toEqual([0, 1]);
    expect(codes(audited)).toContain("step-without-support");
    expect(blueprintSupport(audited)).toEqual({
      steps: [{ step: "buy", direct: [], all: [] }],
      elements: [],
    });
  });

  it("TP-7: what stands behind another element that customers see carries the step, too", () => {
    const sign = { ...desk, id: "sign", name: "Sign", restsOn: ["stock"] };
    const frontstage = [{ ...desk, restsOn: ["sign"] }, sign];
    const audited = blueprint({ buy: { frontstage, backstage: [] } }, { support: [stock] });
    expect(blueprintSupport(audited).steps.find((one) => one.step === "buy")?.all).toEqual([
      "stock",
    ]);
  });

  it("TP-7: support that the frontstage rests on carries the step, too", () => {
    const frontstage = [{ ...desk, restsOn: ["stock"] }];
    const audited = blueprint({ buy: { frontstage, backstage: [] } }, { support: [stock] });
    expect(codes(audited)).toEqual([]);
  });

  const cases: readonly (readonly [string, Partial<BlueprintStep>])[] = [
    ["step-without-evidence", { evidence: [] }],
    ["fail-point-without-recovery", { failPoints: ["card is refused"] }],
    ["target-beyond-promise", { targetMinutes: 11, promisedMinutes: 10 }],
    ["element-without-owner", { backstage: [{ id: "s", name: "S", kind: "support" }] }],
    [
      "element-defined-twice",
      {
        frontstage: [desk],
        backstage: [{ ...stock, id: "desk" }],
      },
    ],
    ["element-rests-on-unknown", { backstage: [{ ...stock, restsOn: ["ghost"] }] }],
  ];
  it.each(cases)("TP-7: %s", (code, changes) => {
    expect(codes(blueprint({ buy: changes }))).toEqual([code]);
  });

  it("TP-7: a step of which the customer sees nothing is named, and its support carries nothing", () => {
    expect(codes(blueprint({ buy: { frontstage: [] } }))).toEqual([
      "step-without-frontstage",
      "support-carries-nothing",
    ]);
  });

  it("TP-7: support that stands ready and is named by no step carries nothing", () => {
    const { findings } = auditBlueprint(blueprint({}, { support: [stock] }));
    expect(findings).toEqual([
      {
        element: "stock",
        reason: { code: "support-carries-nothing", params: { element: "stock" } },
      },
    ]);
  });

  it("a setting is evidence of its own, a recovered fail point is none, an equal target is kept", () => {
    const setting = { id: "hall", name: "Hall", kind: "setting", owner: "sales" } as const;
    const changes = {
      frontstage: [setting],
      evidence: [],
      failPoints: ["card is refused"],
      recoveries: [{ failPoint: "card is refused", action: "take cash" }],
      targetMinutes: 10,
      promisedMinutes: 10,
    };
    expect(codes(blueprint({ buy: changes }))).toEqual([]);
  });

  it("TP-7: one element under more steps than allowed is a single point of failure", () => {
    const backstage = [stock];
    const audited = blueprint({ browse: { backstage }, buy: { backstage }, use: { backstage } });
    expect(codes(audited)).toEqual([]);
    const policy = { ...DEFAULT_BLUEPRINT_POLICY, maximumStepsPerElement: 2 };
    const { findings } = auditBlueprint(audited, { policy });
    expect(findings).toEqual([
      {
        element: "stock",
        reason: {
          code: "single-point-of-failure",
          params: { element: "stock", steps: 3, maximum: 2 },
        },
      },
    ]);
  });

  it("TP-7: what lies deeper counts as a point of failure, too", () => {
    const audited = blueprint(
      {
        browse: { backstage: [{ ...stock, id: "a", restsOn: ["stock"] }] },
        buy: { backstage: [{ ...stock, id: "b", restsOn: ["stock"] }] },
      },
      { support: [stock] },
    );
    const policy = { ...DEFAULT_BLUEPRINT_POLICY, maximumStepsPerElement: 1 };
    expect(codes(audited, { policy })).toEqual(["single-point-of-failure"]);
  });

  it("TP-2: a stage without a step and a step out of order are named", () => {
    const { findings } = auditBlueprint(
      blueprint({ browse: { stage: "during" }, buy: { stage: "after" }, use: { stage: "during" } }),
    );
    expect(findings.map(({ reason }) => reason)).toEqual([
      { code: "stage-without-step", params: { stage: "before" } },
      { code: "stage-out-of-order", params: { step: "use", stage: "during", after: "after" } },
    ]);
  });

  it("every step after one of a later stage is out of order, not only the next", () => {
    const { findings } = auditBlueprint(
      blueprint({ browse: { stage: "after" }, buy: { stage: "before" }, use: { stage: "during" } }),
    );
    expect(findings.map(({ step: id }) => id)).toEqual(["buy", "use"]);
  });

  it("the policy says which stages must have a step", () => {
    const one = { name: "desk", steps: [step({ id: "buy", stage: "during" })] };
    const policy = { ...DEFAULT_BLUEPRINT_POLICY, requiredStages: ["during" as const] };
    expect(codes(one, { policy })).toEqual([]);
    expect(codes(one)).toEqual(["stage-without-step", "stage-without-step"]);
  });

  it("TP-1: a step at a touchpoint the catalogue lacks or keeps backstage is a finding", () => {
    const catalogue = [place({ id: "website" }), place({ id: "depot", visibility: "backstage" })];
    const audited = blueprint({
      browse: { touchpoint: "website" },
      buy: { touchpoint: "depot" },
      use: { touchpoint: "moon" },
    });
    expect(codes(audited, { catalogue })).toEqual([
      "step-touchpoint-backstage",
      "step-touchpoint-unknown",
    ]);
    expect(codes(audited)).toEqual([]);
  });

  it("a step that stands there twice is named; its support is that of both", () => {
    const twice = step({ id: "use", stage: "after", frontstage: [desk], backstage: [] });
    const audited = blueprint();
    expect(codes({ ...audited, steps: [...audited.steps, twice] })).toEqual(["step-defined-twice"]);
  });

  it("an element may stand at several steps in the same words", () => {
    const frontstage = [desk];
    expect(codes(blueprint({ browse: { frontstage }, buy: { frontstage } }))).toEqual([]);
  });

  it("a blueprint without steps and a policy that is none are refused", () => {
    expect(() => auditBlueprint({ name: "nothing", steps: [] })).toThrow(
      'the blueprint "nothing" has no step',
    );
    for (const maximumStepsPerElement of [0, 1.5, Number.NaN]) {
      const policy: BlueprintPolicy = { ...DEFAULT_BLUEPRINT_POLICY, maximumStepsPerElement };
      expect(() => auditBlueprint(blueprint(), { policy })).toThrow(RangeError);
    }
  });
});

it("TP-7: the theatre terms are actors, audience, setting and performance", () => {
  expect(THEATRE_TERMS.map(({ term }) => term)).toEqual([
    "actors",
    "audience",
    "setting",
    "performance",
  ]);
});
