import ICAL from "ical.js";
import { instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { main as approvalFlow } from "../../examples/recipes/care-approval-flow.js";
import { main as greetings } from "../../examples/recipes/care-bilingual-greetings.js";
import { autumnPlan, feeds, main as icsFeed } from "../../examples/recipes/care-ics-feed.js";
import {
  ACTIONS,
  careQueue,
  factsOf,
  main as nightlyJob,
  POLICY,
} from "../../examples/recipes/care-nightly-job.js";

describe("the nightly job of care", () => {
  const END = instant("2026-03-04T00:00:00Z");

  function host(send: () => void = () => undefined) {
    return { policy: POLICY, attempts: 3, retryMinutes: 10, factsOf, send };
  }

  test("CARE-6: consent gone is blocked for good, quiet hours put off, a complaint waits until it is too late", () => {
    const lines = nightlyJob().split("\n");
    expect(lines[0]).toBe("Put in again: 0 new jobs.");
    expect(lines.slice(1).map((line) => line.split(/[.] /)[0])).toEqual([
      "2026-03-02T01:00 p/ann: done.",
      "2026-03-02T01:00 p/bo: blocked",
      "2026-03-02T01:00 p/cy: waits until 2026-03-03T01:00",
      "2026-03-02T01:00 p/di: waits until 2026-03-02T01:10",
      "2026-03-02T01:10 p/di: done.",
      // 22:00 in Shanghai is quiet until 08:00, and the policy defers by an hour.
      "2026-03-02T14:00 p/eve: waits until 2026-03-03T00:00",
      "2026-03-03T00:00 p/eve: done.",
      "2026-03-03T01:00 p/cy: expired",
    ]);
    expect(lines[2]).toContain("Consent to care by sms was withdrawn at 2026-03-01T20:00");
  });

  test("an action put in twice is sent once, also after it was done", () => {
    const keys: string[] = [];
    const queue = careQueue({ ...host(), send: (key) => keys.push(key) });
    const [ann] = ACTIONS;
    expect([queue.add(ann!), queue.add(ann!)]).toEqual([true, false]);
    queue.runUntil(END);
    expect(queue.add(ann!)).toBe(false);
    queue.runUntil(END);
    expect(keys).toEqual(["p/ann"]);
  });

  test("a sender that fails is tried three times, and then the action has failed", () => {
    let tries = 0;
    const queue = careQueue(
      host(() => {
        tries += 1;
        throw new Error("down");
      }),
    );
    queue.add(ACTIONS[0]!);
    queue.runUntil(END);
    expect([tries, queue.ended.get("p/ann")]).toEqual([
      3,
      { outcome: "failed", at: "2026-03-02T01:20:00.000Z", why: ["down"] },
    ]);
  });

  test("what was sent is past care, with its cost once, and counts for the caps of what follows", () => {
    const queue = careQueue(host());
    const ann = { ...ACTIONS[0]!, occasionKeys: ["birthday/2026", "anniversary/2026"] };
    queue.add(ann);
    queue.add({ ...ann, id: "p/ann/second", at: instant("2026-03-02T02:00:00Z") });
    queue.runUntil(END);
    const given = queue.pastCare.get(ann.customer) ?? [];
    expect(given.map(({ occasionKeys, cost }) => [occasionKeys, cost?.amount])).toEqual([
      [["birthday/2026", "anniversary/2026"], 10],
    ]);
    // One contact a day: the second has until 09:00 of the next day, and then its time is over.
    expect(queue.ended.get("p/ann/second")?.outcome).toBe("expired");
    expect(queue.feedback.map(({ action, cost }) => [action, cost?.amount])).toEqual([
      ["p/ann", 10],
      ["p/ann/second", 0],
    ]);
  });
});

describe("the approval of a plan of care", () => {
  const LINES = approvalFlow().split("\n");

  test("CARE-2: nobody approves their own plan, a limit holds, the difference is approved by itself", () => {
    const refused = LINES.filter((line) => line.includes(" is refused, "));
    expect(refused.map((line) => line.replace(/ \{.*/, ""))).toEqual([
      "2026-09-01 ann: submit is refused, not-complete",
      "2026-09-05 ann: approve is refused, own-plan",
      "2026-09-05 team-leader: approve is refused, above-limit",
      "2026-09-22 nightly-job: action-due is refused, action-rests",
      "2026-09-30 manager: close is refused, not-allowed-now",
    ]);
    // Three gifts of 300 yuan, and 200 more for one; 300 are freed where one is blocked.
    expect(LINES).toContain("2026-09-10 ann: change: running, 900 yuan committed, a change waits");
    expect(LINES).toContain("2026-09-22 team-leader: approve-change: running, 1100 yuan committed");
    expect(LINES.at(-1)).toBe("2026-09-30 manager: close: closed, 800 yuan committed");
  });
});

describe("the calendar feed of care", () => {
  function events(text: string) {
    return new ICAL.Component(ICAL.parse(text) as never)
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event));
  }

  test("CARE: each owner has a feed of their own, read back whole, lunar days on their Gregorian day", () => {
    const all = feeds(autumnPlan());
    expect([...all.keys()]).toEqual(["ann", "bo"]);
    const seen = events(all.get("ann")!).map((event) => [
      event.startDate.toString(),
      event.summary,
    ]);
    // 2026: the eighth month of the Chinese year begins on 11 September; its 15th day, 25 September, is Mid-Autumn.
    expect(seen).toEqual([
      ["2026-09-18", "cake, birthday: Lin Mei"],
      ["2026-09-18", "moon cakes, Mid-Autumn Festival: Lin Mei"],
      ["2026-09-03", "cake, birthday: Wu Jun"],
      ["2026-09-18", "moon cakes, Mid-Autumn Festival: Wu Jun"],
    ]);
    expect(events(all.get("bo")!)).toHaveLength(2);
  });

  test("the same plan gives the same feed, and every event says why and has a name of its own", () => {
    expect(icsFeed()).toBe(feeds(autumnPlan()).get("ann"));
    const found = events(icsFeed());
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length);
    expect(found[0]?.description).toContain("Birthday (chinese --08-10)");
  });
});

describe("the bilingual greetings", () => {
  test("each is greeted in their language on the day of their calendar, and what lacks a value is listed", () => {
    const lines = greetings().split("\n");
    expect(lines.map((line) => line.slice(0, 10))).toEqual([
      "2026-09-21",
      "2026-09-24",
      "2026-09-25",
      "2026-09-26",
      "2026-09-27",
    ]);
    expect(lines[0]).toMatch(/: Dear Ann Hill, happy birthday! .* Lanhai \(gsm-7, 1\)$/);
    expect(lines[1]).toMatch(/尊敬的王军：.*\(ucs-2, 1\)$/);
    // The 15th of the eighth month, which is Mid-Autumn.
    expect(lines[2]).toMatch(/^2026-09-25 林梅: 【蓝海】尊敬的林梅/);
    expect(lines[3]).toBe("2026-09-26 马丽: not sent, shop-birthday-zh: missing-value (shop)");
    expect(lines[4]).toContain("观前街店");
  });
});
