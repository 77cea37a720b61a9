import { dayOfDate } from "./calendar.js";

/** A product on sale. The makes and models are invented. */
export interface Product {
  readonly id: string;
  readonly category: string;
  /** Price in whole yuan. */
  readonly price: number;
  /** How often it is bought, against the others. */
  readonly weight: number;
  /** Too heavy to carry: delivered and installed even when bought in a shop. */
  readonly bulky: boolean;
  /** What is often bought with it. */
  readonly companion?: string;
}

function product(row: readonly [string, string, number, number, boolean, string?]): Product {
  const [id, category, price, weight, bulky, companion] = row;
  return { id, category, price, weight, bulky, ...(companion === undefined ? {} : { companion }) };
}

/** Everything the company sells. */
export const PRODUCTS: readonly Product[] = [
  product(["haitun-x1", "phone", 3299, 8, false, "case-x1"]),
  product(["haitun-lite", "phone", 1499, 8, false, "charger-65"]),
  product(["case-x1", "accessory", 79, 6, false]),
  product(["charger-65", "accessory", 129, 7, false]),
  product(["cable-usbc", "accessory", 39, 6, false]),
  product(["yunque-14", "computer", 5999, 5, false, "mouse-s"]),
  product(["yunque-16", "computer", 8499, 3, false, "mouse-s"]),
  product(["mouse-s", "accessory", 99, 5, false]),
  product(["songtao-tab", "tablet", 2399, 5, false, "pen-tab"]),
  product(["pen-tab", "accessory", 299, 3, false]),
  product(["lingxi-buds", "audio", 499, 9, false]),
  product(["lingxi-bar", "audio", 1299, 3, false, "cable-hdmi"]),
  product(["cable-hdmi", "accessory", 59, 4, false]),
  product(["yinhe-tv55", "television", 3599, 4, true, "cable-hdmi"]),
  product(["yinhe-tv75", "television", 7299, 2, true, "lingxi-bar"]),
  product(["qingquan-washer", "home-appliance", 2799, 4, true]),
  product(["beishan-fridge", "home-appliance", 4299, 3, true]),
  product(["qingfeng-air", "home-appliance", 2599, 4, true]),
  product(["mifan-cooker", "kitchen", 399, 6, false]),
  product(["chaxiang-kettle", "kitchen", 169, 6, false]),
  product(["doujiang-maker", "kitchen", 549, 4, false]),
  product(["zhufeng-watch", "wearable", 1199, 6, false, "strap-w"]),
  product(["strap-w", "accessory", 89, 3, false]),
  product(["jingxiang-cam", "camera", 4699, 2, false, "card-128"]),
  product(["card-128", "accessory", 109, 4, false]),
];

/** The shops, by city. */
export const SHOPS: Readonly<Record<string, readonly string[]>> = {
  Shanghai: ["shop-nanjing-road", "shop-xujiahui", "shop-wujiaochang"],
  Hangzhou: ["shop-wulin", "shop-binjiang"],
  Suzhou: ["shop-guanqian"],
};

/** A burst of outbound messages. */
export interface Campaign {
  readonly day: number;
  readonly topic: string;
  readonly channel: "email" | "sms";
  /** Share of the customers who allow the channel that were written to. */
  readonly reachShare: number;
}

function campaign(date: string, topic: string, channel: "email" | "sms"): Campaign {
  return { day: dayOfDate(date), topic, channel, reachShare: 0.13 };
}

/** The messages of the two years. */
export const CAMPAIGNS: readonly Campaign[] = [
  campaign("2024-02-02", "spring-festival", "sms"),
  campaign("2024-05-29", "mid-year-sale", "email"),
  campaign("2024-09-10", "mid-autumn", "sms"),
  campaign("2024-11-05", "singles-day", "email"),
  campaign("2025-01-20", "spring-festival", "sms"),
  campaign("2025-03-03", "click-and-collect", "email"),
  campaign("2025-05-29", "mid-year-sale", "email"),
  campaign("2025-09-08", "next-day-delivery", "email"),
  campaign("2025-11-05", "singles-day", "email"),
];

/** How strongly the calendar moves buying on a day: sales in June and November, gifts before the Spring Festival. */
export function seasonRate(monthAndDay: string): number {
  if (monthAndDay >= "06-01" && monthAndDay <= "06-20") return 1.6;
  if (monthAndDay >= "11-01" && monthAndDay <= "11-15") return 2;
  if (monthAndDay >= "01-15" && monthAndDay <= "02-08") return 1.3;
  return 1;
}
