import fc from "fast-check";
import { money } from "goodwill/shared";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { CAMPAIGN_DONTS } from "../../../src/care/campaign/campaign-check.js";
import type { CampaignDont } from "../../../src/care/campaign/campaign-check.js";
import { DEFAULT_CLAIM_RULES } from "../../../src/care/campaign/campaign-claims.js";
import type { ClaimRule } from "../../../src/care/campaign/campaign-claims.js";
import { DEFAULT_CAMPAIGN_POLICY } from "../../../src/care/campaign/campaign-policy.js";
import type { CampaignPolicy } from "../../../src/care/campaign/campaign-policy.js";
import type {
  Campaign,
  CampaignMessage,
  CampaignService,
} from "../../../src/care/campaign/campaign.js";
import { lintCampaign } from "../../../src/care/campaign/lint-campaign.js";
import {
  campaignMessageSchema,
  campaignPolicySchema,
  campaignSchema,
  claimRuleSchema,
} from "../../../src/care/campaign/schema.js";

const clean: CampaignMessage = {
  id: "m1",
  language: "en-GB",
  channel: "email",
  subject: "New teas",
  text: "Our spring teas are here: https://example.com/tea.",
  attachments: [],
  links: [{ url: "https://example.com/tea", status: 200 }],
};

const service: CampaignService = {
  enquiries: { answeredHours: [2, 24] },
  orders: { answeredHours: [0.1, 1] },
  payments: { answeredHours: [0.5] },
  complaintsUnanswered: 0,
  refundsUnanswered: 0,
  printRequestsUnanswered: 0,
};

/** A campaign that keeps clear of all eight, with what a test wants otherwise. */
function campaign(other: Partial<Campaign> = {}): Campaign {
  return { id: "spring", messages: [clean], charges: [], service, ...other };
}

const withMessage = (other: Partial<CampaignMessage>) =>
  campaign({ messages: [{ ...clean, ...other }] });
const withService = (other: Partial<CampaignService>) =>
  campaign({ service: { ...service, ...other } });

/** The outcome of one don't and its findings. */
function checkOf(dont: CampaignDont, of: Campaign, policy?: CampaignPolicy) {
  const report = lintCampaign(of, policy === undefined ? {} : { policy });
  return report.checks.find((one) => one.dont === dont)!;
}

/** The don'ts with another outcome than passed. */
const notPassed = (of: Campaign) =>
  lintCampaign(of).checks.flatMap(({ dont, outcome }) =>
    outcome === "passed" ? [] : [[dont, outcome]],
  );

describe("the eight don'ts", () => {
  test("PRO-8: there are eight, each checked once and in order", () => {
    expect(CAMPAIGN_DONTS).toHaveLength(8);
    expect(new Set(CAMPAIGN_DONTS).size).toBe(8);
    const { checks } = lintCampaign(campaign());
    expect(checks.map(({ dont }) => dont)).toEqual(CAMPAIGN_DONTS);
  });

  test("PRO-8: a campaign with every fact and no fault passes", () => {
    const { outcome, checks } = lintCampaign(campaign());
    expect(outcome).toBe("passed");
    expect(checks.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test.each<[CampaignDont, Campaign]>([
    ["charged-for-email", campaign({ charges: [charge("email", 1)] })],
    ["exaggerated-claim", withMessage({ text: "A miracle." })],
    ["slow-reply", withService({ enquiries: { answeredHours: [24.01] } })],
    ["slow-confirmation", withService({ orders: { answeredHours: [1.01] } })],
    ["slow-confirmation", withService({ payments: { answeredHours: [1.01] } })],
    ["ignored-complaint-or-refund", withService({ complaintsUnanswered: 1 })],
    ["ignored-complaint-or-refund", withService({ refundsUnanswered: 1 })],
    ["ignored-print-request", withService({ printRequestsUnanswered: 1 })],
    ["attachment", withMessage({ attachments: [file()] })],
    ["link-or-file-does-not-open", withMessage({ text: "", links: [{ url: "x", status: 404 }] })],
  ])("PRO-8: %s is violated alone", (dont, given) => {
    expect(notPassed(given)).toEqual([[dont, "violated"]]);
    expect(lintCampaign(given).outcome).toBe("violated");
  });

  test.each<[CampaignDont, string, Campaign]>([
    ["charged-for-email", "charges", without("charges")],
    ["exaggerated-claim", "claim rules for fr-FR", withMessage({ language: "fr-FR" })],
    ["slow-reply", "answer times of enquiries", withoutService("enquiries")],
    ["slow-reply", "answer times of enquiries", withService({ enquiries: { answeredHours: [] } })],
    [
      "slow-reply",
      "answer times of enquiries",
      withService({ enquiries: { answeredHours: [], waitingHours: [24], promisedHours: 24 } }),
    ],
    ["slow-confirmation", "answer times of orders", withoutService("orders")],
    ["slow-confirmation", "answer times of payments", withoutService("payments")],
    [
      "ignored-complaint-or-refund",
      "unanswered complaints",
      withoutService("complaintsUnanswered"),
    ],
    ["ignored-complaint-or-refund", "unanswered refunds", withoutService("refundsUnanswered")],
    [
      "ignored-print-request",
      "unanswered requests for printed matter",
      withoutService("printRequestsUnanswered"),
    ],
    ["link-or-file-does-not-open", "links", withoutInMessage("links")],
    [
      "link-or-file-does-not-open",
      "whether https://example.com/tea opens",
      withMessage({ links: [{ url: "https://example.com/tea" }] }),
    ],
    [
      "link-or-file-does-not-open",
      "whether https://example.com/tea opens",
      withMessage({ links: [] }),
    ],
  ])("PRO-8: %s is not known without %s", (dont, fact, given) => {
    expect(notPassed(given)).toEqual([[dont, "not-known"]]);
    const { outcome, checks } = lintCampaign(given);
    expect(outcome).toBe("not-known");
    const [finding, more] = checks.flatMap(({ findings }) => findings);
    expect(finding).toMatchObject({ code: "campaign-not-known", severity: "warning" });
    expect(finding?.params).toEqual({ fact });
    expect(more).toBeUndefined();
  });

  test("PRO-8: nothing known is nothing passed", () => {
    const { outcome, checks } = lintCampaign({ id: "empty", messages: [] });
    expect(outcome).toBe("not-known");
    expect(checks.map((one) => one.outcome)).toEqual(Array.from({ length: 8 }, () => "not-known"));
    for (const { findings } of checks) expect(findings).not.toEqual([]);
  });

  test("PRO-8: a violation counts although other facts are missing, and both are named", () => {
    const rest = leave(service, "orders");
    const given = campaign({ service: { ...rest, payments: { answeredHours: [9] } } });
    const { outcome, findings } = checkOf("slow-confirmation", given);
    expect(outcome).toBe("violated");
    expect(findings.map(({ code, where }) => [code, where])).toEqual([
      ["campaign-answers-late", "service.payments"],
      ["campaign-not-known", "service.orders"],
    ]);
  });

  test("PRO-8: taking facts away never makes a don't pass that did not", () => {
    const parts = [
      campaign(),
      campaign({ charges: [charge("email", 3)] }),
      withMessage({ text: "A miracle.", attachments: [file()] }),
      withService({ refundsUnanswered: 2, orders: { answeredHours: [7] } }),
    ];
    const gone = fc.subarray([
      "charges",
      "service",
      "links",
      "attachments",
      "enquiries",
      "refundsUnanswered",
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...parts), gone, (whole, keys) => {
        const less = JSON.parse(
          JSON.stringify(whole, (key, value: unknown) => (keys.includes(key) ? undefined : value)),
        ) as Campaign;
        const after = lintCampaign(less).checks;
        for (const [index, { outcome }] of lintCampaign(whole).checks.entries()) {
          if (outcome !== "passed") expect(after[index]!.outcome).not.toBe("passed");
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("what a campaign sends", () => {
  test("PRO-8: only a price above 0 for e-mail is a charge", () => {
    const charges = [charge("post", 500), charge("web", 500), charge("email", 0)];
    expect(notPassed(campaign({ charges }))).toEqual([]);
    const { findings } = checkOf("charged-for-email", campaign({ charges: [charge("email", 1)] }));
    expect(findings).toEqual([
      {
        code: "campaign-charge",
        severity: "error",
        where: "charges[0]",
        params: { what: "price list", amount: 1, currency: "EUR" },
      },
    ]);
  });

  test.each<[string, string, string | undefined]>([
    ["en", "It is RISK\u2011FREE!", "risk-free"],
    ["en", "The world\u2019s best tea", "world's best"],
    ["en", "ｍｉｒａｃｌｅ tea", "miracle"],
    ["en", "mir\u200bacle tea", "miracle"],
    ["en", "get\n  rich", "get rich"],
    ["en", "100% guaranteed and risk-free", "100% guaranteed, risk-free"],
    ["en", "we are #1.", "#1"],
    ["en", "order #10", undefined],
    ["en", "miracles happen", undefined],
    ["en", "a widget richer", undefined],
    ["en", "a widget rich in ideas, get rich", "get rich"],
    ["EN-us", "unbeatable", "unbeatable"],
    ["zh-CN", "我们的茶是全国第一的好茶", "全国第一"],
    ["zh-TW", "零風險", "零風險"],
    ["zh", "１００％有效", "100%有效"],
    ["zh", "最好在周五前回复", undefined],
    ["zh", "A miracle", undefined],
    ["en", "最佳", undefined],
  ])("PRO-8: in %s, %j: %j", (language, text, words) => {
    const { outcome, findings } = checkOf("exaggerated-claim", withMessage({ language, text }));
    expect(findings[0]?.params["words"]).toBe(words);
    expect(outcome).toBe(words === undefined ? "passed" : "violated");
  });

  test("PRO-8: the subject counts, but no claim is made of its end and the text's beginning", () => {
    const at = (subject: string, text: string) =>
      checkOf("exaggerated-claim", withMessage({ subject, text })).findings;
    expect(at("Get rich", "Hello.")).toEqual([
      {
        code: "campaign-claim",
        severity: "error",
        where: "messages[0]",
        params: { message: "m1", rule: "en-absolute", words: "get rich" },
      },
    ]);
    expect(at("What you get", "Rich flavours.")).toEqual([]);
  });

  test("PRO-8: praise is a warning, an absolute promise an error, one finding a rule", () => {
    const text = "The world's best, and revolutionary, without fail: a miracle.";
    const { findings } = checkOf("exaggerated-claim", withMessage({ text }));
    expect(findings.map(({ severity, params }) => [severity, params["words"]])).toEqual([
      ["error", "miracle"],
      ["warning", "world's best, revolutionary"],
    ]);
  });

  test("PRO-8: a claim the firm can prove is not exaggerated, where it stands as it was proven", () => {
    const of = (text: string) => {
      const given = { ...withMessage({ text }), provenClaims: ["Number one in Kent", " "] };
      return checkOf("exaggerated-claim", given).outcome;
    };
    expect(of("We are NUMBER ONE in Kent, number one in Kent.")).toBe("passed");
    expect(of("We are number one in Kent, number one in the world.")).toBe("violated");
    expect(of("We are number one in Kentucky.")).toBe("violated");
  });

  test("PRO-8: the default rules name each phrase once, in words that are found", () => {
    const phrases = DEFAULT_CLAIM_RULES.flatMap((rule) => rule.phrases);
    expect(new Set(phrases).size).toBe(phrases.length);
    for (const { language, phrases: own } of DEFAULT_CLAIM_RULES) {
      for (const text of own) {
        expect(checkOf("exaggerated-claim", withMessage({ language, text })).outcome).toBe(
          "violated",
        );
      }
    }
  });

  test("PRO-8: an attachment is a don't, a large one or a program an error", () => {
    const attachments = [
      file(),
      file({ octets: 1_048_576 }),
      file({ octets: 1_048_577 }),
      file({ mediaType: "Application/ZIP; charset=binary" }),
    ];
    const { findings } = checkOf("attachment", withMessage({ attachments }));
    expect(findings.map(({ severity }) => severity)).toEqual([
      "warning",
      "warning",
      "error",
      "error",
    ]);
    expect(findings[3]).toMatchObject({
      code: "campaign-attachment",
      where: "messages[0].attachments[3]",
      params: { message: "m1", file: "a.pdf", octets: 9, atMost: 1_048_576, refused: true },
    });
    const refusedMediaTypes = ["application/*"];
    const strict = { ...DEFAULT_CAMPAIGN_POLICY, refusedMediaTypes };
    const given = withMessage({ attachments: [file(), file({ mediaType: "image/png" })] });
    expect(checkOf("attachment", given, strict).findings.map(({ severity }) => severity)).toEqual([
      "error",
      "warning",
    ]);
  });

  test("PRO-8: e-mails without word of attachments are not known, pages of the web have none", () => {
    const given = withoutInMessage("attachments");
    expect(notPassed(given)).toEqual([
      ["attachment", "not-known"],
      ["link-or-file-does-not-open", "not-known"],
    ]);
    const page = { ...given.messages[0]!, channel: "web" as const };
    expect(notPassed(campaign({ messages: [page] }))).toEqual([]);
  });

  test.each([
    [0, "violated"],
    [199, "violated"],
    [200, "passed"],
    [308, "passed"],
    [399, "passed"],
    [400, "violated"],
    [503, "violated"],
  ])("PRO-8: a link with status %d is %s", (status, outcome) => {
    const given = withMessage({ text: "", links: [{ url: "https://example.com/", status }] });
    expect(checkOf("link-or-file-does-not-open", given).outcome).toBe(outcome);
  });

  test("PRO-8: links of the text that nobody followed are named, each once", () => {
    const text =
      "See https://example.com/tea, (https://a.example/x) and http://b.example/y! 详见https://c.example/z。" +
      " Again http://b.example/y; write to mailto:a@example.com";
    const links = [...clean.links!, { url: "mailto:a@example.com" }, { url: "tel:+4930123456" }];
    const { findings } = checkOf("link-or-file-does-not-open", withMessage({ text, links }));
    expect(findings.map(({ params }) => params["fact"])).toEqual([
      "whether https://a.example/x opens",
      "whether http://b.example/y opens",
      "whether https://c.example/z opens",
    ]);
  });

  test("PRO-8: a file that does not open, and one nobody opened", () => {
    const attachments = [
      file({ opens: true }),
      file({ opens: false, name: "b" }),
      untried({ name: "c" }),
    ];
    const { findings } = checkOf("link-or-file-does-not-open", withMessage({ attachments }));
    expect(findings.map(({ code, params }) => [code, params["file"] ?? params["fact"]])).toEqual([
      ["campaign-file-broken", "b"],
      ["campaign-not-known", "whether c opens"],
    ]);
  });
});

describe("how a campaign serves", () => {
  const late = (enquiries: CampaignService["enquiries"] & object) =>
    checkOf("slow-reply", withService({ enquiries })).findings;

  test("PRO-8: one in twenty may be late, one in nineteen may not", () => {
    const hours = (count: number) => [30, ...Array.from({ length: count - 1 }, () => 1)];
    expect(late({ answeredHours: hours(20) })).toEqual([]);
    expect(late({ answeredHours: hours(19) })).toEqual([
      {
        code: "campaign-answers-late",
        severity: "error",
        where: "service.enquiries",
        params: { what: "enquiries", late: 1, of: 19, slowestHours: 30, dueHours: 24 },
      },
    ]);
  });

  test("PRO-8: who waits too long counts as late, who may still be answered in time does not count", () => {
    const waitingHours = [100, 24, 3];
    expect(late({ answeredHours: [1], waitingHours })[0]?.params).toEqual({
      what: "enquiries",
      late: 1,
      of: 2,
      slowestHours: 100,
      dueHours: 24,
    });
  });

  test("PRO-8: a quicker promise is to be kept, a slower one is itself too slow", () => {
    expect(late({ answeredHours: [5], promisedHours: 4 })[0]?.params["dueHours"]).toBe(4);
    expect(late({ answeredHours: [4], promisedHours: 4 })).toEqual([]);
    expect(late({ answeredHours: [4], promisedHours: 48 })).toEqual([
      {
        code: "campaign-promise-slow",
        severity: "error",
        where: "service.enquiries",
        params: { what: "enquiries", promisedHours: 48, allowedHours: 24 },
      },
    ]);
    const unmeasured = checkOf(
      "slow-reply",
      withService({ enquiries: { answeredHours: [], promisedHours: 48 } }),
    );
    expect(unmeasured.outcome).toBe("violated");
    expect(unmeasured.findings).toHaveLength(2);
  });

  test("PRO-8: another policy, other limits", () => {
    const given = withService({
      enquiries: { answeredHours: [47] },
      orders: { answeredHours: [2] },
    });
    const policy = { ...DEFAULT_CAMPAIGN_POLICY, replyHours: 48, confirmationHours: 2 };
    expect(checkOf("slow-reply", given, policy).outcome).toBe("passed");
    expect(checkOf("slow-confirmation", given, policy).outcome).toBe("passed");
    const lenient = { ...DEFAULT_CAMPAIGN_POLICY, lateShare: 0.99, claims: [] };
    const half = withService({ enquiries: { answeredHours: [47, 1] } });
    expect(checkOf("slow-reply", half, lenient).outcome).toBe("passed");
    expect(checkOf("exaggerated-claim", half, lenient).outcome).toBe("not-known");
  });
});

describe("facts that cannot be", () => {
  const policy = DEFAULT_CAMPAIGN_POLICY;
  const blank: ClaimRule = { id: "r", language: "en", severity: "error", phrases: ["\u200b "] };

  test.each<[string, Campaign, CampaignPolicy, string]>([
    ["a price below 0", campaign({ charges: [charge("post", -1)] }), policy, "amount"],
    ["hours below 0", withService({ orders: { answeredHours: [1, -1] } }), policy, "Hours[1]"],
    [
      "no number of hours",
      withService({ orders: { answeredHours: [Number.NaN] } }),
      policy,
      "got NaN",
    ],
    [
      "waiting for ever",
      withService({ orders: { answeredHours: [], waitingHours: [Infinity] } }),
      policy,
      "waitingHours[0]",
    ],
    [
      "a promise of 0 hours",
      withService({ payments: { answeredHours: [], promisedHours: 0 } }),
      policy,
      "promisedHours",
    ],
    ["half a complaint", withService({ complaintsUnanswered: 0.5 }), policy, "got 0.5"],
    ["a size below 0", withMessage({ attachments: [file({ octets: -1 })] }), policy, "octets"],
    ["a status below 0", withMessage({ links: [{ url: "x", status: -1 }] }), policy, "status"],
    ["no time to reply", campaign(), { ...policy, replyHours: 0 }, "replyHours"],
    ["no time to confirm", campaign(), { ...policy, confirmationHours: -1 }, "confirmationHours"],
    ["everything may be late", campaign(), { ...policy, lateShare: 1 }, "lateShare"],
    ["half an octet", campaign(), { ...policy, attachmentOctets: 0.5 }, "attachmentOctets"],
    ["a blank phrase", campaign(), { ...policy, claims: [blank] }, "claim rule r"],
  ])("PRO-8: %s is refused", (_, given, of, message) => {
    expect(() => lintCampaign(given, { policy: of })).toThrow(RangeError);
    expect(() => lintCampaign(given, { policy: of })).toThrow(message);
  });
});

type Writable<T> = T extends string | number ? T : { -readonly [K in keyof T]: Writable<T[K]> };

describe("the schemas of campaigns", () => {
  test("PRO-8: they agree with the interfaces written by hand, and accept what holds", () => {
    expectTypeOf<z.infer<typeof campaignMessageSchema>>().toEqualTypeOf<
      Writable<CampaignMessage>
    >();
    expectTypeOf<z.infer<typeof campaignSchema>>().toExtend<Campaign>();
    expectTypeOf<z.infer<typeof claimRuleSchema>>().toEqualTypeOf<Writable<ClaimRule>>();
    expectTypeOf<z.infer<typeof campaignPolicySchema>>().toEqualTypeOf<Writable<CampaignPolicy>>();
    const full = campaign({
      charges: [charge("email", 3)],
      provenClaims: ["number one in Kent"],
      messages: [{ ...clean, attachments: [file({ opens: true })] }],
      service: {
        ...service,
        orders: { answeredHours: [1], waitingHours: [2], promisedHours: 3 },
      },
    });
    expect(campaignSchema.parse(full)).toEqual(full);
    expect(campaignPolicySchema.parse(DEFAULT_CAMPAIGN_POLICY)).toEqual(DEFAULT_CAMPAIGN_POLICY);
  });

  const rule = DEFAULT_CLAIM_RULES[0]!;

  test.each([
    [campaignSchema, campaign({ messages: [clean, clean] }), "id of its own"],
    [campaignSchema, campaign({ charges: [charge("email", -3)] }), "must be at least 0"],
    [campaignSchema, withService({ orders: { answeredHours: [-1] } }), "answeredHours"],
    [campaignSchema, { ...campaign(), colour: "red" }, "colour"],
    [campaignMessageSchema, { ...clean, channel: "fax" }, "channel"],
    [campaignMessageSchema, { ...clean, links: [{ url: " " }] }, "must not be blank"],
    [campaignPolicySchema, { ...DEFAULT_CAMPAIGN_POLICY, lateShare: 1 }, "lateShare"],
    [campaignPolicySchema, { ...DEFAULT_CAMPAIGN_POLICY, claims: [rule, rule] }, "id of its own"],
    [claimRuleSchema, { ...rule, phrases: [" "] }, "must not be blank"],
  ])("PRO-8: what cannot be meant is refused, case %#", (schema, given, message) => {
    expect(JSON.stringify(schema.safeParse(given).error?.issues)).toContain(message);
  });
});

function charge(sentBy: "email" | "post" | "web", amount: number) {
  return { what: "price list", sentBy, price: money(amount, "EUR") };
}

function untried(other: { readonly name?: string } = {}) {
  return { name: "a.pdf", octets: 9, mediaType: "application/pdf", ...other };
}

function file(other: Partial<ReturnType<typeof untried> & { readonly opens: boolean }> = {}) {
  return { ...untried(), opens: true, ...other };
}

function without(key: keyof Campaign): Campaign {
  return leave(campaign(), key);
}

function withoutService(key: keyof CampaignService): Campaign {
  return campaign({ service: leave(service, key) });
}

function withoutInMessage(key: keyof CampaignMessage): Campaign {
  return campaign({ messages: [leave(clean, key)] });
}

function leave<T extends object>(from: T, key: keyof T): T {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name !== key)) as T;
}
