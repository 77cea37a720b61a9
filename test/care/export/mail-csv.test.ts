import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { customerId } from "goodwill/customer";
import type { Customer } from "goodwill/customer";
import { money } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { careMailCsv } from "../../../src/care/export/mail-csv.js";
import { CARE_MAIL_COLUMNS, careMailRows } from "../../../src/care/export/mail-row.js";
import type { CareMailRow } from "../../../src/care/export/mail-row.js";
import { cardAction } from "./actions.js";

const lin: Customer = {
  id: customerId("C-17"),
  kind: "person",
  name: "林美",
  language: "zh-CN",
  contactPoints: [
    { id: "m1", channel: "messaging", address: "@lin", service: "wechat" },
    { id: "p1", channel: "post", address: "南京西路 1 号, 上海, CN" },
  ],
  consents: [],
};

/** What a program that knows CSV reads, an empty cell as absent. */
function readCsv(text: string): readonly Record<string, string>[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "")),
  );
}

describe("a plan for a mailer", () => {
  test("CARE-6: without customers a row says nothing personal but ids", () => {
    expect(careMailRows([cardAction({ template: "t1" })])).toEqual([
      {
        action: "C-17/birthday/2026-03-02",
        customer: "C-17",
        channel: "post",
        contactPoint: "p1",
        kind: "card",
        occasion: "birthday",
        purpose: "greetings",
        template: "t1",
        owner: "ann",
        due: "2026-03-02",
        notBefore: "2026-03-02T01:00:00.000Z",
        notAfter: "2026-03-02T13:30:00.999Z",
        cost: "12.50",
        currency: "CNY",
      },
    ]);
  });

  test("CARE-5: the address is that of the contact point, and absent where that is gone", () => {
    const wechat = { channel: "messaging", contactPoint: "m1" } as const;
    const customers = [lin];
    const [post, message, gone, other] = careMailRows(
      [
        cardAction(),
        cardAction(wechat),
        cardAction({ contactPoint: "e9" }),
        cardAction({ customer: customerId("C-18") }),
      ],
      { customers },
    );
    expect(post).toMatchObject({
      name: "林美",
      language: "zh-CN",
      address: "南京西路 1 号, 上海, CN",
    });
    expect(post).not.toHaveProperty("service");
    expect(message).toMatchObject({ address: "@lin", service: "wechat" });
    expect(gone).toMatchObject({ name: "林美" });
    expect(gone).not.toHaveProperty("address");
    expect(other).not.toHaveProperty("name");
    expect(other).not.toHaveProperty("address");
  });

  test("CARE-2: only what is still to be done is sent, by the channels and owner asked for", () => {
    const states = ["planned", "due", "done", "blocked", "expired", "cancelled"] as const;
    const actions = states.map((state) => cardAction({ id: state, state }));
    const ids = (rows: readonly CareMailRow[]) => rows.map(({ action }) => action);
    expect(ids(careMailRows(actions))).toEqual(["planned", "due"]);
    expect(ids(careMailRows(actions, { states: ["done"] }))).toEqual(["done"]);
    expect(ids(careMailRows(actions, { channels: ["email"] }))).toEqual([]);
    expect(ids(careMailRows(actions, { channels: ["email", "post"] }))).toHaveLength(2);
    expect(ids(careMailRows(actions, { owner: "ben" }))).toEqual([]);
    expect(ids(careMailRows(actions, { owner: "ann" }))).toHaveLength(2);
  });

  test("CARE-2: an amount without decimals and one below zero stay what they are", () => {
    const costs = [money(1500, "JPY"), money(0, "EUR"), money(-5, "EUR")];
    const rows = careMailRows(costs.map((cost) => cardAction({ cost })));
    expect(rows.map(({ cost }) => cost)).toEqual(["1500", "0.00", "-0.05"]);
  });
});

const row: CareMailRow = careMailRows([cardAction()], { customers: [lin] })[0]!;

describe("a mailing as CSV", () => {
  test("CARE-2: the columns stand in a fixed order, and none of a row is left out", () => {
    const full = careMailRows(
      [cardAction({ channel: "messaging", contactPoint: "m1", template: "t1" })],
      { customers: [lin] },
    )[0]!;
    expect(Object.keys(full)).toEqual(CARE_MAIL_COLUMNS);
    expect(careMailCsv([full], { readBy: "program" })).toBe(
      "action,customer,name,language,channel,service,address,contactPoint,kind,occasion,purpose,template,owner,due," +
        "notBefore,notAfter,cost,currency\r\n" +
        "C-17/birthday/2026-03-02,C-17,林美,zh-CN,messaging,wechat,@lin,m1,card,birthday,greetings,t1,ann,2026-03-02," +
        "2026-03-02T01:00:00.000Z,2026-03-02T13:30:00.999Z,12.50,CNY\r\n",
    );
  });

  test("CARE-5: any text comes back as it was, from the file and from JSON", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom('"', ",", "\r", "\n", " ", "\t", "=", "好"),
        minLength: 1,
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { maxLength: 3 }), (texts) => {
        const rows = texts.map(([name, occasion]) => ({ ...row, name, occasion }));
        expect(readCsv(careMailCsv(rows, { readBy: "program" }))).toEqual(rows);
        expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ["+1+1", "'+1+1"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\n=1", "'\n=1"],
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠SUM", "'＠SUM"],
    ["+4930123456", "+4930123456"],
    ["-5.25", "-5.25"],
    ["-5.25.1", "'-5.25.1"],
    ["a=1", "a=1"],
    ["'=1", "'=1"],
  ])("CARE-5: a spreadsheet gets %j as %j, a program as it is", (name, shown) => {
    const rows = [{ ...row, name }];
    const sheet = careMailCsv(rows, { readBy: "spreadsheet" });
    expect(sheet.startsWith("\ufeffaction,")).toBe(true);
    expect(readCsv(sheet)).toEqual([{ ...row, name: shown }]);
    const text = careMailCsv(rows, { readBy: "program" });
    expect(text.startsWith("action,")).toBe(true);
    expect(readCsv(text)).toEqual(rows);
  });

  test("CARE-5: no text reaches a spreadsheet as a formula", () => {
    const unit = fc.constantFrom("=", "+", "-", "@", "1", "a", " ", "\t", '"', "\n", "＝", ".");
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), (name) => {
        const [read] = readCsv(careMailCsv([{ ...row, name }], { readBy: "spreadsheet" }));
        const cell = read!["name"]!;
        if (/^[=@\t\r\n＝＋－＠]/.test(cell)) throw new Error(`begins a formula: ${cell}`);
        if (/^[+-]/.test(cell)) expect(Number(cell)).not.toBeNaN();
      }),
    );
  });
});
