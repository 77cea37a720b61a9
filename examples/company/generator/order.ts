import { DAY_COUNT, dateOfDay, instantOn } from "./calendar.js";
import { PRODUCTS, seasonRate } from "./catalogue.js";
import type { Product } from "./catalogue.js";
import { livesAbroad } from "./customers.js";
import { deliver } from "./delivery.js";
import { addInteraction, nearbyShop, onlineHours, shopHours } from "./diary.js";
import type { Diary } from "./diary.js";
import { chance, pickWeighted, whole } from "./random.js";
import type { PurchaseRow } from "./rows.js";
import { MEASURE_DAY } from "./story.js";

/** An order as the rest of the customer's life sees it. */
export interface Order {
  readonly purchase: string;
  readonly day: number;
  readonly touchpoint: string;
  readonly isBulky: boolean;
  /** The day the customer holds the goods. */
  readonly arrivalDay: number;
}

/** Share of online orders collected in a shop since the measure. */
const COLLECT_SHARE = 0.24;

/** Price in percent of the list price on sale days. */
const SALE_PERCENT = 92;

/** Places an order on a day: what, where, how it reaches the customer. */
export function placeOrder(diary: Diary, day: number): Order {
  const { random, person } = diary;
  const isOnline = chance(random, person.onlineShare);
  const onlineChannel = chance(random, 0.55) ? "app" : "web";
  const shop = nearbyShop(diary);
  const products = drawProducts(diary);
  const isBulky = products.some((product) => product.bulky);
  const mayCollect = isOnline && !isBulky && day >= MEASURE_DAY && !livesAbroad(person);
  const isCollected = chance(random, COLLECT_SHARE) && mayCollect;

  const channel = isOnline ? onlineChannel : "store";
  const onlineTouchpoint = isCollected
    ? "click-and-collect"
    : channel === "app"
      ? "app"
      : "website";
  const touchpoint = isOnline ? onlineTouchpoint : shop;
  const purchase = `${person.row.id}#${String(diary.purchases.length)}`;
  const at = instantOn(random, day, isOnline ? onlineHours(person) : shopHours(day));
  for (const product of products) {
    diary.purchases.push(
      toLine(diary, product, { id: purchase, customer: person.row.id, at, channel, touchpoint }),
    );
  }
  const arrivalDay =
    isBulky || (isOnline && !isCollected)
      ? deliver(diary, day, { purchase, topic: isBulky ? "bulky-goods" : "parcel" })
      : isCollected
        ? collect(diary, day, { purchase, shop })
        : day;
  return { purchase, day, touchpoint, isBulky, arrivalDay };
}

function drawProducts({ random }: Diary): readonly Product[] {
  const main = pickWeighted(
    random,
    PRODUCTS.map((product) => [product, product.weight] as const),
  );
  const takesCompanion = chance(random, 0.38);
  const companion = takesCompanion
    ? PRODUCTS.find((product) => product.id === main.companion)
    : undefined;
  return companion === undefined ? [main] : [main, companion];
}

function toLine(
  { random, person }: Diary,
  product: Product,
  where: Pick<PurchaseRow, "id" | "customer" | "at" | "channel" | "touchpoint">,
): PurchaseRow {
  const several = whole(random, 1, 4);
  const quantity = person.row.kind === "organisation" && !product.bulky ? several : 1;
  const percent = seasonRate(where.at.slice(5, 10)) > 1 ? SALE_PERCENT : 100;
  return {
    ...where,
    product: product.id,
    category: product.category,
    quantity,
    amount_minor: product.price * quantity * percent,
    currency: "CNY",
  };
}

function collect(
  diary: Diary,
  day: number,
  { purchase, shop }: { readonly purchase: string; readonly shop: string },
): number {
  const arrivalDay = day + whole(diary.random, 1, 2);
  addInteraction(diary, arrivalDay, {
    hours: shopHours(arrivalDay),
    touchpoint: shop,
    channel: "store",
    direction: "inbound",
    kind: "visit",
    outcome: "collected",
    topic: "click-and-collect",
    purchase,
    mood: 0.55,
  });
  return arrivalDay;
}

/** Sends the first line of some orders back. */
export function maybeReturn(diary: Diary, order: Order): void {
  const { random } = diary;
  const returns = chance(random, 0.045);
  const day = order.arrivalDay + whole(random, 3, 12);
  const line = diary.purchases.find((row) => row.id === order.purchase);
  if (!returns || day >= DAY_COUNT || line === undefined) return;
  diary.purchases.push({
    ...line,
    id: `${order.purchase}R`,
    at: instantOn(
      random,
      day,
      line.channel === "store" ? shopHours(day) : onlineHours(diary.person),
    ),
    quantity: -line.quantity,
    amount_minor: -line.amount_minor,
    return_of: order.purchase,
  });
}

const SEASON_RATES = Array.from({ length: DAY_COUNT }, (_, day) =>
  seasonRate(dateOfDay(day).slice(5)),
);

/** How likely the customer is to order on a day, before their troubles count. */
export function orderProbability({ person }: Diary, day: number): number {
  return person.orderRate * SEASON_RATES[day]!;
}
