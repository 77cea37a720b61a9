import fc from "fast-check";
import type { ServiceBlueprint } from "goodwill/touchpoint";
import { blueprintSupport } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { blueprint, step } from "./blueprints.js";

const IDS = ["a", "b", "c", "d", "e"];
const anyElements = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...IDS), restsOn: fc.subarray(IDS) }),
  { selector: ({ id }) => id },
);
const anyBlueprint: fc.Arbitrary<ServiceBlueprint> = fc
  .array(fc.record({ front: fc.subarray(IDS), back: anyElements }), { minLength: 1, maxLength: 5 })
  .chain((steps) => anyElements.map((support) => ({ steps, support })))
  .map(({ steps, support }) => ({
    name: "any",
    steps: steps.map(({ front, back }, i) =>
      step({
        id: `s${String(i)}`,
        frontstage: [{ id: "desk", name: "Desk", kind: "people", restsOn: front }],
        backstage: back.map((one) => ({ ...one, name: one.id, kind: "technology" as const })),
      }),
    ),
    support: support.map((one) => ({ ...one, name: one.id, kind: "support" as const })),
  }));

/** What a step rests on backstage, by taking in what rests until nothing more comes. */
function reached(drawn: ServiceBlueprint, index: number): string[] {
  const all = [
    ...drawn.steps.flatMap(({ frontstage, backstage }) => [...frontstage, ...backstage]),
    ...(drawn.support ?? []),
  ];
  const { frontstage, backstage } = drawn.steps[index]!;
  const found = new Set([
    ...backstage.map(({ id }) => id),
    ...all
      .filter(({ id }) => frontstage.some((one) => one.id === id))
      .flatMap(({ restsOn }) => restsOn ?? []),
  ]);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { id, restsOn } of all) {
      if (found.has(id)) for (const need of restsOn ?? []) found.add(need);
    }
  }
  const behind = [...drawn.steps.flatMap((one) => one.backstage), ...(drawn.support ?? [])];
  return [...found].filter((id) => behind.some((one) => one.id === id)).toSorted();
}

describe("blueprintSupport", () => {
  it("TP-7: a step rests on what it names and on what that rests on in turn, circles included", () => {
    fc.assert(
      fc.property(anyBlueprint, (drawn) => {
        const { steps, elements } = blueprintSupport(drawn);
        steps.forEach(({ step: id, direct, all }, i) => {
          expect(id).toBe(drawn.steps[i]!.id);
          expect(all).toEqual(reached(drawn, i));
          expect(direct).toEqual(drawn.steps[i]!.backstage.map((one) => one.id).toSorted());
        });
        // The reverse view says the same.
        for (const { element, steps: fallen, share } of elements) {
          const resting = steps.filter(({ all }) => all.includes(element));
          expect(fallen).toEqual(resting.map(({ step: id }) => id));
          expect(share).toBe(fallen.length / steps.length);
        }
        for (const { all } of steps) {
          for (const id of all) expect(elements.map(({ element }) => element)).toContain(id);
        }
      }),
    );
  });

  it("what carries most comes first, equals by id, and what carries nothing is there, too", () => {
    const backstage = [{ id: "z", name: "Z", kind: "technology" as const }];
    const drawn = blueprint(
      { browse: { backstage }, buy: { backstage } },
      { support: [{ id: "a", name: "A", kind: "support" }] },
    );
    expect(blueprintSupport(drawn).elements.map(({ element, steps }) => [element, steps])).toEqual([
      ["z", ["browse", "buy"]],
      ["use system", ["use"]],
      ["a", []],
    ]);
  });

  it("a blueprint without steps is refused", () => {
    expect(() => blueprintSupport({ name: "nothing", steps: [] })).toThrow(RangeError);
  });
});
