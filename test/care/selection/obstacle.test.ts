import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { obstacleOf } from "../../../src/care/selection/obstacle.js";
import { selectCare } from "../../../src/care/selection/select-care.js";
import type {
  SelectionCustomer,
  SelectionOption,
} from "../../../src/care/selection/selection-problem.js";
import { takenOf } from "../../../src/care/selection/selection-problem.js";
import { breaches } from "./reference.js";
import { samples } from "./samples.js";

function option(effect: number, rest: Partial<SelectionOption> = {}): SelectionOption {
  return { effect, own: [], shared: [], ...rest };
}

function obstacles(customers: readonly SelectionCustomer[], shared: readonly number[]): unknown[] {
  const selection = selectCare(customers, { shared });
  return customers.map((customer, customerAt) =>
    customer.slots.map((_, slot) => obstacleOf(customer, slot, { selection, customerAt })),
  );
}

describe("obstacleOf", () => {
  test("CARE-7: a shared limit that is used up says what is left of it and what is needed", () => {
    const cost = (amount: number) => ({ shared: [{ resource: 0, amount }] });
    const customers = [{ slots: [[option(5, cost(7))], [option(2, cost(6))]], own: [] }];
    expect(obstacles(customers, [10])).toEqual([
      [undefined, { code: "shared", resource: 0, left: 3, needed: 6 }],
    ]);
  });

  test("CARE-7: a limit of the customer's own, and contacts too near, are named", () => {
    const use = { own: [{ resource: 0, amount: 1 }] };
    const capped = { slots: [[option(1, use)], [option(3, use)]], own: [1] };
    const spaced = {
      slots: [[option(1, { days: [4] })], [option(3, { days: [6] })], [option(9, { days: [13] })]],
      own: [],
      spacingDays: 3,
      pastDays: [12],
    };
    expect(obstacles([capped, spaced], [])).toEqual([
      [{ code: "own", resource: 0, left: 0, needed: 1 }, undefined],
      [
        { code: "spacing", day: 4, otherDay: 6 },
        undefined,
        { code: "spacing", day: 13, otherDay: 12 },
      ],
    ]);
  });

  test("CARE-7: an option of no effect gives way to nothing, and a slot without options needs no reason", () => {
    expect(obstacles([{ slots: [[option(0)], []], own: [] }], [])).toEqual([
      [{ code: "less-effect" }, undefined],
    ]);
  });

  test("CARE-7: every slot with options is taken or explained, and what is said to stand in the way does", () => {
    fc.assert(
      fc.property(samples({ customers: 4, slots: 3, options: 2 }), ({ customers, shared }) => {
        const selection = selectCare(customers, { shared });
        customers.forEach((customer, customerAt) => {
          const taken = takenOf(selection, customerAt);
          customer.slots.forEach((options, slot) => {
            const obstacle = obstacleOf(customer, slot, { selection, customerAt });
            expect(obstacle === undefined).toBe(options.length === 0 || taken[slot]! >= 0);
            if (obstacle === undefined || obstacle.code === "less-effect") return;
            const others = customer.slots.flatMap((rivals, at) =>
              taken[at]! < 0 ? [] : [rivals[taken[at]!]!],
            );
            const stopped = options.filter(
              (one) =>
                one.effect > 0 &&
                breaches(customer, [...others, one]).length === 0 &&
                one.shared.every(({ resource }) => {
                  const needed = one.shared.reduce(
                    (sum, use) => sum + (use.resource === resource ? use.amount : 0),
                    0,
                  );
                  return needed === 0 || needed <= selection.left[resource]!;
                }),
            );
            expect(stopped).toEqual([]);
          });
        });
      }),
    );
  });
});
