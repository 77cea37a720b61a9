import fc from "fast-check";
import { addMilliseconds, explain, instant, money, timeZone } from "goodwill/shared";
import type {
  ConsistencyPolicy,
  ConsistencyReport,
  StatementValue,
  TouchpointStatement,
} from "goodwill/touchpoint";
import {
  consistencyFindings,
  DEFAULT_CONSISTENCY_POLICY,
  TOUCHPOINT_SENTENCES,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { codesOf } from "../catalogue/codes.js";
import { hostileValues } from "../catalogue/hostile.js";

const START = instant("2026-02-01T00:00:00Z");
const day = (days: number) => addMilliseconds(START, days * 86_400_000);
const eur = (amount: number): StatementValue => ({ kind: "money", money: money(amount, "EUR") });
const days = (min: number, max = min): StatementValue => ({
  kind: "range",
  min,
  max,
  unit: "days",
});
const word = (category: string): StatementValue => ({ kind: "category", category });

function says(
  touchpoint: string,
  value: StatementValue,
  more: Partial<TouchpointStatement> = {},
): TouchpointStatement {
  return { subject: "screen", aspect: "price", at: START, ...more, touchpoint, value };
}

const withPolicy = (changes: Partial<ConsistencyPolicy>) => ({
  policy: { ...DEFAULT_CONSISTENCY_POLICY, ...changes },
});

/** Findings without how often and where: what does not change when rows are added up. */
const shape = ({ findings }: ConsistencyReport) =>
  findings.map(({ groups, reasons, ...rest }) => ({
    ...rest,
    groups: groups.map((group) => ({ ...group, statements: 1 })),
    codes: reasons.map(({ code }) => code),
  }));

describe("prices", () => {
  it("TP-4: the price most statements name is the reference; who deviates is listed with evidence", () => {
    const { findings, statements } = consistencyFindings([
      says("website", eur(900), { evidence: "page 3" }),
      says("store", eur(900), { count: 4 }),
      says("leaflet", eur(880), { evidence: "leaflet of May" }),
    ]);
    expect(statements).toBe(6);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: "contradiction",
      subject: "screen",
      aspect: "price",
      from: START,
      severity: "high",
      basis: "majority",
      reference: eur(900),
    });
    expect(findings[0]).not.toHaveProperty("until");
    expect(findings[0]).not.toHaveProperty("scopes");
    expect(findings[0]?.groups).toEqual([
      {
        value: eur(900),
        statements: 5,
        touchpoints: ["store", "website"],
        evidence: ["page 3"],
        agrees: true,
      },
      {
        value: eur(880),
        statements: 1,
        touchpoints: ["leaflet"],
        evidence: ["leaflet of May"],
        agrees: false,
      },
    ]);
    expect(explain(findings[0]!.reasons[0]!, TOUCHPOINT_SENTENCES)).toBe(
      "leaflet say 8.80 EUR as the price of screen (1 statements); 5 say 9.00 EUR.",
    );
  });

  it("TP-4: equal prices everywhere are no finding", () => {
    expect(consistencyFindings([says("a", eur(900)), says("b", eur(900))]).findings).toEqual([]);
  });

  it("TP-4: the word of the policy's touchpoint counts, however many say otherwise", () => {
    const rows = [says("store", eur(900), { count: 9 }), says("price list", eur(880))];
    const options = withPolicy({ authorities: { price: "price list" } });
    const [finding] = consistencyFindings(rows, options).findings;
    expect(finding).toMatchObject({ basis: "authority", reference: eur(880) });
    expect(codesOf(finding!.reasons)).toEqual(["deviates-from-authority"]);
    const silent = withPolicy({ authorities: { price: "nobody" } });
    expect(consistencyFindings(rows, silent).findings[0]?.basis).toBe("majority");
  });

  it("the majority in the reason is all that agree with the reference within the tolerance", () => {
    const options = withPolicy({ priceToleranceShare: 0.01 });
    const rows = [
      says("a", eur(1000), { count: 2 }),
      says("b", eur(1001), { count: 3 }),
      says("c", eur(1010)),
      says("d", eur(2000), { count: 5 }),
    ];
    const [finding] = consistencyFindings(rows, options).findings;
    expect(finding).toMatchObject({ basis: "majority" });
    expect(finding?.reasons.map(({ params }) => params?.["majority"])).toEqual([6]);
  });

  it("two prices said equally often have no reference", () => {
    const [finding] = consistencyFindings([says("a", eur(900)), says("b", eur(880))]).findings;
    expect(finding?.basis).toBe("none");
    expect(finding).not.toHaveProperty("reference");
    expect(finding?.groups.map(({ agrees }) => agrees)).toEqual([false, false]);
    expect(codesOf(finding!.reasons)).toEqual(["said-differently"]);
  });

  it("a difference of exactly the tolerance agrees, one more does not", () => {
    const options = withPolicy({ priceToleranceShare: 0.01 });
    const found = (amount: number) =>
      consistencyFindings([says("a", eur(1000), { count: 2 }), says("b", eur(amount))], options)
        .findings.length;
    expect([found(1010), found(990), found(1011), found(989)]).toEqual([0, 0, 1, 1]);
  });

  it("what lies between two prices is the reference where it agrees with both", () => {
    const options = withPolicy({ priceToleranceShare: 0.01 });
    const rows = [says("a", eur(991)), says("b", eur(1000)), says("c", eur(1009))];
    expect(consistencyFindings(rows, options).findings).toEqual([]);
  });

  it("TP-4: another currency is a finding of its own unless a rate is recorded", () => {
    const rows = [
      says("a", eur(1000), { count: 2 }),
      says("b", { kind: "money", money: money(1_500, "JPY") }),
    ];
    const { findings } = consistencyFindings(rows);
    expect(findings.map(({ kind }) => kind)).toEqual(["other-currency"]);
    expect(codesOf(findings[0]!.reasons)).toEqual(["price-in-other-currency"]);
    // 10.00 EUR at 150 yen are 1500 yen, which has no decimals.
    const rate = { numerator: 150, denominator: 1 };
    const forth = withPolicy({ rates: [{ from: "EUR", to: "JPY", rate }] });
    expect(consistencyFindings(rows, forth).findings).toEqual([]);
    const back = withPolicy({
      rates: [{ from: "JPY", to: "EUR", rate: { numerator: 1, denominator: 150 } }],
    });
    expect(consistencyFindings(rows, back).findings).toEqual([]);
    // The other way about: most say it in yen.
    const yen = rows.map((row) => ({ ...row, count: row.touchpoint === "b" ? 9 : 1 }));
    expect(consistencyFindings(yen, forth).findings).toEqual([]);
    expect(consistencyFindings(yen, back).findings).toEqual([]);
    const other = withPolicy({
      rates: [{ from: "EUR", to: "JPY", rate: { numerator: 151, denominator: 1 } }],
    });
    expect(consistencyFindings(rows, other).findings.map(({ kind }) => kind)).toEqual([
      "contradiction",
    ]);
  });
});

describe("other values", () => {
  it("TP-4: a number and a range that ends where it begins say the same", () => {
    const thirty: StatementValue = { kind: "quantity", amount: 30, unit: "days" };
    const rows = (value: StatementValue) => [
      says("a", thirty, { aspect: "return-days" }),
      says("b", value, { aspect: "return-days" }),
    ];
    expect(consistencyFindings(rows(days(30))).findings).toEqual([]);
    expect(consistencyFindings(rows(days(14))).findings).toHaveLength(1);
    const weeks: StatementValue = { kind: "quantity", amount: 30, unit: "weeks" };
    expect(consistencyFindings(rows(weeks)).findings).toHaveLength(1);
  });

  it("TP-4: the tone differs, and matters least", () => {
    const rows = [
      says("a", word("formal"), { aspect: "tone" }),
      says("b", word("casual"), { aspect: "tone" }),
      says("a", eur(1)),
      says("b", eur(2)),
      says("a", word("yes"), { aspect: "gift wrap" }),
      says("b", word("no"), { aspect: "gift wrap" }),
    ];
    const { findings } = consistencyFindings(rows);
    expect(findings.map(({ aspect, severity }) => [aspect, severity])).toEqual([
      ["price", "high"],
      ["gift wrap", "medium"],
      ["tone", "low"],
    ]);
  });

  it("TP-4: opening hours are compared as sets of minutes, across zones", () => {
    const hours = (zone: string, ...spans: readonly (readonly [string, string])[]) =>
      ({
        kind: "hours",
        hours: {
          zone: timeZone(zone),
          windows: spans.map(([from, until]) => ({ days: [1, 2] as const, from, until })),
        },
      }) as const;
    const found = (...values: StatementValue[]) =>
      consistencyFindings(
        values.map((value, i) => says(`t${String(i)}`, value, { aspect: "opening-hours" })),
      ).findings;
    const whole = hours("Asia/Shanghai", ["09:00", "18:00"]);
    expect(found(whole, hours("Asia/Shanghai", ["09:00", "12:00"], ["12:00", "18:00"]))).toEqual(
      [],
    );
    expect(found(whole, hours("UTC", ["01:00", "10:00"]))).toEqual([]);
    const [finding] = found(
      whole,
      whole,
      hours("Asia/Shanghai", ["09:00", "12:00"], ["13:00", "18:30"]),
    );
    expect(finding?.groups.map(({ differingMinutes }) => differingMinutes)).toEqual([0, 180]);
    expect(explain(finding!.reasons[0]!, TOUCHPOINT_SENTENCES)).toContain(
      "Mon 09:00-12:00, Mon 13:00-18:30, Tue 09:00-12:00, Tue 13:00-18:30 (Asia/Shanghai)",
    );
    expect(found(whole, hours("UTC"))).toHaveLength(1);
  });
});

describe("time, audience and region", () => {
  it("TP-4: only what holds at the same time contradicts, half-open", () => {
    const rows = [
      says("a", eur(1), { at: day(0), until: day(2) }),
      says("b", eur(2), { at: day(2), until: day(3) }),
    ];
    expect(consistencyFindings(rows).findings).toEqual([]);
    const overlapping = [rows[0]!, { ...rows[1]!, at: day(1) }];
    expect(consistencyFindings(overlapping).findings).toMatchObject([
      { from: day(1), until: day(2) },
    ]);
  });

  it("who speaks anew takes back what was said before", () => {
    const rows = [says("a", eur(1)), says("a", eur(2), { at: day(1) }), says("b", eur(2))];
    expect(consistencyFindings(rows).findings).toMatchObject([{ from: START, until: day(1) }]);
    const elsewhere = [
      says("a", eur(1), { channel: "web" }),
      says("a", eur(2), { at: day(1), channel: "store" }),
    ];
    expect(consistencyFindings(elsewhere).findings).toMatchObject([{ from: day(1) }]);
  });

  it("a touchpoint that says two things at once contradicts itself", () => {
    expect(consistencyFindings([says("a", eur(1)), says("a", eur(2))]).findings).toHaveLength(1);
  });

  it("a change of price is two findings, each with what was said in its time", () => {
    const rows = [
      says("web", eur(10)),
      says("web", eur(12), { at: day(1) }),
      says("store", eur(11), { count: 2 }),
    ];
    expect(
      consistencyFindings(rows).findings.map(({ from, until, groups }) => [
        from,
        until,
        groups.map(({ value }) => value),
      ]),
    ).toEqual([
      [START, day(1), [eur(11), eur(10)]],
      [day(1), undefined, [eur(11), eur(12)]],
    ]);
  });

  it("one more who says the same later is no new finding", () => {
    const rows = [says("a", eur(1)), says("b", eur(2)), says("c", eur(2), { at: day(3) })];
    const { findings } = consistencyFindings(rows);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ from: START, basis: "majority", reference: eur(2) });
  });

  it("the same contradiction told to two audiences is one finding with both", () => {
    const rows = ["vip", "club"].flatMap((audience) => [
      says("a", eur(1), { audience }),
      says("b", eur(2), { audience }),
    ]);
    const { findings } = consistencyFindings(rows);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.scopes).toEqual([{ audience: "club" }, { audience: "vip" }]);
  });

  it("as of a moment only what holds then counts", () => {
    const rows = [says("a", eur(1), { until: day(2) }), says("b", eur(2))];
    const found = (moment: number) =>
      consistencyFindings(rows, { asOf: day(moment) }).findings.length;
    expect([found(-1), found(0), found(1), found(2)]).toEqual([0, 1, 1, 0]);
  });

  it("as of a moment, 10,000 touchpoints that never agreed are one finding, soon found", () => {
    const rows = Array.from({ length: 10_000 }, (_, i) =>
      says(`t${String(i)}`, eur(i + 1), { at: day(i) }),
    );
    const start = performance.now();
    const { findings } = consistencyFindings(rows, { asOf: day(20_000) });
    // Stretch by stretch it would be fifty million values.
    expect(performance.now() - start).toBeLessThan(5000);
    expect(findings.map(({ from, groups }) => [from, groups.length])).toEqual([
      [day(9999), 10_000],
    ]);
  });

  it("as of a moment, the finding is the one of all that covers it", () => {
    const rows = [
      says("a", eur(1)),
      says("b", eur(2), { at: day(1), until: day(5) }),
      says("c", eur(2), { at: day(2) }),
      says("d", eur(3), { at: day(4) }),
      says("till", eur(3), { at: day(1), basis: "delivered" }),
    ];
    const all = consistencyFindings(rows).findings;
    for (const moment of [0, 1, 2, 3, 4, 5]) {
      const covering = all.filter(
        ({ from, until }) => from <= day(moment) && (until === undefined || day(moment) < until),
      );
      const found = consistencyFindings(rows, { asOf: day(moment) }).findings;
      expect(found.map(({ kind, groups }) => [kind, groups.length])).toEqual(
        covering.map(({ kind, groups }) => [kind, groups.length]),
      );
    }
  });

  it("other audiences and regions do not contradict; everybody contradicts each", () => {
    const club = says("a", eur(1), { audience: "club" });
    const open = says("b", eur(2), { audience: "public" });
    expect(consistencyFindings([club, open]).findings).toEqual([]);
    const [finding] = consistencyFindings([club, says("b", eur(2))]).findings;
    expect(finding?.scopes).toEqual([{ audience: "club" }]);
    const north = says("a", eur(1), { region: "north" });
    expect(consistencyFindings([north, says("b", eur(2), { region: "south" })]).findings).toEqual(
      [],
    );
    const [both] = consistencyFindings([
      club,
      { ...north, touchpoint: "c", value: eur(3) },
    ]).findings;
    expect(both?.scopes).toEqual([{ audience: "club", region: "north" }]);
  });

  it("what holds for everybody is one finding, however many audiences are named", () => {
    const rows = [
      says("a", eur(1)),
      says("b", eur(2)),
      says("c", eur(1), { audience: "club", aspect: "fee" }),
      says("d", eur(1), { audience: "club", at: day(9), until: day(9.5) }),
    ];
    const { findings } = consistencyFindings(rows, { asOf: day(1) });
    expect(findings).toHaveLength(1);
    expect(findings[0]).not.toHaveProperty("scopes");
  });
});

describe("promises", () => {
  const delivered = (value: StatementValue, more: Partial<TouchpointStatement> = {}) =>
    says("courier", value, { aspect: "delivery-time", basis: "delivered", ...more });
  const promised = (value: StatementValue, more: Partial<TouchpointStatement> = {}) =>
    says("website", value, { aspect: "delivery-time", ...more });

  it("TP-4: a promise faster than what is delivered is broken, one as fast or slower is kept", () => {
    const found = (value: StatementValue) =>
      consistencyFindings([promised(value), delivered(days(2, 5))]).findings;
    const [finding] = found(days(2, 3));
    expect(finding).toMatchObject({
      kind: "broken-promise",
      basis: "delivered",
      reference: days(2, 5),
      severity: "high",
    });
    expect(explain(finding!.reasons[0]!, TOUCHPOINT_SENTENCES)).toBe(
      "website promise 2 to 3 days as the delivery-time of screen (1 statements); delivered is 2 to 5 days.",
    );
    expect([found(days(1, 5)), found(days(3, 7))]).toEqual([[], []]);
  });

  /** What became of a promise, by the codes of its reasons. */
  const became = (
    aspect: string,
    { said, given }: { readonly said: StatementValue; readonly given: StatementValue },
    changes: Partial<ConsistencyPolicy> = {},
  ) =>
    consistencyFindings(
      [promised(said, { aspect }), delivered(given, { aspect })],
      withPolicy(changes),
    ).findings.flatMap(({ reasons }) => codesOf(reasons));

  it("more days to return than said are kept, fewer are not; `same` must be the same", () => {
    const found = (aspect: string, given: number) =>
      became(
        aspect,
        { said: days(30), given: days(given) },
        { better: { size: "same", returns: "higher" } },
      );
    const broken = ["promise-not-kept"];
    expect([found("returns", 31), found("returns", 29)]).toEqual([[], broken]);
    expect([found("size", 31), found("size", 29), found("size", 30)]).toEqual([broken, broken, []]);
  });

  it("where nobody has said what is better, more than promised is not called broken", () => {
    const open = ["promise-without-direction"];
    expect(became("trial-days", { said: days(30), given: days(60) })).toEqual(open);
    expect(became("trial-days", { said: days(30), given: days(20) })).toEqual(open);
    expect(became("fee", { said: eur(5), given: eur(4) })).toEqual(open);
    expect(became("fee", { said: eur(5), given: eur(5) })).toEqual([]);
    // Kept, or broken, either way.
    expect(became("trial-days", { said: days(10, 40), given: days(20, 30) })).toEqual([]);
    expect(became("trial-days", { said: days(20, 30), given: days(10, 40) })).toEqual([
      "promise-not-kept",
    ]);
    expect(became("wrap", { said: word("gift"), given: word("none") })).toEqual([
      "promise-not-kept",
    ]);
  });

  it("a price charged above the one said is a broken promise, one below is none", () => {
    const found = (amount: number) =>
      consistencyFindings(
        [says("a", eur(100)), says("till", eur(amount), { basis: "delivered" })],
        withPolicy({ priceToleranceShare: 0.05 }),
      ).findings.map(({ kind }) => kind);
    expect([found(106), found(105), found(90)]).toEqual([["broken-promise"], [], []]);
  });

  it("what cannot be compared says so", () => {
    const hours: StatementValue = { kind: "quantity", amount: 48, unit: "hours" };
    const [finding] = consistencyFindings([promised(days(2)), delivered(hours)]).findings;
    expect(codesOf(finding!.reasons)).toEqual(["promise-not-comparable"]);
    const text = consistencyFindings([promised(days(2)), delivered(word("soon"))]);
    expect(codesOf(text.findings[0]!.reasons)).toEqual(["promise-not-comparable"]);
  });

  it("what was delivered is held against promises of its time only, and is no contradiction itself", () => {
    const rows = [promised(days(2), { until: day(1) }), delivered(days(5), { at: day(1) })];
    expect(consistencyFindings(rows).findings).toEqual([]);
    expect(consistencyFindings([delivered(days(1)), delivered(days(5))]).findings).toEqual([]);
  });
});

describe("silence", () => {
  it("TP-4: a touchpoint that says nothing of what customers ask there is listed, the most asked first", () => {
    const asked = [
      { touchpoint: "store", subject: "screen", asks: 4 },
      { touchpoint: "hotline", subject: "screen", asks: 3 },
      { touchpoint: "hotline", subject: "screen", asks: 2 },
      { touchpoint: "hotline", subject: "radio", asks: 9 },
      { touchpoint: "club", subject: "screen", asks: 0 },
    ];
    const { missing } = consistencyFindings([says("store", eur(1))], { asked });
    expect(
      missing.map(({ touchpoint, subject, asks, saidAt }) => [touchpoint, subject, asks, saidAt]),
    ).toEqual([
      ["hotline", "radio", 9, []],
      ["hotline", "screen", 5, ["store"]],
    ]);
    expect(codesOf(missing[0]!.reasons)).toEqual(["asked-and-not-said"]);
  });

  it("what was delivered says nothing, and neither does what no longer holds", () => {
    const asked = [{ touchpoint: "store", subject: "screen", asks: 1 }];
    const given = says("store", eur(1), { basis: "delivered" });
    expect(consistencyFindings([given], { asked }).missing).toHaveLength(1);
    const past = says("store", eur(1), { until: day(1) });
    expect(consistencyFindings([past], { asked }).missing).toHaveLength(0);
    expect(consistencyFindings([past], { asked, asOf: day(1) }).missing).toHaveLength(1);
  });

  it.each([-1, 1.5, Number.NaN])("%s asks are refused", (asks) => {
    const asked = [{ touchpoint: "store", subject: "screen", asks }];
    expect(() => consistencyFindings([], { asked })).toThrow(RangeError);
  });
});

describe("any statements", () => {
  const AUDIENCES = ["club", "public"] as const;
  const anyStatement: fc.Arbitrary<TouchpointStatement> = fc
    .record({
      touchpoint: fc.constantFrom("a", "b", "c"),
      aspect: fc.constantFrom("tone", "__proto__"),
      value: fc.constantFrom("x", "y", "z").map(word),
      at: fc.integer({ min: 0, max: 5 }),
      length: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      audience: fc.option(fc.constantFrom(...AUDIENCES), { nil: undefined }),
      count: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      evidence: fc.option(fc.constantFrom("page", "call"), { nil: undefined }),
    })
    .map(({ touchpoint, aspect, value, at, length, audience, count, evidence }) =>
      says(touchpoint, value, {
        aspect,
        at: day(at),
        ...(length !== undefined && { until: day(at + length) }),
        ...(audience !== undefined && { audience }),
        ...(count !== undefined && { count }),
        ...(evidence !== undefined && { evidence }),
      }),
    );
  const anyStatements = fc.array(anyStatement, { maxLength: 14 });

  /** What holds at a moment for an audience, told row by row. */
  function saidAt(
    rows: readonly TouchpointStatement[],
    { aspect, moment, audience }: { aspect: string; moment: number; audience?: string },
  ): string[] {
    const texts = rows
      .filter((row) => row.aspect === aspect)
      .filter((row) => row.audience === undefined || row.audience === audience)
      .filter((row) => {
        const anew = rows.some(
          (other) =>
            other.aspect === aspect &&
            other.touchpoint === row.touchpoint &&
            other.audience === row.audience &&
            other.at > row.at &&
            other.at <= day(moment),
        );
        const until = row.until;
        return row.at <= day(moment) && (until === undefined ? !anew : day(moment) < until);
      })
      .map(({ value }) => JSON.stringify(value));
    return [...new Set(texts)].toSorted();
  }

  it("TP-4: at every moment and for everybody, a finding lists exactly what is said differently", () => {
    fc.assert(
      fc.property(anyStatements, (rows) => {
        const { findings } = consistencyFindings(rows);
        for (const aspect of ["tone", "__proto__"]) {
          for (const audience of [undefined, ...AUDIENCES]) {
            for (let moment = 0; moment < 10; moment += 1) {
              const scope = { aspect, moment, ...(audience !== undefined && { audience }) };
              const values = saidAt(rows, scope);
              const covering = findings.filter(
                (one) =>
                  one.aspect === aspect &&
                  one.from <= day(moment) &&
                  (one.until === undefined || day(moment) < one.until) &&
                  (one.scopes?.some((where) => where.audience === audience) ?? true),
              );
              const listed = covering.map(({ groups }) =>
                groups.map(({ value }) => JSON.stringify(value)).toSorted(),
              );
              if (values.length > 1) expect(listed).toContainEqual(values);
              else expect(listed).toEqual([]);
            }
          }
        }
      }),
    );
  });

  it("the order of the rows does not count", () => {
    fc.assert(
      fc.property(anyStatements, fc.nat(), (rows, turn) => {
        const shift = rows.length === 0 ? 0 : turn % rows.length;
        const turned = [...rows.slice(shift), ...rows.slice(0, shift)].toReversed();
        expect(consistencyFindings(turned)).toEqual(consistencyFindings(rows));
      }),
    );
  });

  it("equal rows add up: said twice counts twice and changes nothing else", () => {
    fc.assert(
      fc.property(anyStatements, (rows) => {
        const once = consistencyFindings(rows);
        const twice = consistencyFindings([...rows, ...rows]);
        const counted = consistencyFindings(
          rows.map((row) => ({ ...row, count: 2 * (row.count ?? 1) })),
        );
        expect(twice).toEqual(counted);
        expect(shape(twice)).toEqual(shape(once));
        expect(twice.statements).toBe(2 * once.statements);
      }),
    );
  });

  it("every reason can be put into words", () => {
    fc.assert(
      fc.property(anyStatements, (rows) => {
        for (const { reasons } of consistencyFindings(rows).findings) {
          expect(codesOf(reasons).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("bad input", () => {
  it.each([
    [{ subject: "" }, "subject"],
    [{ touchpoint: 3 }, "touchpoint"],
    [{ audience: "" }, "audience"],
    [{ at: "2026-02-30T00:00:00.000Z" }, "at"],
    [{ until: START }, "until"],
    [{ basis: "rumoured" }, "basis"],
    [{ count: 0 }, "count"],
    [{ count: 1.5 }, "count"],
    [{ value: undefined }, "value"],
    [{ value: { kind: "money", money: { amount: 0.5, currency: "EUR" } } }, "value"],
    [{ value: { kind: "money", money: { amount: 1, currency: "GOLD" } } }, "value"],
    [{ value: { kind: "quantity", amount: Number.NaN, unit: "days" } }, "value"],
    [{ value: { kind: "range", min: 3, max: 2, unit: "days" } }, "value"],
    [{ value: { kind: "range", min: 1, max: 2, unit: "" } }, "value"],
    [{ value: { kind: "category", category: "" } }, "value"],
    [{ value: { kind: "hours", hours: { zone: "Mars/Base", windows: [] } } }, "value"],
  ])("case %#: a row that cannot be compared is handed back and fails nothing", (changes, path) => {
    const bad = { ...says("c", eur(3)), ...changes } as TouchpointStatement;
    const { findings, rejected, statements } = consistencyFindings([
      says("a", eur(1)),
      bad,
      says("b", eur(2)),
    ]);
    expect([findings.length, statements]).toEqual([1, 2]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ index: 1, row: bad });
    expect(rejected[0]?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it("what no message can be made of is handed back, whatever field it stands in", () => {
    const good = [says("a", eur(1)), says("b", eur(2))];
    for (const hostile of hostileValues()) {
      const rows: unknown[] = [
        "subject",
        "aspect",
        "touchpoint",
        "channel",
        "evidence",
        "at",
        "until",
        "basis",
        "count",
        "value",
      ].map((field) => ({ ...says("c", eur(3)), [field]: hostile }));
      for (const value of [
        { kind: hostile },
        { kind: "money", money: hostile },
        { kind: "money", money: { amount: hostile, currency: "EUR" } },
        { kind: "quantity", amount: hostile, unit: "days" },
        { kind: "quantity", amount: 1, unit: hostile },
        { kind: "range", min: hostile, max: hostile, unit: "days" },
        { kind: "hours", hours: hostile },
        { kind: "hours" },
        { kind: "hours", hours: { zone: hostile, windows: [] } },
        { kind: "hours", hours: { zone: "UTC", windows: [hostile] } },
        { kind: "category", category: hostile },
      ]) {
        rows.push({ ...says("c", eur(3)), value });
      }
      rows.push({ ...says("c", eur(3)), at: hostile, until: day(1) });
      const all = [...good, ...rows] as TouchpointStatement[];
      const { rejected, findings, statements } = consistencyFindings(all);
      expect([rejected.length, findings.length, statements]).toEqual([rows.length, 1, 2]);
    }
  });

  it("what was found is written as it is, or by its kind", () => {
    const messages = [1n, "x", -0.5, undefined, null, [], {}, Symbol("s"), () => 1, true].map(
      (count) =>
        consistencyFindings([{ ...says("c", eur(3)), subject: count } as never]).rejected[0]
          ?.issues[0]?.message ?? "none",
    );
    expect(messages.map((message) => message.split("got ")[1] ?? message)).toEqual([
      "1n",
      "none",
      "-0.5",
      "undefined",
      "null",
      "a list",
      "an object",
      "a symbol",
      "a function",
      "true",
    ]);
  });

  it("what is no object is handed back, and nothing said is nothing found", () => {
    expect(consistencyFindings([null as unknown as TouchpointStatement]).rejected).toHaveLength(1);
    expect(consistencyFindings([])).toEqual({
      statements: 0,
      findings: [],
      missing: [],
      rejected: [],
    });
  });

  it.each([
    { priceToleranceShare: 1 },
    { priceToleranceShare: -0.1 },
    { minimumAsks: 0 },
    { rates: [{ from: "EUR", to: "EUR", rate: { numerator: 1, denominator: 1 } }] },
    { rates: [{ from: "EUR", to: "CNY", rate: { numerator: 0, denominator: 1 } }] },
  ] as Partial<ConsistencyPolicy>[])("the policy %o is refused", (changes) => {
    expect(() => consistencyFindings([], withPolicy(changes))).toThrow(RangeError);
  });

  it("a moment that is none is refused", () => {
    expect(() => consistencyFindings([], { asOf: "2026-02-01" as typeof START })).toThrow("asOf");
    expect(() => consistencyFindings([], { asOf: 1n as never })).toThrow(RangeError);
  });
});
