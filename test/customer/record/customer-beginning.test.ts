import { precedesCustomer } from "goodwill/customer";
import { instant, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";

describe("a moment before the customer existed", () => {
  const since = plainDate("2026-02-13");
  const precedes = (at: string, zone?: string): boolean =>
    precedesCustomer(instant(at), {
      since,
      ...(zone !== undefined && { timeZone: timeZone(zone) }),
    });

  it("lies before the first day on the customer's own calendar", () => {
    expect(precedes("2026-02-12T15:59:59.999Z", "Asia/Shanghai")).toBe(true);
    expect(precedes("2026-02-12T16:00:00.000Z", "Asia/Shanghai")).toBe(false);
    expect(precedes("2026-02-13T04:59:59.999Z", "America/New_York")).toBe(true);
    expect(precedes("2026-02-13T05:00:00.000Z", "America/New_York")).toBe(false);
  });

  it("without a zone must lie before the day has begun anywhere", () => {
    expect(precedes("2026-02-12T09:59:59.999Z")).toBe(true);
    expect(precedes("2026-02-12T10:00:00.000Z")).toBe(false);
    expect(precedes("2026-02-12T10:00:00.000Z", "Pacific/Kiritimati")).toBe(false);
  });

  it("cannot be told where it is not known when the customer began", () => {
    expect(precedesCustomer(instant("0000-01-01T00:00:00Z"), {})).toBe(false);
  });

  it("is told at the ends of time, too, so that no row can fail a batch", () => {
    const zone = timeZone("America/New_York");
    const first = plainDate("0000-01-01");
    expect(
      precedesCustomer(instant("0000-01-01T00:00:00Z"), { since: first, timeZone: zone }),
    ).toBe(true);
    expect(precedesCustomer(instant("0000-01-01T00:00:00Z"), { since: first })).toBe(false);
    expect(
      precedesCustomer(instant("9999-12-31T23:59:59Z"), {
        since,
        timeZone: timeZone("Asia/Shanghai"),
      }),
    ).toBe(false);
  });
});
