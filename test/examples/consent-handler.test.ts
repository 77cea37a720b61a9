import { DEFAULT_CONTACT_POLICY } from "goodwill/customer";
import { instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { handleConsent, main, memoryStore } from "../../examples/recipes/consent-handler.js";

const ann = {
  id: "C-1",
  kind: "person",
  name: "Ann",
  contactPoints: [{ id: "e1", channel: "email", address: "ann@example.com" }],
  consents: [],
};

function host(hours = 0) {
  const now = () => instant(`2026-02-13T${String(9 + hours).padStart(2, "0")}:30:00Z`);
  return { store: memoryStore([ann]), policy: DEFAULT_CONTACT_POLICY, now };
}

function post(body: string): Request {
  return new Request("http://localhost/consent", { method: "POST", body });
}

describe("the recipe of consent checks in an HTTP handler", () => {
  it("plays its dialogue: no, asked, confirmed, yes, withdrawn, no", async () => {
    const lines: string[] = [];
    await main((line) => lines.push(line));
    const answers = lines.filter((line) => line.startsWith("  "));
    expect(answers.map((line) => Number(line.slice(2, 5)))).toEqual([
      200, 200, 409, 201, 200, 201, 200, 201, 200, 409, 400, 404,
    ]);
    const bodies = answers.map((line) => JSON.parse(line.slice(6)) as Record<string, unknown>);
    expect([0, 1, 4, 6, 8].map((i) => bodies[i]?.["allowed"])).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(bodies[6]).toMatchObject({ contactPoint: "e1", basis: "consent" });
    expect(bodies[10]?.["faults"]).toMatchObject([{ path: "channel" }, { path: "evidence" }]);
  });

  it("without double opt-in a grant counts at once, and a second request sees it", async () => {
    const one = host();
    const word = { customer: "C-1", purpose: "news", channel: "email", evidence: "form" };
    const body = JSON.stringify({ ...word, action: "grant" });
    expect((await handleConsent(post(body), one)).status).toBe(201);
    const url = "http://localhost/may-contact?customer=C-1&purpose=news&channel=email";
    expect(await (await handleConsent(new Request(url), one)).json()).toMatchObject({
      allowed: true,
    });
    expect(one.store.find(ann.id as never)?.consents).toEqual([
      {
        purpose: "news",
        channel: "email",
        evidence: "form",
        state: "granted",
        at: "2026-02-13T09:30:00.000Z",
        source: "web",
      },
    ]);
  });

  it.each([
    ["not JSON", 400],
    ["{}", 400],
    [
      '{"customer":"C-1","purpose":"news","channel":"email","action":"grant","evidence":"f","at":"now"}',
      400,
    ],
    ['{"customer":"C-2","purpose":"news","channel":"email","action":"grant","evidence":"f"}', 404],
    [
      '{"customer":"C-1","purpose":"news","channel":"email","action":"grant","evidence":"f","contactPoint":"e9"}',
      422,
    ],
  ])("a word that cannot be taken changes nothing: %s", async (body, status) => {
    const one = host();
    const response = await handleConsent(post(body), one);
    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty("error");
    expect(one.store.find(ann.id as never)?.consents).toEqual([]);
  });

  it("another route is not found", async () => {
    expect((await handleConsent(new Request("http://localhost/"), host())).status).toBe(404);
  });
});
