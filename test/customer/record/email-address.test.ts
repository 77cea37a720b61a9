import fc from "fast-check";
import { isEmailAddress, normalizeEmail } from "goodwill/customer";
import { describe, expect, it } from "vitest";

const LABEL_63 = "a".repeat(63);

describe("an e-mail address", () => {
  // The rule and its regular expression: HTML standard, 4.10.5.1.5 "valid e-mail address". The first three rows of each
  // list are in its platform tests (forms/the-input-element/email.html, type-change and validity tests).
  it.each([
    "foo@bar.com",
    "user.name@example.com",
    "foo@bar",
    "a@b",
    "mei.lin+shop@example.com",
    "!#$%&'*+/=?^_`{|}~-@example.com",
    ".leading.and..double.dots.@example.com",
    `a@${LABEL_63}.de`,
    "a@1-2.3",
    "post@xn--fsq.xn--fiqs8s",
  ])("is %s after the rule of the HTML standard", (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  it.each([
    "foo",
    "foo@",
    "@bar.com",
    "foo@bar..com",
    "foo@-bar.com",
    "foo@bar-.com",
    "foo@bar.com.",
    "foo bar@example.com",
    "foo@bar@example.com",
    '"foo bar"@example.com',
    "foo@[192.0.2.1]",
    "foo@exämple.com",
    "fóo@example.com",
    `a@${LABEL_63}a.de`,
    " foo@bar.com",
    "foo@bar.com\n",
    "",
  ])("is not %j", (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });

  it("is not anything but a text", () => {
    for (const value of [undefined, null, 7, ["a@b"], { toString: () => "a@b" }]) {
      expect(isEmailAddress(value)).toBe(false);
    }
  });

  it("CUS-2: loses its outer blanks and the case of its domain, and keeps the case of its local part", () => {
    expect(normalizeEmail("\t Mei.Lin@Example.COM\n")).toEqual({
      ok: true,
      value: "Mei.Lin@example.com",
    });
    expect(normalizeEmail("mei lin@example.com")).toEqual({
      ok: false,
      error: { code: "not-an-email-address", text: "mei lin@example.com" },
    });
  });

  it("normalised once stays as it is, and stays an address", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const once = normalizeEmail(text);
        fc.pre(once.ok);
        expect(isEmailAddress(once.value)).toBe(true);
        expect(normalizeEmail(once.value)).toEqual(once);
        expect(once.value.toLowerCase()).toBe(text.toLowerCase());
      }),
    );
  });

  it("a hundred thousand characters are judged at once", () => {
    const begin = performance.now();
    expect(isEmailAddress(`${"a".repeat(100_000)}@`)).toBe(false);
    expect(isEmailAddress(`a@${"a-".repeat(50_000)}`)).toBe(false);
    expect(isEmailAddress(`a@${"a.".repeat(50_000)}`)).toBe(false);
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});
