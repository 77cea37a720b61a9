import fc from "fast-check";
import { instantFromEpochMilliseconds } from "goodwill/shared";
import type { Instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { AllowanceCommand } from "../../../src/loyalty/allowance/allowance-command.js";
import type { AllowanceEvent } from "../../../src/loyalty/allowance/allowance-event.js";
import { allowanceLeft } from "../../../src/loyalty/allowance/allowance-left.js";
import { NO_ALLOWANCE } from "../../../src/loyalty/allowance/allowance-state.js";
import type { AllowanceState } from "../../../src/loyalty/allowance/allowance-state.js";
import { decideAllowance } from "../../../src/loyalty/allowance/decide-allowance.js";
import {
  evolveAllowance,
  replayAllowance,
} from "../../../src/loyalty/allowance/evolve-allowance.js";

const START = Date.UTC(2026, 1, 10, 12);
const minute = (count: number): Instant => instantFromEpochMilliseconds(START + count * 60_000);

type Said<Command> = Command extends AllowanceCommand ? Omit<Command, "key" | "allowance"> : never;
type Step = Said<AllowanceCommand>;

const send = (
  state: AllowanceState,
  step: Step,
  { at = 0, key = `k-${String(state.sequence)}`, expectedSequence = state.sequence } = {},
) => {
  const command = { ...step, key, allowance: "mugs" } as AllowanceCommand;
  const ids = (index: number): string => `e-${String(state.sequence + index)}`;
  return decideAllowance(state, command, { now: minute(at), ids, expectedSequence });
};

const events = (state: AllowanceState, step: Step, at = 0): readonly AllowanceEvent[] => {
  const decided = send(state, step, { at });
  if (decided.ok) return decided.value;
  throw new Error(`${step.kind} was refused: ${JSON.stringify(decided.error)}`);
};
const after = (state: AllowanceState, ...steps: readonly (readonly [Step, number])[]) =>
  steps.reduce((sum, [step, at]) => events(sum, step, at).reduce(evolveAllowance, sum), state);
const refusal = (state: AllowanceState, step: Step, at = 0) => {
  const decided = send(state, step, { at });
  return decided.ok ? decided.value : decided.error;
};

const open = (limit: number): Step => ({ kind: "open-allowance", counts: "pieces", limit });
const reserve = (reservation: string, amount: number, minutes = 30): Step => ({
  kind: "reserve-allowance",
  reservation,
  amount,
  minutes,
});
const commit = (reservation: string, amount?: number): Step => ({
  kind: "commit-allowance",
  reservation,
  ...(amount !== undefined && { amount }),
});
const release = (reservation: string): Step => ({ kind: "release-allowance", reservation });
const left = (state: AllowanceState, at = 0) => allowanceLeft(state, { asOf: minute(at) });

describe("LOY-3: what all members share is a ledger of its own", () => {
  const state = after(NO_ALLOWANCE, [open(10), 0], [reserve("a", 6), 0]);

  test("LOY-3: what is set aside is not left; used in part, the rest is", () => {
    expect([left(after(NO_ALLOWANCE, [open(10), 0])), left(state)]).toEqual([10, 4]);
    expect(refusal(state, reserve("b", 5))).toEqual({
      code: "out-of-stock",
      stock: "mugs",
      left: 4,
      needed: 5,
    });
    const used = after(state, [commit("a", 4), 0]);
    expect(used).toMatchObject({ committed: 4, reserved: 0, limit: 10 });
    expect(left(used)).toBe(6);
    expect(left(after(state, [commit("a"), 0]))).toBe(4);
    expect(left(after(state, [release("a"), 0]))).toBe(10);
    expect(left(after(state, [{ kind: "raise-limit", by: 5 }, 0]))).toBe(9);
  });

  test("LOY-3: more than was set aside is not used, and nothing is used or given up twice", () => {
    expect(refusal(state, commit("a", 7))).toEqual({
      code: "more-than-left",
      what: "reservation",
      left: 6,
      asked: 7,
    });
    for (const end of [commit("a"), release("a")]) {
      const ended = after(state, [end, 0]);
      for (const again of [commit("a"), release("a")]) {
        expect(refusal(ended, again)).toMatchObject({ code: "not-possible-now" });
      }
      expect(refusal(ended, reserve("a", 1))).toMatchObject({ code: "already-there" });
    }
    expect(refusal(state, commit("z"))).toMatchObject({ code: "unknown", id: "z" });
  });

  test("LOY-3: a reservation falls back by itself, to the minute, and can never be used again", () => {
    expect([left(state, 29), left(state, 30)]).toEqual([4, 10]);
    expect(events(state, commit("a"), 29)).toHaveLength(1);
    const late = { code: "too-late", what: "reservation", until: minute(30) };
    expect(refusal(state, commit("a"), 30)).toEqual(late);
    expect(refusal(state, release("a"), 30)).toEqual(late);
    const taken = after(state, [reserve("b", 10), 30]);
    expect(taken).toMatchObject({ reserved: 10, sequence: 4 });
    // A host whose clock is slow would still be in time.
    expect(refusal(taken, commit("a"), 10)).toEqual(late);
  });

  test("LOY-3: the same key and payload is taken in once, another payload or version is refused", () => {
    const key = "k-1";
    expect(send(state, reserve("a", 6), { key, expectedSequence: 1 })).toEqual({
      ok: true,
      value: [],
    });
    expect(send(state, reserve("a", 5), { key })).toEqual({
      ok: false,
      error: { code: "key-reused", key },
    });
    expect(send(state, reserve("b", 1), { expectedSequence: 1 })).toEqual({
      ok: false,
      error: { code: "stale-version", expected: 1, actual: 2 },
    });
  });

  test("LOY-3: it is opened once, before anything else, and answers to its own name", () => {
    expect(refusal(state, open(5))).toEqual({
      code: "already-there",
      what: "allowance",
      id: "mugs",
    });
    const unknown = { code: "unknown", what: "allowance", id: "mugs" };
    expect(refusal(NO_ALLOWANCE, reserve("a", 1))).toEqual(unknown);
    const other = { ...release("a"), key: "k", allowance: "cups" } as AllowanceCommand;
    const decided = decideAllowance(state, other, { now: minute(0), ids: String });
    expect(decided).toMatchObject({ ok: false, error: { ...unknown, id: "cups" } });
    expect(left(NO_ALLOWANCE)).toBe(0);
  });

  test.each<[string, Step, string]>([
    ["a negative limit", open(-1), "limit"],
    ["a limit beyond 2^53", open(2 ** 53), "limit"],
    ["a raise by 0", { kind: "raise-limit", by: 0 }, "by"],
    ["a raise beyond 2^53", { kind: "raise-limit", by: Number.MAX_SAFE_INTEGER }, "by"],
    ["a blank reservation", reserve(" ", 1), "reservation"],
    ["half a piece", reserve("b", 0.5), "amount"],
    ["not a number", reserve("b", Number.NaN), "amount"],
    ["no minute", reserve("b", 1, 0), "minutes"],
    ["more than 366 days", reserve("b", 1, 527_041), "minutes"],
    ["use of nothing", commit("a", 0), "amount"],
    ["use of a blank reservation", commit(""), "reservation"],
    ["release of a blank reservation", release(""), "reservation"],
  ])("LOY-3: %s is refused with its field", (_, step, field) => {
    const from = step.kind === "open-allowance" ? NO_ALLOWANCE : state;
    expect(refusal(from, step)).toMatchObject({ code: "invalid-field", field });
  });

  test("LOY-3: a blank key is refused, an event of a later version or a broken story is an error", () => {
    expect(send(state, release("a"), { key: "" })).toMatchObject({ error: { field: "key" } });
    const [event] = events(state, release("a"));
    const newer = { ...event!, version: 2 } as unknown as AllowanceEvent;
    expect(() => evolveAllowance(state, newer)).toThrow("version 2, known is 1");
    expect(() => evolveAllowance(NO_ALLOWANCE, event!)).toThrow('no reservation "a"');
    const [opened] = events(NO_ALLOWANCE, open(1));
    const twin = { ...opened!, id: "x" };
    expect(() => replayAllowance([opened!, twin])).toThrow("e-0 and x share the sequence 1");
  });
});

describe("LOY-3: whatever is sent in whatever order", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e");
  const amount = fc.integer({ min: 1, max: 8 });
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(id, amount, fc.integer({ min: 1, max: 6 }))
        .map((said) => reserve(...said)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(id, fc.option(amount, { nil: undefined })).map((said) => commit(...said)),
    },
    id.map(release),
    fc.integer({ min: 1, max: 3 }).map((by): Step => ({ kind: "raise-limit", by })),
  );

  test("LOY-3: used and set aside never pass the limit, and a replay gives the same", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        // Clocks of several hosts: time may go back.
        fc.array(fc.tuple(step, fc.integer({ min: 0, max: 30 })), { maxLength: 40 }),
        (limit, steps) => {
          const history: AllowanceEvent[] = [...events(NO_ALLOWANCE, open(limit))];
          let state = replayAllowance(history);
          for (const [one, at] of steps) {
            const before = left(state, at);
            const decided = send(state, one, { at });
            if (!decided.ok) continue;
            history.push(...decided.value);
            state = decided.value.reduce(evolveAllowance, state);
            expect(state.committed + state.reserved).toBeLessThanOrEqual(state.limit);
            expect(state.reserved).toBeGreaterThanOrEqual(0);
            expect(left(state, at)).toBeGreaterThanOrEqual(0);
            if (one.kind === "reserve-allowance") {
              expect(left(state, at)).toBe(before - one.amount);
            }
          }
          expect(replayAllowance([...history, ...history].reverse())).toEqual(state);
        },
      ),
    );
  });
});

describe("LOY-3: a command to an allowance from outside, unchecked", () => {
  const opening: Step = { kind: "open-allowance", counts: "pieces", limit: 20 };

  test.each([
    ["kind", "open", { ...opening, kind: "open" }],
    ["kind", "undefined", { ...opening, kind: undefined }],
    ["counts", "mugs", { ...opening, counts: "mugs" }],
    ["counts", "undefined", { ...opening, counts: undefined }],
    ["counts", "an object", { ...opening, counts: {} }],
  ])("LOY-3: a %s of %s is none", (field, got, step) => {
    expect(send(NO_ALLOWANCE, step as Step)).toMatchObject({
      ok: false,
      error: { code: "invalid-field", field, got },
    });
  });

  test.each([null, undefined, 5, []])("LOY-3: %s is no command", (command) => {
    const options = { now: minute(0), ids: String };
    expect(decideAllowance(NO_ALLOWANCE, command as never, options)).toMatchObject({
      ok: false,
      error: { code: "invalid-field", field: "command" },
    });
  });

  test.each([NaN, 1.5, -1, 2 ** 53, "", null, undefined, {}, []])(
    "LOY-3: %s in place of any field is never taken in, but where it may be absent",
    (value) => {
      const opened = after(NO_ALLOWANCE, [opening, 0]);
      const reserved = after(opened, [
        { kind: "reserve-allowance", reservation: "r-1", amount: 2, minutes: 5 },
        0,
      ]);
      const fine: readonly (readonly [AllowanceState, Step])[] = [
        [NO_ALLOWANCE, opening],
        [opened, { kind: "raise-limit", by: 5 }],
        [opened, { kind: "reserve-allowance", reservation: "r-1", amount: 2, minutes: 5 }],
        [reserved, { kind: "commit-allowance", reservation: "r-1", amount: 2 }],
        [reserved, { kind: "release-allowance", reservation: "r-1" }],
      ];
      for (const [state, step] of fine) {
        const command = { ...step, key: "k-new", allowance: "mugs" };
        for (const field of Object.keys(command)) {
          const broken = { ...command, [field]: value } as AllowanceCommand;
          const decided = decideAllowance(state, broken, { now: minute(0), ids: String });
          const mayBeAbsent = step.kind === "commit-allowance" && field === "amount";
          expect(decided.ok, `${step.kind} ${field}`).toBe(value === undefined && mayBeAbsent);
        }
      }
    },
  );
});
