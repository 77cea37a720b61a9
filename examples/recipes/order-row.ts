import { instant, moneyFromDecimal, type CurrencyCode } from "goodwill/shared";

/** A line of an order export, by the names of its columns. */
export type OrderLine = Readonly<Record<string, string>>;

/** Whether a line is an order, paid and kept: further line items repeat the order without a total. */
export function isOrder(line: OrderLine): boolean {
  return line["Total"] !== "" && ["paid", "partially_refunded"].includes(line["Financial Status"]!);
}

/**
 * The purchase a line tells of, less what was paid back. What cannot be read stays as it is, for the sieve to hand
 * back with its reason.
 */
export function orderRow(line: OrderLine, currency: CurrencyCode): { readonly id: string } {
  const { Name: id = "", Email = "", Currency, Total = "", "Created at": at = "" } = line;
  const { "Refunded Amount": refunded = "" } = line;
  const amounts = [Total, refunded === "" ? "0" : refunded].map((text) =>
    read(() => moneyFromDecimal(text, currency).amount, text),
  );
  const [paid, back] = amounts;
  const isRead = typeof paid === "number" && typeof back === "number";
  const total = { amount: isRead ? paid - back : amounts.join(" - "), currency: Currency };
  // 2025-01-05 12:00:00 -0500 is how the platform writes 2025-01-05T12:00:00-0500.
  const moment = read(() => instant(at.replace(" ", "T").replace(" ", "")), at);
  return { id, ...{ customer: Email.toLowerCase(), at: moment, total } };
}

function read<Meaning>(meaning: () => Meaning, text: string): Meaning | string {
  try {
    return meaning();
  } catch {
    return text;
  }
}
