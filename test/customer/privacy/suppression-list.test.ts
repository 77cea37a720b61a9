import {
  addressHash,
  DEFAULT_CONTACT_POLICY,
  isSuppressedAddress,
  suppressionsByHash,
  type SuppressedAddress,
} from "goodwill/customer";
import { instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { keyedHash } from "./samples.js";

const at = instant("2026-01-01T00:00:00Z");
const until = instant("2026-02-01T00:00:00Z");
const email = { channel: "email", address: "ann@example.com" } as const;
const phone = { channel: "phone", address: "+4930123456" } as const;

function entry(rest: Partial<SuppressedAddress> = {}): SuppressedAddress {
  return { hash: addressHash(email, { keyedHash }), kind: "do-not-contact", at, ...rest };
}

function isOn(
  list: readonly SuppressedAddress[],
  rest: object = {},
  point: object = email,
): boolean {
  const options = { list, keyedHash, asOf: at, ...rest };
  const answer = isSuppressedAddress({ ...email, ...point }, options);
  expect(
    isSuppressedAddress({ ...email, ...point }, { ...options, list: suppressionsByHash(list) }),
  ).toBe(answer);
  return answer;
}

describe("the suppression list", () => {
  it("finds an address however it is spelled, and no other", () => {
    expect(isOn([entry()], {}, { address: " Ann@EXAMPLE.com" })).toBe(true);
    expect(isOn([entry()], {}, { address: "anne@example.com" })).toBe(false);
    expect(isOn([])).toBe(false);
  });

  it("holds from its moment to its end, that excluded", () => {
    expect(isOn([entry({ until })], { asOf: instant("2025-12-31T23:59:59.999Z") })).toBe(false);
    expect(isOn([entry({ until })], { asOf: instant("2026-01-31T23:59:59.999Z") })).toBe(true);
    expect(isOn([entry({ until })], { asOf: until })).toBe(false);
  });

  it("stops the classes of message its kind stops by the policy", () => {
    expect(isOn([entry()], { messageClass: "transactional" })).toBe(true);
    expect(isOn([entry()], { messageClass: "legal-notice" })).toBe(false);
    expect(isOn([entry({ kind: "complained" })], { messageClass: "transactional" })).toBe(false);
    const suppressions = { ...DEFAULT_CONTACT_POLICY.suppressions, complained: [] };
    const policy = { ...DEFAULT_CONTACT_POLICY, suppressions };
    expect(isOn([entry({ kind: "complained" })], { policy })).toBe(false);
  });

  it("one number is one address, called or written to, unless the entry names the channel", () => {
    const hash = addressHash(phone, { keyedHash });
    expect(isOn([entry({ hash })], {}, { ...phone, channel: "sms" })).toBe(true);
    expect(isOn([entry({ hash, channel: "phone" })], {}, { ...phone, channel: "sms" })).toBe(false);
    expect(isOn([entry({ hash, channel: "phone" })], {}, phone)).toBe(true);
  });

  it("handles of two services, and a postal address that reads alike, are different", () => {
    const handle = (service: string) =>
      addressHash({ channel: "messaging", address: "Ann88", service }, { keyedHash });
    expect(handle("wechat")).not.toBe(handle("telegram"));
    const post = (address: string) => addressHash({ channel: "post", address }, { keyedHash });
    expect(post("Ann88")).not.toBe(handle("wechat"));
    expect(post("High  Street 1")).toBe(post("high street 1 "));
  });
});
