import type { ContactChannel } from "../../customer/record/contact-point.js";

/** How long a message of one channel may be; without limit where absent. */
export interface MessageLimit {
  /** Characters of the subject or title at most, a pair of surrogates counting one. */
  readonly subjectCharacters?: number;
  /** Characters of the body at most, a pair of surrogates counting one. */
  readonly bodyCharacters?: number;
  /** Segments of a text message at most. */
  readonly segments?: number;
}

/** How long messages may be, by channel; a channel not named has no limit. */
export type MessageLimits = Readonly<Partial<Record<ContactChannel, MessageLimit>>>;

/**
 * Lengths at which a message still reaches its reader whole.
 *
 * @remarks The library's own choice. E-mail: 255 characters are what mail stores commonly keep of a subject (the limit
 * of RFC 5322, section 2.1.1, is 998 a line). Text messages: two segments, since each is charged for. Push: what a
 * locked screen shows. Messaging: what is read without scrolling twice. Letters: one page.
 */
export const DEFAULT_MESSAGE_LIMITS: MessageLimits = {
  email: { subjectCharacters: 255 },
  sms: { segments: 2 },
  push: { subjectCharacters: 65, bodyCharacters: 240 },
  messaging: { subjectCharacters: 65, bodyCharacters: 600 },
  post: { subjectCharacters: 120, bodyCharacters: 1800 },
};

/** A subject or body that is too long. */
export interface MessageExcess {
  /** Which part. */
  readonly part: "subject" | "body";
  /** How long it is. */
  readonly length: number;
  /** How long it may be. */
  readonly limit: number;
  /** What is counted. */
  readonly unit: "characters" | "segments";
}
