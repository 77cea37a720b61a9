import { describe, expect, test } from "vitest";
import type { CareTemplate, TemplateValues } from "../../../src/care/message/care-template.js";
import { chooseTemplate } from "../../../src/care/message/choose-template.js";
import { lintTemplates } from "../../../src/care/message/lint-templates.js";
import { renderMessage } from "../../../src/care/message/render-message.js";
import { careTemplateSchema } from "../../../src/care/message/schema.js";
import { smsSegments } from "../../../src/care/message/sms-segments.js";
import { TEMPLATES_EN } from "../../../src/care/message/templates/templates-en.js";
import { TEMPLATES_ZH_CN } from "../../../src/care/message/templates/templates-zh-cn.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";

const date = plainDate("2026-11-25");
const DATES: TemplateValues = { since: plainDate("2019-03-01"), date, reply: date };
const EN: TemplateValues = {
  ...DATES,
  name: "Alexandra Montgomery",
  sender: "Northern Lights",
  product: "your heat pump",
  event: "the harvest evening",
  place: "our house in Main Street",
};
const ZH: TemplateValues = {
  ...DATES,
  name: "欧阳娜娜女士",
  sender: "北辰家电客户服务部",
  product: "空气净化器",
  event: "秋日品茶会",
  place: "人民路旗舰店",
};

function rendered(template: CareTemplate, values: TemplateValues): string {
  const message = renderMessage(template, values);
  if (!message.ok) throw new Error(`${template.id}: ${JSON.stringify(message.error)}`);
  return `${message.value.subject ?? ""}\n${message.value.body}`;
}

describe.each([
  ["English", TEMPLATES_EN, EN],
  ["Simplified Chinese", TEMPLATES_ZH_CN, ZH],
] as const)("the templates in %s", (_, templates, values) => {
  test("CARE-5: there are thirty, all different, and the linter finds nothing", () => {
    expect(templates).toHaveLength(30);
    expect(new Set(templates.map(({ body }) => body)).size).toBe(30);
    expect(lintTemplates(templates)).toEqual([]);
    for (const one of templates) expect(careTemplateSchema.parse(one)).toEqual(one);
  });

  test("CARE-5: each renders, text messages in two segments at most", () => {
    for (const template of templates) {
      const text = rendered(template, values);
      expect(text).not.toMatch(/[{}]|undefined/);
      if (template.channel === "sms") {
        expect(smsSegments(text.trim()).segments.length).toBeLessThanOrEqual(2);
      }
    }
  });

  test("CARE-5: without a name each still greets somebody, and without a sender none is sent", () => {
    for (const template of templates) {
      expect(rendered(template, { ...values, name: undefined })).not.toMatch(
        /Dear [,{]|尊敬的[：，]/,
      );
      expect(renderMessage(template, { ...values, sender: undefined })).toEqual({
        ok: false,
        error: { code: "missing-value", name: "sender" },
      });
    }
  });
});

describe("the templates in both languages", () => {
  test("CARE-5: text messages in English stay in GSM-7", () => {
    for (const { id, body, channel } of TEMPLATES_EN) {
      if (channel === "sms") expect([id, smsSegments(body).outsideGsm7]).toEqual([id, []]);
    }
  });

  test("CARE-5: they answer the same occasions on the same channels for the same classes", () => {
    const uses = (all: readonly CareTemplate[]): unknown =>
      all.map(({ occasions, channel, classes, tone }) => [occasions, channel, classes, tone]);
    expect(uses(TEMPLATES_ZH_CN)).toEqual(uses(TEMPLATES_EN));
  });

  test("CARE-4: each occasion of the rule has one", () => {
    const occasions = new Set(TEMPLATES_EN.flatMap((one) => one.occasions));
    for (const occasion of [
      "birthday",
      "relationship-anniversary",
      "womens-day",
      "mothers-day",
      "dragon-boat",
      "mid-autumn",
      "national-day",
      "thanksgiving",
      "christmas",
      "year-end",
      "spring-festival",
      "cold-dew",
      "frost-descent",
      "weekend",
      "quarterly-call",
      "quarterly-visit",
    ]) {
      expect([...occasions]).toContain(occasion);
    }
  });

  test("CARE-5: a customer in Shanghai and one in London each get their own birthday card", () => {
    const all = [...TEMPLATES_EN, ...TEMPLATES_ZH_CN];
    const wish = { occasion: "birthday", channel: "post", valueClass: "A" } as const;
    const ids = ["zh-CN", "en-GB"].map((language) => {
      const chosen = chooseTemplate(all, { ...wish, language });
      return chosen.ok ? chosen.value.template.id : chosen.error;
    });
    expect(ids).toEqual(["zh-cn-birthday-post-class-a", "en-birthday-post-class-a"]);
  });

  test("CARE-5: one of them, word for word", () => {
    const call = (all: readonly CareTemplate[]): CareTemplate =>
      all.find(({ occasions }) => occasions.includes("quarterly-call"))!;
    expect(rendered(call(TEMPLATES_EN), { ...EN, name: "Li Na" }).trim()).toBe(
      "Dear Li Na, Northern Lights would like to call you on 25 November 2026 and hear how things are going. If another day suits you better, please just reply.",
    );
    expect(rendered(call(TEMPLATES_ZH_CN), { ...ZH, name: "李娜女士" }).trim()).toBe(
      "【北辰家电客户服务部】尊敬的李娜女士：我们想在2026年11月25日给您打个电话，听听您近来的情况。若时间不便，请回复您方便的日子。",
    );
  });
});
