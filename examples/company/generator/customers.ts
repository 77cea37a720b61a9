import { drawContactPoints } from "./contact-points.js";
import { DAY_COUNT, dateOfDay } from "./calendar.js";
import { chance, pick, pickWeighted, whole } from "./random.js";
import type { Random } from "./random.js";
import type { CustomerRow, Segment } from "./rows.js";

/** How many customers the company has. */
export const CUSTOMER_COUNT = 500;

/** The customer who was born on a 29 February. */
const LEAP_DAY_CUSTOMER = 29;

const SURNAMES = (
  "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han " +
  "Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du"
).split(" ");
const GIVEN_NAMES = (
  "Weimin Xiulan Jianguo Lihua Zihan Yichen Haoran Ruoxi Jiayi Mingyu Xinyi Zixuan Yutong Chenxi Haoyu Siqi " +
  "Jingyi Tianyu Meiling Guoqiang Xiaoyan Jianhua Shufen Peng Lei Jing Min Tao Fang Jun Ying Qiang Na Bo Ping " +
  "Yuhan Muchen Ruolin Shiyun Kexin Anqi Zhiyuan Wenjing Yaqin Baohua Qiuyue Donghai Liwei Hongmei Xiaofeng"
).split(" ");
const FIRST_NAMES_ABROAD =
  "Grace Daniel Olivia Samuel Hannah Peter Amelia Victor Lucy Andrew".split(" ");
const ORGANISATION_NAMES =
  "Qinghe Yulan Mingde Hengtai Xinghe Baiyun Tongzhou Lvye Jinfan Chunhui Hongtu Zhiyuan Anjie Shengshi Weilai".split(
    " ",
  );
const TRADES = [
  "Design Studio",
  "Primary School",
  "Hotel",
  "Tea House",
  "Logistics",
  "Dental Clinic",
];

/** A customer and the leanings that drive what they do; the leanings are never written out. */
export interface Person {
  readonly row: CustomerRow;
  /** First day on which they can buy; 0 for those who were there before. */
  readonly firstDay: number;
  /** Bought for the first time on their first day. */
  readonly isNew: boolean;
  /** Probability of an order on an ordinary day. */
  readonly orderRate: number;
  /** Probability that an order is placed online. */
  readonly onlineShare: number;
}

/** True for the few who live in London or New York: they order online and are served by chat. */
export function livesAbroad({ row }: Person): boolean {
  return row.time_zone !== "Asia/Shanghai";
}

/** Mean days between two orders. */
const ORDER_INTERVAL_DAYS: Readonly<Record<Segment, number>> = { low: 260, mid: 160, high: 90 };

/** Draws one customer: who they are, where they live, what they allow, how they like to buy. */
export function drawPerson(random: Random, index: number): Person {
  const kind = chance(random, 0.06) && index !== LEAP_DAY_CUSTOMER ? "organisation" : "person";
  const home = drawHome(random, kind);
  const segment = pickWeighted(random, segmentWeights(kind));
  const isNew = chance(random, 0.32);
  const firstDay = isNew ? whole(random, 0, DAY_COUNT - 40) : 0;
  const since = isNew ? dateOfDay(firstDay) : dateOfDay(-whole(random, 1, 1900));
  const name = drawName(random, kind, home.abroad);
  const birthday = kind === "person" ? drawBirthday(random, index) : undefined;
  const contact = drawContactPoints(random, index, { name, zone: home.time_zone });
  const owner = whole(random, 1, 6);
  const row: CustomerRow = {
    id: `C${String(index).padStart(3, "0")}`,
    kind,
    name,
    segment,
    city: home.city,
    time_zone: home.time_zone,
    language: home.language,
    since,
    ...(birthday === undefined ? {} : { birthday }),
    ...contact,
    ...(kind === "organisation" || segment === "high" ? { owner: `staff-${String(owner)}` } : {}),
  };
  const lively = 0.7 + 0.6 * (whole(random, 0, 1000) / 1000);
  return {
    row,
    firstDay,
    isNew,
    orderRate: lively / ORDER_INTERVAL_DAYS[segment],
    onlineShare: home.abroad ? 1 : 0.35 + 0.4 * (whole(random, 0, 1000) / 1000),
  };
}

function segmentWeights(kind: CustomerRow["kind"]): readonly (readonly [Segment, number])[] {
  return kind === "organisation"
    ? [
        ["low", 1],
        ["mid", 3],
        ["high", 6],
      ]
    : [
        ["low", 50],
        ["mid", 36],
        ["high", 14],
      ];
}

interface Home extends Pick<CustomerRow, "city" | "time_zone" | "language"> {
  readonly abroad: boolean;
}

function drawHome(random: Random, kind: CustomerRow["kind"]): Home {
  const city = pickWeighted(random, [
    ["Shanghai", 45],
    ["Hangzhou", 30],
    ["Suzhou", 22],
    ["London", 2],
    ["New York", 1.4],
  ]);
  if (kind === "person" && city === "London") {
    return { city, time_zone: "Europe/London", language: "en-GB", abroad: true };
  }
  if (kind === "person" && city === "New York") {
    return { city, time_zone: "America/New_York", language: "en-US", abroad: true };
  }
  const inChina = city === "London" || city === "New York" ? "Shanghai" : city;
  return { city: inChina, time_zone: "Asia/Shanghai", language: "zh-CN", abroad: false };
}

function drawName(random: Random, kind: CustomerRow["kind"], abroad: boolean): string {
  if (kind === "organisation") return `${pick(random, ORGANISATION_NAMES)} ${pick(random, TRADES)}`;
  const surname = pick(random, SURNAMES);
  return abroad
    ? `${pick(random, FIRST_NAMES_ABROAD)} ${surname}`
    : `${surname} ${pick(random, GIVEN_NAMES)}`;
}

function drawBirthday(random: Random, index: number): string | undefined {
  const known = chance(random, 0.86);
  const chinese = chance(random, 0.07);
  const year = whole(random, 1948, 2006);
  const month = String(whole(random, 1, 12)).padStart(2, "0");
  const day = (last: number): string => String(whole(random, 1, last)).padStart(2, "0");
  if (index === LEAP_DAY_CUSTOMER) return "1988-02-29";
  if (!known) return undefined;
  return chinese ? `chinese:${month}-${day(30)}` : `${String(year)}-${month}-${day(28)}`;
}
