// How dates, money and numbers are written in a language. Internal: not part of the package's surface.
import { isCurrencyCode } from "../../shared/money/currency.js";
import { formatMoney, moneyToDecimal } from "../../shared/money/money.js";
import type { Money } from "../../shared/money/money.js";
import { datePartsOf, isPlainDate } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { PlaceholderType } from "./care-template.js";
import { primaryLanguage } from "./language-range.js";

const ENGLISH_MONTHS: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Where English puts the month before the day. */
const MONTH_FIRST: ReadonlySet<string> = new Set(["us", "ca", "ph"]);

const LARGEST_NUMBER = 1e15;

/** Whether a value is of the type a placeholder asks for. */
export function isOfType(value: unknown, type: PlaceholderType): boolean {
  if (type === "text") return typeof value === "string";
  if (type === "date") return isPlainDate(value);
  if (type === "number") return typeof value === "number" && Math.abs(value) < LARGEST_NUMBER;
  if (typeof value !== "object" || value === null) return false;
  const { amount, currency } = value as Partial<Money>;
  return Number.isSafeInteger(amount) && isCurrencyCode(currency);
}

/** A value of the right type in words of a language. */
export function writtenValue(
  value: unknown,
  { type, language }: { readonly type: PlaceholderType; readonly language: string },
): string {
  if (type === "date") return writtenDate(value as PlainDate, language);
  if (type === "money") return writtenMoney(value as Money, language);
  return type === "number" ? writtenNumber(value as number) : (value as string);
}

function writtenDate(date: PlainDate, language: string): string {
  const [primary, ...more] = language.toLowerCase().split("-");
  const { year, month, day } = datePartsOf(date);
  if (primary === "zh") return `${year}年${month}月${day}日`;
  if (primary !== "en") return date;
  const name = ENGLISH_MONTHS[month - 1]!;
  return more.some((one) => MONTH_FIRST.has(one))
    ? `${name} ${day}, ${year}`
    : `${day} ${name} ${year}`;
}

function writtenMoney(value: Money, language: string): string {
  const primary = primaryLanguage(language);
  const decimal = moneyToDecimal(value).replace(/\.0+$/, "");
  if (primary === "zh" && value.currency === "CNY") return `${decimal}元`;
  if (primary === "zh") return `${decimal} ${value.currency}`;
  if (primary !== "en") return formatMoney(value);
  const [whole = "", ...decimals] = decimal.split(".");
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, "$&,");
  return `${value.currency} ${[grouped, ...decimals].join(".")}`;
}

/** At most six decimals and no thousands separators, which a year or a house number would not bear. */
function writtenNumber(value: number): string {
  const text = value.toFixed(6).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}
