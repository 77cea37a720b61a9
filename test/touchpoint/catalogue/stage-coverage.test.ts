import { explain } from "goodwill/shared";
import { stageCoverage, STANDARD_TOUCHPOINTS, TOUCHPOINT_SENTENCES } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { codesOf } from "./codes.js";
import { place } from "./samples.js";

const owner = "marketing";

describe("stageCoverage", () => {
  it("TP-2: the standard touchpoints serve all stages; only owners are missing", () => {
    const { stages, findings } = stageCoverage(STANDARD_TOUCHPOINTS);
    expect(stages.map(({ stage }) => stage)).toEqual(["before", "during", "after"]);
    expect(new Set(codesOf(findings))).toEqual(new Set(["touchpoint-without-owner"]));
    expect(findings).toHaveLength(17);
    expect(stages[1]?.touchpoints).toEqual([
      "agents",
      "call-centre",
      "e-mail",
      "loyalty-card",
      "reception",
      "salespeople",
      "sms",
      "website",
    ]);
    expect(stages[1]?.controls).toEqual({ owned: 7, partner: 1, earned: 0 });
    expect(stages[1]?.natures).toEqual({ human: 4, digital: 3, physical: 1 });
  });

  it("TP-2: a stage without touchpoint, one that is only earned, and one without person are named", () => {
    const { findings } = stageCoverage([
      place({ id: "talk", control: "earned", stages: ["before"], owner }),
      place({ id: "site", nature: "digital", stages: ["after"], owner }),
    ]);
    expect(codesOf(findings)).toEqual([
      "stage-only-earned",
      "stage-without-touchpoint",
      "stage-without-person",
    ]);
    expect(explain(findings[1]!, TOUCHPOINT_SENTENCES)).toBe(
      "No touchpoint that customers see serves the stage during.",
    );
  });

  it("a stage of partners and word of mouth is none of the firm's own, and not only earned", () => {
    const { findings } = stageCoverage([
      place({ id: "talk", control: "earned", owner }),
      place({ id: "dealer", control: "partner", owner }),
    ]);
    expect(codesOf(findings)).toEqual(["stage-none-owned", "stage-none-owned", "stage-none-owned"]);
  });

  it("word of mouth is human, and nobody the firm lets the customer speak to", () => {
    const { findings } = stageCoverage([
      place({ id: "talk", control: "earned", owner }),
      place({ id: "site", nature: "digital", owner }),
    ]);
    expect(codesOf(findings)).toEqual(["stage-without-person"]);
  });

  it("what the customer does not see serves no stage, and still needs an owner", () => {
    const { stages, findings } = stageCoverage([place({ id: "depot", visibility: "backstage" })]);
    expect(stages.every(({ touchpoints }) => touchpoints.length === 0)).toBe(true);
    expect(codesOf(findings).at(-1)).toBe("touchpoint-without-owner");
  });

  it("owners are listed once and in order", () => {
    const { stages } = stageCoverage([
      place({ id: "a", owner: "sales" }),
      place({ id: "b", owner: "care" }),
      place({ id: "c", owner: "sales" }),
      place({ id: "d" }),
    ]);
    expect(stages[0]?.owners).toEqual(["care", "sales"]);
    expect(stages[0]?.withoutOwner).toEqual(["d"]);
  });

  it("with a log, a stage whose touchpoints nobody used is named", () => {
    const catalogue = [
      place({ id: "site", stages: ["before", "during"], owner }),
      place({ id: "desk", stages: ["after"], owner }),
    ];
    const business = { touchpoints: [{ touchpoint: "site", interactions: 7 }] };
    const { stages, findings } = stageCoverage(catalogue, { business });
    expect(stages.map(({ interactions }) => interactions)).toEqual([7, 7, 0]);
    expect(codesOf(findings)).toEqual(["stage-without-interaction"]);
    expect(stageCoverage(catalogue).stages[0]).not.toHaveProperty("interactions");
  });

  it("the policy says in which stages a person is asked for", () => {
    const catalogue = [place({ id: "site", nature: "digital", owner })];
    const codes = (humanStages: readonly ("before" | "during" | "after")[]): number =>
      stageCoverage(catalogue, { policy: { humanStages } }).findings.length;
    expect([codes([]), codes(["before", "during", "after"])]).toEqual([0, 3]);
  });

  it("an empty catalogue serves nothing", () => {
    expect(codesOf(stageCoverage([]).findings)).toEqual(
      Array.from({ length: 3 }, () => "stage-without-touchpoint"),
    );
  });
});
