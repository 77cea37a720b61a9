/**
 * One birthday run, two languages: each customer is greeted in English or in Simplified Chinese, on the day of the
 * calendar the birthday is kept in, and a message in which anything is missing is not sent but listed.
 * `npx tsx examples/recipes/care-bilingual-greetings.ts` prints the run of a fortnight.
 */
import { pathToFileURL } from "node:url";
import {
  chooseTemplate,
  renderMessage,
  smsSegments,
  TEMPLATES_EN,
  TEMPLATES_ZH_CN,
  type CareTemplate,
} from "goodwill/care";
import { CHINESE_CALENDAR } from "goodwill/calendar-cn";
import { customerId, type Customer, type PartialDate } from "goodwill/customer";
import { PERSONAL_OCCASIONS, prepareOccasions } from "goodwill/relationship";
import { periodThrough, plainDate, type PlainDate } from "goodwill/shared";

/** A greeting for a text message, or why there is none. */
export type Greeting = { readonly customer: Customer; readonly date: PlainDate } & (
  | { readonly text: string; readonly encoding: string; readonly segments: number }
  | { readonly refused: string }
);

/** The firm's own word to the Chinese text, as the ready one signs with the sender and this one with a shop. */
const OWN: CareTemplate = {
  id: "shop-birthday-zh",
  ...{ occasions: ["birthday"], classes: ["A"], language: "zh-CN", channel: "sms" },
  body: "【蓝海】{name}：生日快乐！您常去的{shop}为您备了一份小礼物，有空来坐坐。",
  placeholders: { name: { type: "text" }, shop: { type: "text" } },
  tone: "cheerful",
};

const TEMPLATES = [...TEMPLATES_EN, ...TEMPLATES_ZH_CN, OWN];

/** A customer, the value class, and the shop that the customer goes to, where that is known. */
type Row = readonly [customer: Customer, valueClass: string, shop?: string];

const person = (
  id: string,
  name: string,
  more: { readonly language: string; readonly birthday: PartialDate },
): Customer => ({
  ...{ id: customerId(id), kind: "person", name, consents: [] },
  ...{ contactPoints: [{ id: "m", channel: "sms", address: "+8613900000000" }], ...more },
});

const ROWS: readonly Row[] = [
  [
    person("C-1", "林梅", {
      language: "zh-CN",
      birthday: { calendar: "chinese", month: 8, day: 15 },
    }),
    "B",
  ],
  [
    person("C-2", "Ann Hill", {
      language: "en-GB",
      birthday: { calendar: "gregorian", year: 1980, month: 9, day: 21 },
    }),
    "A",
  ],
  [
    person("C-3", "王军", {
      language: "zh-Hans-CN",
      birthday: { calendar: "gregorian", month: 9, day: 24 },
    }),
    "B",
  ],
  [
    person("C-4", "马丽", {
      language: "zh-CN",
      birthday: { calendar: "gregorian", month: 9, day: 26 },
    }),
    "A",
  ],
  [
    person("C-5", "周涛", {
      language: "zh-CN",
      birthday: { calendar: "gregorian", month: 9, day: 27 },
    }),
    "A",
    "观前街店",
  ],
];

/** The greetings of the days from the first to the last, in the order of the days. */
export function greetings(
  rows: readonly Row[],
  { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
): readonly Greeting[] {
  const datesOf = prepareOccasions({
    rules: PERSONAL_OCCASIONS.filter(({ id }) => id === "birthday"),
    period: periodThrough(first, last),
    calendars: { lunar: CHINESE_CALENDAR },
  });
  return rows
    .flatMap((row) => datesOf({ customer: row[0] }).dates.map(({ date }) => greeting(row, date)))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function greeting([customer, valueClass, shop]: Row, date: PlainDate): Greeting {
  const { language = "zh-CN", name } = customer;
  const chosen = chooseTemplate(TEMPLATES, {
    ...{ occasion: "birthday", valueClass, language, channel: "sms" },
    fallbackLanguage: "en",
  });
  if (!chosen.ok) return { customer, date, refused: `no template, lacks ${chosen.error.lacks}` };
  const { template } = chosen.value;
  // In earnest the sender is the firm's name in the language of the template.
  const sender = template.language === "zh-CN" ? "蓝海" : "Lanhai";
  const rendered = renderMessage(template, { name, sender, shop }, { language });
  if (!rendered.ok) {
    const { error } = rendered;
    const what = error.code === "too-long" ? error.part : error.name;
    return { customer, date, refused: `${template.id}: ${error.code} (${what})` };
  }
  const { encoding, segments } = smsSegments(rendered.value.body);
  return { customer, date, text: rendered.value.body, encoding, segments: segments.length };
}

export function main(): string {
  const days = { first: plainDate("2026-09-14"), last: plainDate("2026-09-27") };
  return greetings(ROWS, days)
    .map((one) => {
      const head = `${one.date} ${one.customer.name}: `;
      if ("refused" in one) return `${head}not sent, ${one.refused}`;
      return `${head}${one.text} (${one.encoding}, ${String(one.segments)})`;
    })
    .join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
