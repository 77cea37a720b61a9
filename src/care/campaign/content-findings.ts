// What a campaign sends: charges, claims, attachments, links and files. Internal: not part of the package's surface.

import type { CampaignFinding } from "./campaign-check.js";
import type { ClaimRule } from "./campaign-claims.js";
import type { CampaignPolicy } from "./campaign-policy.js";
import type { Campaign, CampaignAttachment, CampaignMessage } from "./campaign.js";
import { phrasesIn, plainWords, withoutClaims } from "./claim-words.js";
import { notKnown, requireCount } from "./fact-check.js";

/** Charging for what is sent by e-mail. */
export function chargeFindings({ charges }: Campaign): CampaignFinding[] {
  if (charges === undefined) return [notKnown("charges", "charges")];
  return charges.flatMap(({ what, sentBy, price }, index): CampaignFinding[] => {
    const where = `charges[${String(index)}]`;
    requireCount(`${where}.price.amount`, price.amount);
    if (sentBy !== "email" || price.amount === 0) return [];
    const params = { what, amount: price.amount, currency: price.currency };
    return [{ code: "campaign-charge", severity: "error", where, params }];
  });
}

/** Words that claim too much, and languages nobody has rules for. */
export function claimFindings(
  { messages, provenClaims = [] }: Campaign,
  { claims }: CampaignPolicy,
): CampaignFinding[] {
  if (messages.length === 0) return [notKnown("messages", "messages")];
  const proven = provenClaims.map(plainWords);
  const rules = claims.map((rule) => ({ ...rule, phrases: rule.phrases.map(plainWords) }));
  return messages.flatMap((message, index): CampaignFinding[] => {
    const { id, language, subject = "", text } = message;
    const where = `messages[${String(index)}]`;
    const applicable = rules.filter((rule) => isOfLanguage(language, rule));
    if (applicable.length === 0) return [notKnown(`claim rules for ${language}`, where)];
    // A line of its own each, so that no claim is made of the end of one and the beginning of the other.
    const words = withoutClaims(`${plainWords(subject)}\n${plainWords(text)}`, proven);
    return applicable.flatMap(({ id: rule, severity, phrases }): CampaignFinding[] => {
      const found = phrasesIn(words, phrases);
      if (found.length === 0) return [];
      const params = { message: id, rule, words: found.join(", ") };
      return [{ code: "campaign-claim", severity, where, params }];
    });
  });
}

function isOfLanguage(language: string, rule: ClaimRule): boolean {
  const [own, general] = [language.toLowerCase(), rule.language.toLowerCase()];
  return own === general || own.startsWith(`${general}-`);
}

/** Attachments at all; those that are too large or of a refused kind are errors. */
export function attachmentFindings(
  { messages }: Campaign,
  { attachmentOctets, refusedMediaTypes }: CampaignPolicy,
): CampaignFinding[] {
  if (messages.length === 0) return [notKnown("messages", "messages")];
  return messages.flatMap((message, index): CampaignFinding[] => {
    const where = `messages[${String(index)}].attachments`;
    if (message.channel !== "email") return [];
    if (message.attachments === undefined) return [notKnown("attachments", where)];
    return message.attachments.map((file, place): CampaignFinding => {
      const at = `${where}[${String(place)}]`;
      requireCount(`${at}.octets`, file.octets);
      const refused = isRefused(file, refusedMediaTypes);
      const severity = refused || file.octets > attachmentOctets ? "error" : "warning";
      const { name, octets, mediaType } = file;
      const params = {
        message: message.id,
        file: name,
        mediaType,
        refused,
        octets,
        atMost: attachmentOctets,
      };
      return { code: "campaign-attachment", severity, where: at, params };
    });
  });
}

function isRefused({ mediaType }: CampaignAttachment, refused: readonly string[]): boolean {
  const own = mediaType
    .toLowerCase()
    .replace(/\s*;.*$/s, "")
    .trim();
  return refused.some((type) => {
    const given = type.toLowerCase();
    return given.endsWith("/*") ? own.startsWith(given.slice(0, -1)) : own === given;
  });
}

/** Links and files that do not open, and those nobody tried. */
export function openingFindings({ messages }: Campaign): CampaignFinding[] {
  if (messages.length === 0) return [notKnown("messages", "messages")];
  return messages.flatMap((message, index) => {
    const where = `messages[${String(index)}]`;
    return [...linkFindings(message, where), ...fileFindings(message, where)];
  });
}

/** Addresses that open a program of the customer's own: nothing can be followed. */
const NOT_FOLLOWED = /^(?:mailto|tel|sms):/i;
const ADDRESS = /https?:\/\/[^\s<>"'()[\]，。；：、！？（）《》「」“”]+/gi;

function linkFindings({ id, text, links }: CampaignMessage, where: string): CampaignFinding[] {
  if (links === undefined) return [notKnown("links", `${where}.links`)];
  const findings = links.flatMap(({ url, status }, index): CampaignFinding[] => {
    const at = `${where}.links[${String(index)}]`;
    if (status === undefined) {
      return NOT_FOLLOWED.test(url) ? [] : [notKnown(`whether ${url} opens`, at)];
    }
    requireCount(`${at}.status`, status);
    if (status >= 200 && status < 400) return [];
    const params = { message: id, url, status };
    return [{ code: "campaign-link-broken", severity: "error", where: at, params }];
  });
  const listed = new Set(links.map(({ url }) => url));
  for (const [address] of text.matchAll(ADDRESS)) {
    const url = address.replace(/[.,;:!?]+$/, "");
    if (listed.has(url) || listed.has(address)) continue;
    listed.add(url);
    findings.push(notKnown(`whether ${url} opens`, `${where}.text`));
  }
  return findings;
}

function fileFindings(message: CampaignMessage, where: string): CampaignFinding[] {
  const { id, channel, attachments } = message;
  const at = `${where}.attachments`;
  if (attachments === undefined) return channel === "email" ? [notKnown("attachments", at)] : [];
  return attachments.flatMap(({ name, opens }, index): CampaignFinding[] => {
    const place = `${at}[${String(index)}]`;
    if (opens === undefined) return [notKnown(`whether ${name} opens`, place)];
    if (opens) return [];
    const params = { message: id, file: name };
    return [{ code: "campaign-file-broken", severity: "error", where: place, params }];
  });
}
