import type { TimeZone } from "../../shared/time/time-zone.js";
import { ALL_WEEK } from "../opening/opening-hours.js";
import type { Touchpoint } from "./touchpoint.js";

const SEEN: Pick<Touchpoint, "visibility"> = { visibility: "frontstage" };

/**
 * The touchpoints of TP-1, ready to use; a firm takes those it has, names their owners and adds its own.
 *
 * The stages are those in which the field uses them as a rule, the realm is what a good visit there is felt as. No
 * owner is named, because only the firm knows it: {@link stageCoverage} lists what has none. Only the website has
 * opening hours, day and night.
 *
 * Why they are marked so:
 * - Salespeople advise before and sell during the purchase; a call centre answers before and after; an agent is a
 *   partner who does both for the firm.
 * - Advertising entertains to be seen at all; an event takes the visitor in (escapist) and is touched and tasted;
 *   reception is the setting itself (aesthetic), met on the way in, during and after.
 * - Collections staff see the customer after the purchase and explain what is owed (education); a manual teaches the
 *   use; the website, direct mail, telemarketing, e-mail and SMS inform.
 * - A club gives status and company (belonging), a loyalty card rewards buying (self-fulfilment), after-sales service
 *   lets the customer get done what the product was bought for (self-fulfilment).
 * - Word of mouth is earned: the firm hears of it and cannot order it; who speaks belongs to those who know.
 *
 * @remarks The list is TP-1's; realms after Pine and Gilmore (1998, "Welcome to the experience economy", Harvard
 * Business Review 76(4):97) with self-fulfilment and belonging beside them; owned and earned after the media trio of
 * owned, paid and earned, where what is paid stands under the firm's control and is owned here.
 */
export const STANDARD_TOUCHPOINTS: readonly Touchpoint[] = [
  {
    ...SEEN,
    id: "salespeople",
    name: "Salespeople",
    control: "owned",
    nature: "human",
    stages: ["before", "during"],
    channels: ["store", "visit"],
    senses: ["sight", "hearing", "touch"],
    realm: "self-fulfilment",
  },
  {
    ...SEEN,
    id: "call-centre",
    name: "Call centre",
    control: "owned",
    nature: "human",
    stages: ["before", "during", "after"],
    channels: ["phone"],
    senses: ["hearing"],
    realm: "education",
  },
  {
    ...SEEN,
    id: "agents",
    name: "Agents",
    control: "partner",
    nature: "human",
    stages: ["before", "during"],
    channels: ["agent"],
    senses: ["sight", "hearing"],
    realm: "self-fulfilment",
  },
  {
    ...SEEN,
    id: "advertising",
    name: "Advertising",
    control: "owned",
    nature: "digital",
    stages: ["before"],
    channels: ["television", "display", "print"],
    senses: ["sight", "hearing"],
    realm: "entertainment",
  },
  {
    ...SEEN,
    id: "events",
    name: "Events",
    control: "owned",
    nature: "physical",
    stages: ["before", "after"],
    channels: ["event"],
    senses: ["sight", "hearing", "smell", "taste", "touch"],
    realm: "escapist",
  },
  {
    ...SEEN,
    id: "collections-staff",
    name: "Collections staff",
    control: "owned",
    nature: "human",
    stages: ["after"],
    channels: ["phone", "visit"],
    senses: ["hearing"],
    realm: "education",
  },
  {
    ...SEEN,
    id: "reception",
    name: "Reception",
    control: "owned",
    nature: "human",
    stages: ["before", "during", "after"],
    channels: ["store"],
    senses: ["sight", "hearing", "smell"],
    realm: "aesthetic",
  },
  {
    ...SEEN,
    id: "manuals",
    name: "Manuals",
    control: "owned",
    nature: "physical",
    stages: ["after"],
    channels: ["print"],
    senses: ["sight", "touch"],
    realm: "education",
  },
  {
    ...SEEN,
    id: "website",
    name: "Website",
    control: "owned",
    nature: "digital",
    stages: ["before", "during", "after"],
    channels: ["web"],
    senses: ["sight"],
    realm: "education",
    hours: { zone: "UTC" as TimeZone, windows: ALL_WEEK },
  },
  {
    ...SEEN,
    id: "direct-mail",
    name: "Direct mail",
    control: "owned",
    nature: "physical",
    stages: ["before", "after"],
    channels: ["post"],
    senses: ["sight", "touch"],
    realm: "education",
  },
  {
    ...SEEN,
    id: "telemarketing",
    name: "Telemarketing",
    control: "owned",
    nature: "human",
    stages: ["before", "after"],
    channels: ["phone"],
    senses: ["hearing"],
    realm: "education",
  },
  {
    ...SEEN,
    id: "e-mail",
    name: "E-mail",
    control: "owned",
    nature: "digital",
    stages: ["before", "during", "after"],
    channels: ["email"],
    senses: ["sight"],
    realm: "education",
  },
  {
    ...SEEN,
    id: "sms",
    name: "SMS",
    control: "owned",
    nature: "digital",
    stages: ["before", "during", "after"],
    channels: ["sms"],
    senses: ["sight"],
    realm: "education",
  },
  {
    ...SEEN,
    id: "club",
    name: "Club",
    control: "owned",
    nature: "human",
    stages: ["after"],
    channels: ["club"],
    senses: ["sight", "hearing"],
    realm: "belonging",
  },
  {
    ...SEEN,
    id: "loyalty-card",
    name: "Loyalty card",
    control: "owned",
    nature: "physical",
    stages: ["during", "after"],
    channels: ["store", "app"],
    senses: ["sight", "touch"],
    realm: "self-fulfilment",
  },
  {
    ...SEEN,
    id: "after-sales-service",
    name: "After-sales service",
    control: "owned",
    nature: "human",
    stages: ["after"],
    channels: ["phone", "visit", "store"],
    senses: ["sight", "hearing"],
    realm: "self-fulfilment",
  },
  {
    ...SEEN,
    id: "word-of-mouth",
    name: "Word of mouth",
    control: "earned",
    nature: "human",
    stages: ["before", "after"],
    channels: ["conversation", "social"],
    senses: ["hearing"],
    realm: "belonging",
  },
];
