import { CAMPAIGNS } from "./catalogue.js";
import { livesAbroad } from "./customers.js";
import { OFFICE_HOURS, addInteraction, nearbyShop, onlineHours, shopHours } from "./diary.js";
import type { Diary } from "./diary.js";
import type { Order } from "./order.js";
import { chance, pick, pickWeighted, whole } from "./random.js";

const QUESTIONS = ["price", "stock", "features", "warranty", "delivery-time"] as const;

/** A visit to a shop or a look at the website or the app; most end without an order. */
export function browse(diary: Diary, day: number): void {
  visit(diary, day, "looked-around");
}

/** Lets some orders be prepared by a visit, and some by a question, in the week before. */
export function prepareOrder(diary: Diary, order: Order): void {
  const { random } = diary;
  const visits = chance(random, 0.23);
  const visitDay = order.day - whole(random, 1, 6);
  const asks = chance(random, 0.17);
  const questionDay = order.day - whole(random, 1, 4);
  if (visits) visit(diary, visitDay, "compared");
  if (asks) enquire(diary, questionDay);
}

function visit(diary: Diary, day: number, outcome: string): void {
  const { random, person } = diary;
  const isOnline = chance(random, person.onlineShare);
  const isApp = chance(random, 0.5);
  const shop = nearbyShop(diary);
  addInteraction(diary, day, {
    hours: isOnline ? onlineHours(person) : shopHours(day),
    touchpoint: isOnline ? (isApp ? "app" : "website") : shop,
    channel: isOnline ? (isApp ? "app" : "web") : "store",
    direction: "inbound",
    kind: "visit",
    outcome,
    topic: "range",
    mood: 0.25,
  });
}

function enquire(diary: Diary, day: number): void {
  const { random } = diary;
  const isChat = chance(random, 0.55) || livesAbroad(diary.person);
  const isAnswered = chance(random, 0.9);
  addInteraction(diary, day, {
    hours: isChat ? onlineHours(diary.person) : OFFICE_HOURS,
    touchpoint: isChat ? "chat" : "call-centre",
    channel: isChat ? "chat" : "phone",
    direction: "inbound",
    kind: "enquiry",
    outcome: isAnswered ? "answered" : "unanswered",
    topic: pick(random, QUESTIONS),
    mood: isAnswered ? 0.3 : -0.4,
  });
}

/** Brings some customers back to the service desk with what they bought. */
export function comeForService(diary: Diary, order: Order): void {
  const { random } = diary;
  const comes = chance(random, 0.08);
  const day = order.arrivalDay + whole(random, 10, 120);
  const isSolved = chance(random, 0.82);
  const topic = pick(random, ["repair", "setup", "warranty"] as const);
  if (!comes || livesAbroad(diary.person)) return;
  addInteraction(diary, day, {
    hours: shopHours(day),
    touchpoint: "service-desk",
    channel: "store",
    direction: "inbound",
    kind: "service",
    outcome: isSolved ? "solved" : "unsolved",
    topic,
    purchase: order.purchase,
    mood: isSolved ? 0.4 : -0.5,
  });
}

/** Sends the campaigns to a part of those who allow the channel; two or three in a hundred click. */
export function receiveMessages(diary: Diary): void {
  const { random, person } = diary;
  for (const campaign of CAMPAIGNS) {
    const consent =
      campaign.channel === "email" ? person.row.consent_email : person.row.consent_sms;
    const isReached = chance(random, campaign.reachShare);
    const outcome = pickWeighted(random, [
      ["clicked", 2.5],
      ["opened", 30],
      ["ignored", 67.5],
    ] as const);
    if (consent !== "granted" || !isReached) continue;
    addInteraction(diary, campaign.day, {
      hours: OFFICE_HOURS,
      touchpoint: campaign.channel,
      channel: campaign.channel,
      direction: "outbound",
      kind: "message",
      outcome,
      topic: campaign.topic,
    });
  }
}
