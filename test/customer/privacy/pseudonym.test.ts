import fc from "fast-check";
import { pseudonym } from "goodwill/customer";
import { describe, expect, it } from "vitest";
import { keyedHash } from "./samples.js";

const options = { keyedHash, purpose: "survey" } as const;

describe("a pseudonym", () => {
  it("is the keyed hash of the kind, the purpose and the value, each in its place", () => {
    const seen: string[] = [];
    const spy = (text: string): string => {
      seen.push(text);
      return "h";
    };
    expect(pseudonym(" A ", { keyedHash: spy, purpose: "p" })).toBe("h");
    expect(seen).toEqual(['["goodwill pseudonym 1","p","text","A"]']);
  });

  // openssl: printf '["goodwill pseudonym 1","survey","email","ann@example.com"]' | openssl dgst -sha256 -hmac 'a secret of the host'
  it("equals what another program computes from the same text", () => {
    expect(pseudonym("Ann@Example.com", { ...options, kind: "email" })).toBe(
      "bdddf11e33047034ed50dcf1e49a8b72032da6e0534ec642d35c1c7c20fd1b2d",
    );
  });

  it("is the same for every spelling of an e-mail address and a telephone number", () => {
    const email = (text: string) => pseudonym(text, { ...options, kind: "email" });
    expect(email(" ANN@EXAMPLE.COM")).toBe(email("ann@example.com"));
    expect(email("Not An Address")).toBe(email("not an address "));
    const phone = (text: string) => pseudonym(text, { ...options, kind: "phone" });
    expect(phone("0049 30 / 123-456")).toBe(phone("+4930123456"));
    expect(phone("030 123456")).not.toBe(phone("+4930123456"));
    expect(pseudonym("e\u0301", options)).toBe(pseudonym("\u00e9", options));
    expect(pseudonym("Ann", options)).not.toBe(pseudonym("ann", options));
  });

  it("cannot be joined across purposes or kinds", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })),
        fc.tuple(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })),
        ([purposeA, a], [purposeB, b]) => {
          fc.pre(a.trim() !== "" && b.trim() !== "");
          const [first, second] = [
            pseudonym(a, { keyedHash, purpose: purposeA }),
            pseudonym(b, { keyedHash, purpose: purposeB }),
          ];
          const isSame =
            purposeA === purposeB && a.normalize("NFC").trim() === b.normalize("NFC").trim();
          expect(first === second).toBe(isSame);
        },
      ),
    );
    const email = pseudonym("a@b.example", { ...options, kind: "email" });
    expect(email).not.toBe(pseudonym("a@b.example", options));
  });

  it("of nothing, for nothing, or by a hash that is none, is refused", () => {
    expect(() => pseudonym(" ", options)).toThrow("the value must not be empty");
    expect(() => pseudonym("a", { ...options, purpose: "" })).toThrow(
      "the purpose must not be empty",
    );
    expect(() => pseudonym("a", { ...options, keyedHash: (text) => `#${text}` })).toThrow(
      RangeError,
    );
    expect(() => pseudonym("a", { ...options, keyedHash: () => "" })).toThrow("must give a text");
  });
});
