import { DAY_COUNT, dateOfDay, dayOfDate, instantOn } from "./calendar.js";
import type { UtcHours } from "./calendar.js";
import type { Person } from "./customers.js";
import { onlineHours } from "./diary.js";
import { bell, chance, pickWeighted, uniform, whole } from "./random.js";
import type { Random } from "./random.js";
import type { PurchaseRow, VisitRow } from "./rows.js";
import { WEB_EFFECTS } from "./story.js";

/** The first day of the web log: it covers the last quarter. */
const FIRST_DAY = dayOfDate("2025-10-01");

/** How visitors come to the website, and how often: for a first look, and to come back. */
const ENTRIES = [
  ["search-ad", { first: 30, back: 14 }],
  ["social-ad", { first: 24, back: 5 }],
  ["price-portal", { first: 16, back: 8 }],
  ["friend-link", { first: 10, back: 4 }],
  ["newsletter", { first: 4, back: 24 }],
  ["direct", { first: 16, back: 45 }],
] as const;

type Entry = (typeof ENTRIES)[number][0];

/** Mean feeling at a page, of those who answer the one question at its foot. */
const MOODS: Readonly<Record<string, number>> = {
  "product-page": 0.3,
  reviews: 0.5,
  basket: 0.2,
  checkout: -0.35,
  order: 0.6,
};

/** The hours in which a visit can begin, so that it ends before the day does. */
function visitHours(person: Person): UtcHours {
  const [first, end] = onlineHours(person);
  return [first, end - 1];
}

/** One customer's look around or way to an order, while it is being drawn. */
interface Log {
  readonly random: Random;
  readonly person: Person;
  readonly rows: VisitRow[];
}

/** A customer's visits to the website in the last quarter: those that led to an order, and those that did not. */
export function drawVisits(
  person: Person,
  { random, purchases }: { readonly random: Random; readonly purchases: readonly PurchaseRow[] },
): VisitRow[] {
  const log: Log = { random, person, rows: [] };
  const orders = purchases.filter(
    (row, index) =>
      row.channel !== "store" &&
      row.return_of === undefined &&
      row.at >= dateOfDay(FIRST_DAY) &&
      purchases.findIndex(({ id }) => id === row.id) === index,
  );
  for (const order of orders) wayToAnOrder(log, order);
  const looks = whole(random, 0, WEB_EFFECTS.mostLooks);
  for (let i = 0; i < looks; i += 1) lookAround(log);
  return log.rows;
}

function wayToAnOrder(log: Log, order: PurchaseRow): void {
  const { random } = log;
  const looks = whole(random, 0, 3);
  const orderDay = dayOfDate(order.at.slice(0, 10));
  for (let i = 0; i < looks; i += 1) {
    const day = orderDay - whole(random, 1, 12);
    const entry = drawEntry(random, i === 0 ? "first" : "back");
    const pages = chance(random, 0.5) ? ["product-page", "reviews"] : ["product-page"];
    if (day >= Math.max(FIRST_DAY, log.person.firstDay))
      visit(log, { at: instantOn(random, day, visitHours(log.person)), entry, pages });
  }
  const pages = [
    "product-page",
    ...(chance(random, WEB_EFFECTS.buyersWhoReadReviewsShare) ? ["reviews"] : []),
    "basket",
    "checkout",
    "order",
  ];
  const entry = drawEntry(random, looks === 0 ? "first" : "back");
  const minutes = pages.slice(1).map(() => whole(random, 1, 4));
  const last = Date.parse(order.at);
  const steps = minutes.reduce((sum, one) => sum + one, 1);
  const minute = minuteBefore(last, steps);
  const at = new Date(last - minute * steps).toISOString();
  visit(log, { at, entry, pages, minutes, minute, purchase: order.id });
}

/** A minute in milliseconds; less for an order in the first minutes of a day, so that the visit is on the same day. */
function minuteBefore(milliseconds: number, steps: number): number {
  const intoDay = Math.floor((milliseconds % 86_400_000) / 1000);
  return 1000 * Math.min(60, Math.floor(intoDay / steps));
}

function lookAround(log: Log): void {
  const { random, person } = log;
  const day = whole(random, Math.max(FIRST_DAY, person.firstDay), DAY_COUNT - 1);
  const pages = ["product-page"];
  if (chance(random, 0.25)) pages.push("reviews");
  if (chance(random, WEB_EFFECTS.basketShare)) {
    pages.push("basket");
    if (chance(random, WEB_EFFECTS.checkoutShare)) pages.push("checkout");
  } else if (chance(random, 0.2)) {
    pages.push("product-page");
  }
  const entry = drawEntry(random, chance(random, 0.6) ? "first" : "back");
  visit(log, { at: instantOn(random, day, visitHours(person)), entry, pages });
}

function drawEntry(random: Random, time: "first" | "back"): Entry {
  return pickWeighted(
    random,
    ENTRIES.map(([entry, weights]) => [entry, weights[time]] as const),
  );
}

/** One visit: the entry, then a page every few minutes; the order itself falls on the moment of the purchase. */
function visit(
  { random, person, rows }: Log,
  {
    at,
    entry,
    pages,
    minutes = pages.slice(1).map(() => whole(random, 1, 4)),
    minute = 60_000,
    purchase,
  }: {
    readonly at: string;
    readonly entry: Entry;
    readonly pages: readonly string[];
    readonly minutes?: readonly number[];
    readonly minute?: number;
    readonly purchase?: string;
  },
): void {
  let milliseconds = Date.parse(at);
  const add = (row: Omit<VisitRow, "id" | "customer" | "at" | "channel" | "direction">): void => {
    rows.push({
      id: "",
      customer: person.row.id,
      at: new Date(milliseconds).toISOString(),
      channel: "web",
      direction: "inbound",
      ...row,
    });
  };
  add({ touchpoint: entry, kind: "arrival" });
  pages.forEach((page, index) => {
    milliseconds += minute * (index === 0 ? 1 : minutes[index - 1]!);
    const feeling = drawFeeling(random, page);
    const isStuck =
      page === "checkout" && chance(random, WEB_EFFECTS.stuckShare) && index === pages.length - 1;
    add({
      touchpoint: page,
      kind: page === "order" ? "order" : "view",
      ...(page === "order" ? { outcome: "purchase" } : {}),
      ...(feeling === undefined ? {} : { feeling }),
      ...(isStuck ? { topic: "delivery-date" } : {}),
      ...(page === "order" && purchase !== undefined ? { purchase } : {}),
    });
  });
}

/** One visitor in three answers how it went, in tenths. */
function drawFeeling(random: Random, page: string): number | undefined {
  const answers = uniform(random) < WEB_EFFECTS.answersShare;
  const felt = Math.round(10 * bell(random, MOODS[page]!, 0.25));
  const tenths = Math.min(10, Math.max(-10, felt));
  return answers ? (tenths === 0 ? 0 : tenths / 10) : undefined;
}
