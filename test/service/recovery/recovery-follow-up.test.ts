import { DEFAULT_FOLLOW_UP_POLICY, recoveryFollowUp, SERVICE_SENTENCES } from "goodwill/service";
import type { FollowUpContact, FollowUpStanding } from "goodwill/service";
import { explain, instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";

const RECOVERED = instant("2026-03-02T10:00:00Z");

function standing(
  contacts: readonly (readonly [string, string])[],
  asOf: string,
): FollowUpStanding {
  const said = { s: "satisfied", d: "dissatisfied", n: "not-reached" } as const;
  const rows = contacts.map(([at, outcome]): FollowUpContact => ({
    at: instant(`2026-03-${at}:00Z`),
    outcome: said[outcome as keyof typeof said],
  }));
  return recoveryFollowUp(
    { recoveredAt: RECOVERED, contacts: rows },
    { asOf: instant(`2026-03-${asOf}:00Z`) },
  );
}

describe("SRV-5: follow-up until satisfied", () => {
  test("SRV-5: first after two days; due exactly now is not overdue", () => {
    expect(standing([], "04T10:00")).toEqual({
      state: "due",
      at: "2026-03-04T10:00:00.000Z",
      overdue: false,
      contacts: 0,
      reason: { code: "recovery-follow-up-first", params: { hours: 48 } },
    });
    expect(standing([], "04T10:01")).toMatchObject({ overdue: true });
  });

  test("SRV-5: again after a dissatisfied answer, sooner after nobody was reached", () => {
    expect(standing([["04T10:00", "d"]], "05T00:00")).toMatchObject({
      at: "2026-03-07T10:00:00.000Z",
      reason: { code: "recovery-follow-up-again" },
    });
    expect(standing([["04T10:00", "n"]], "05T00:00")).toMatchObject({
      at: "2026-03-05T10:00:00.000Z",
      reason: { code: "recovery-follow-up-retry" },
    });
  });

  test("SRV-5: it ends with a satisfied answer, in whatever order the contacts are given", () => {
    const contacts = [
      ["07T10:00", "s"],
      ["04T10:00", "d"],
    ] as const;
    expect(standing(contacts, "09T00:00")).toEqual({
      state: "satisfied",
      at: "2026-03-07T10:00:00.000Z",
      contacts: 2,
    });
  });

  test("SRV-5: a satisfied answer that is taken back does not end it; silence after it does", () => {
    const back = [
      ["04T10:00", "s"],
      ["06T10:00", "d"],
    ] as const;
    expect(standing(back, "06T11:00").state).toBe("due");
    const silence = [
      ["04T10:00", "s"],
      ["06T10:00", "n"],
    ] as const;
    expect(standing(silence, "06T11:00").state).toBe("satisfied");
  });

  test("SRV-5: it escalates with the second dissatisfied answer", () => {
    const contacts = [
      ["04T10:00", "d"],
      ["05T10:00", "n"],
      ["07T10:00", "d"],
    ] as const;
    const found = standing(contacts, "08T00:00");
    expect(found).toMatchObject({
      state: "escalate",
      to: "head-of-service",
      at: "2026-03-07T10:00:00.000Z",
      reason: { code: "recovery-follow-up-dissatisfied", params: { times: 2 } },
    });
    expect(found.state === "escalate" && explain(found.reason, SERVICE_SENTENCES)).toBe(
      "Dissatisfied answers: 2; head-of-service takes it up.",
    );
  });

  test("SRV-5: it escalates with the third contact in a row that reaches nobody", () => {
    const contacts = [
      ["04T10:00", "n"],
      ["05T10:00", "d"],
      ["06T10:00", "n"],
      ["07T10:00", "n"],
    ] as const;
    expect(standing(contacts, "07T11:00").state).toBe("due");
    const more = [...contacts, ["08T10:00", "n"] as const];
    expect(standing(more, "08T11:00")).toMatchObject({
      state: "escalate",
      reason: { code: "recovery-follow-up-not-reached", params: { times: 3 } },
    });
  });

  test("SRV-5: it tells the contact with which the limit was reached, also after more of them", () => {
    const answers = [
      ["04T10:00", "d"],
      ["05T10:00", "d"],
      ["06T10:00", "n"],
    ] as const;
    expect(standing(answers, "08T00:00")).toMatchObject({
      state: "escalate",
      at: "2026-03-05T10:00:00.000Z",
      contacts: 3,
    });
    const silence = ["04", "05", "06", "07"].map((day) => [`${day}T10:00`, "n"] as const);
    expect(standing(silence, "08T00:00")).toMatchObject({
      state: "escalate",
      at: "2026-03-06T10:00:00.000Z",
      reason: { params: { times: 4 } },
    });
  });

  test("SRV-5: contacts to come do not count; one before the remedy is refused", () => {
    expect(standing([["04T10:00", "s"]], "04T09:00").state).toBe("due");
    expect(() => standing([["01T10:00", "s"]], "04T09:00")).toThrow(
      "a contact must not be before the remedy, got 2026-03-01T10:00:00.000Z",
    );
  });

  test.each([
    [{ againAfterHours: 0 }, "againAfterHours must be hours above 0 and up to 8784, got 0"],
    [{ dissatisfiedLimit: 0 }, "dissatisfiedLimit must be a whole number of at least 1, got 0"],
  ])("SRV-5: a policy with %j is refused", (more, message) => {
    const policy = { ...DEFAULT_FOLLOW_UP_POLICY, ...more };
    const facts = { recoveredAt: RECOVERED, contacts: [] };
    expect(() => recoveryFollowUp(facts, { asOf: RECOVERED, policy })).toThrow(message);
  });
});
