import { consentTimelineChart } from "goodwill/chart";
import { consentTimeline } from "goodwill/customer";
import { instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { plotOf, rowsOf, titleOf } from "../drawing.js";
import { AS_OF, span, SPANS } from "./samples.js";

const OPTIONS = { asOf: AS_OF, width: 640 };

const WORD = { purpose: "newsletter", channel: "email", evidence: "form 3" } as const;

const GRANT = { ...WORD, state: "granted" } as const;

describe("CUS-6: consents over time", () => {
  it("says for how many consent stands at the moment asked about, and how each came to it", () => {
    const chart = consentTimelineChart(SPANS, { ...OPTIONS, labels: { sms: "短信" } });
    expect(titleOf(chart)).toBe("Consent stands for 2 of 4 on 2026-02-13");
    expect(chart.description).toContain(
      "newsletter, email pending from 2024-03-10 09:00 until 2024-03-12 18:20 (form 3), granted from 2024-03-12 18:20 until 2025-07-01 00:00 (form 3), withdrawn from 2025-07-01 00:00 on (form 3); birthday greeting, 短信 granted",
    );
    const now = rowsOf(chart, "text").filter(({ x }) => x === 610);
    expect(now.map(({ text }) => text)).toEqual(["withdrawn", "granted", "granted", "pending"]);
  });

  it("bars are half-open: one ends where the next begins, the last at the moment asked about", () => {
    const chart = consentTimelineChart(SPANS.slice(0, 3), OPTIONS);
    const bars = rowsOf(chart, "rect").toSorted((a, b) => Number(a["x"]) - Number(b["x"]));
    expect(bars.map(({ tone }) => tone)).toEqual(["neutral", "good", "bad"]);
    expect(bars[1]!["x2"]).toBe(bars[2]!["x"]);
    expect(bars[2]!["x2"]).toBe(616);
    const days = (text: string): number => Date.parse(text) / 86_400_000;
    const [from, to] = [days("2024-03-10T09:00:00Z"), days(AS_OF)];
    const share = (days("2025-07-01T00:00:00Z") - from) / (to - from);
    expect(bars[2]!["x"]).toBeCloseTo(616 * share, 1);
  });

  it("as of an earlier day what came later is not known", () => {
    const asOf = instant("2025-03-01T00:00:00Z");
    const chart = consentTimelineChart(SPANS, { ...OPTIONS, asOf });
    expect(titleOf(chart)).toBe("Consent stands for 1 of 2 on 2025-03-01");
    expect(chart.description).toContain("granted from 2024-03-12 18:20 on (form 3); birthday");
    const atEnd = consentTimelineChart(SPANS, {
      ...OPTIONS,
      asOf: instant("2025-07-01T00:00:00Z"),
    });
    expect(atEnd.description).toContain(
      "granted from 2024-03-12 18:20 until 2025-07-01 00:00 (form 3), withdrawn from 2025-07-01 00:00 on",
    );
  });

  it("a state of a few minutes is still seen", () => {
    const asked = span("2024-03-12T18:15:00Z", "2024-03-12T18:20:00Z", {
      ...WORD,
      state: "pending",
    });
    const chart = consentTimelineChart([asked, SPANS[1]!], OPTIONS);
    const [pending] = rowsOf(chart, "rect").filter(({ tone }) => tone === "neutral");
    expect(Number(pending!["x2"]) - Number(pending!["x"])).toBeGreaterThanOrEqual(2);
  });

  it("one contact point has a lane of its own", () => {
    const both = [
      span("2026-01-01T00:00:00Z", undefined, { ...WORD, state: "granted" }),
      span("2026-01-01T00:00:00Z", undefined, { ...WORD, contactPoint: "e1", state: "withdrawn" }),
    ];
    expect(titleOf(consentTimelineChart(both, OPTIONS))).toBe(
      "Consent stands for 1 of 2 on 2026-02-13",
    );
  });

  it("takes the timeline of a customer; what lapsed is hollow", () => {
    const consents = [
      {
        ...{ ...GRANT, at: instant("2025-01-10T09:00:00Z") },
        expires: instant("2025-07-01T00:00:00Z"),
      },
    ];
    const chart = consentTimelineChart(consentTimeline({ consents }, { asOf: AS_OF }), OPTIONS);
    expect(titleOf(chart)).toBe("Consent stands for 0 of 1 on 2026-02-13");
    const hollow = plotOf(chart).layer.filter(({ mark }) => mark.stroke !== undefined);
    expect(hollow.flatMap(({ data }) => data.values.map(({ sentence }) => sentence))).toEqual([
      "newsletter, email: expired from 2025-07-01 00:00 on (form 3)",
    ]);
  });

  it("without spans it says so, and a moment that is no instant is refused", () => {
    expect(titleOf(consentTimelineChart([], OPTIONS))).toBe(
      "No consent is recorded up to 2026-02-13",
    );
    const asOf = "2026-02-13" as typeof AS_OF;
    expect(() => consentTimelineChart(SPANS, { asOf })).toThrow(RangeError);
  });
});
