import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Money } from "../../shared/money/money.js";

/** A file that goes with a message. */
export interface CampaignAttachment {
  /** Its name, such as `catalogue.pdf`. */
  readonly name: string;
  /** Its size in octets, whole, at least 0. */
  readonly octets: number;
  /** What it is, as a media type such as `application/pdf`. */
  readonly mediaType: string;
  /** Whether the host opened it, as a customer would; not tried when absent. */
  readonly opens?: boolean;
}

/** An address in a message that a customer can follow, to a page or a file. */
export interface CampaignLink {
  /** The address, as it stands in the message. */
  readonly url: string;
  /** What the host got when it followed the address: the last HTTP status, 0 for no answer; not tried when absent. */
  readonly status?: number;
}

/** One message, as customers get it. */
export interface CampaignMessage {
  /** The firm's id of the message; unique in a campaign. */
  readonly id: string;
  /** Its language, as a BCP 47 tag such as `zh-CN`. */
  readonly language: string;
  /** The channel; a page of the web when `web`. */
  readonly channel: ContactChannel | "web";
  /** Its subject line; absent where there is none. */
  readonly subject?: string;
  /** Its words. */
  readonly text: string;
  /** The files that go with it; not known when absent, none when empty. */
  readonly attachments?: readonly CampaignAttachment[];
  /** The links in it; not known when absent, none when empty. */
  readonly links?: readonly CampaignLink[];
}

/** Something customers can ask for, and what they pay for getting it. */
export interface CampaignCharge {
  /** What, in the firm's own words: `price list`. */
  readonly what: string;
  /** How it is sent. */
  readonly sentBy: ContactChannel | "web";
  /** What it costs the customer; 0 when nothing. */
  readonly price: Money;
}

/** How quickly something is answered, as it was measured in this campaign or one like it. */
export interface CampaignAnswers {
  /** The hours each answer took. */
  readonly answeredHours: readonly number[];
  /** The hours each one has waited that has no answer yet; nobody waits when absent. */
  readonly waitingHours?: readonly number[];
  /** What customers are promised, in hours; nothing when absent. */
  readonly promisedHours?: number;
}

/** How the firm serves those who respond. What is absent is not known. */
export interface CampaignService {
  /** Answers to enquirers who did not order. */
  readonly enquiries?: CampaignAnswers;
  /** Confirmations of orders. */
  readonly orders?: CampaignAnswers;
  /** Confirmations of payments. */
  readonly payments?: CampaignAnswers;
  /** How many complaints have no answer although the firm's own time for it is over. */
  readonly complaintsUnanswered?: number;
  /** How many refunds asked for have no answer although the firm's own time for it is over. */
  readonly refundsUnanswered?: number;
  /** How many requests for printed matter have no answer although the firm's own time for it is over. */
  readonly printRequestsUnanswered?: number;
}

/** A promotion by e-mail and web, before it is sent (PRO-8). */
export interface Campaign {
  /** The firm's id of the campaign. */
  readonly id: string;
  /** Its messages. */
  readonly messages: readonly CampaignMessage[];
  /** What customers pay for being sent something; not known when absent, nothing when empty. */
  readonly charges?: readonly CampaignCharge[];
  /** Claims the firm can prove, word for word: they are not exaggerated; none when absent. */
  readonly provenClaims?: readonly string[];
  /** How those who respond are served; not known when absent. */
  readonly service?: CampaignService;
}
