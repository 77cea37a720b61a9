import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { seededRandom } from "goodwill/shared";

const COLUMNS =
  "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Total,Lineitem name,Created at,Refunded Amount";
const DAY_MS = 86_400_000;

/**
 * Writes so many made-up orders of one year as a shop platform exports them: a second line item is a second line
 * without totals; some orders are pending, refunded, in another currency, or broken.
 */
export async function writeOrderExport(file: string, orders: number): Promise<void> {
  await pipeline(Readable.from(exportLines(orders)), createWriteStream(file));
}

function* exportLines(orders: number): Generator<string> {
  const random = seededRandom(2025);
  const wait = (mean: number): number => -mean * Math.log(1 - random());
  yield `${COLUMNS}\n`;
  let n = 0;
  for (let customer = 0; n < orders; customer += 1) {
    const leaves = 1 - random() ** 0.4;
    const pace = 15 + wait(60);
    const basket = 20 + wait(15) + wait(15);
    let day = 365 * random();
    do {
      yield* orderLines(n, { email: `buyer${String(customer)}@example.com`, day, random, basket });
      n += 1;
      day += wait(pace);
    } while (n < orders && day < 365 && random() > leaves);
  }
}

function* orderLines(
  n: number,
  made: {
    readonly email: string;
    readonly day: number;
    readonly random: () => number;
    readonly basket: number;
  },
): Generator<string> {
  const { email, day, random, basket } = made;
  const name = `#${String(1001 + n)}`;
  const total = (basket * (0.5 + random())).toFixed(2);
  const moment = new Date(Date.UTC(2025, 0, 1) + day * DAY_MS).toISOString().slice(0, 19);
  const at = `${moment.replace("T", " ")} -0500`;
  const line = { name, email, status: "paid", currency: "USD", total, at, refunded: "0.00" };
  const odd = n % 1000;
  if (odd === 100) line.status = "pending";
  if (odd === 200) Object.assign(line, { status: "refunded", refunded: total });
  if (odd === 300) Object.assign(line, { status: "partially_refunded", refunded: "5.00" });
  if (odd === 400) line.currency = "CAD";
  if (odd === 500) line.total = `-${total}`;
  if (odd === 600) line.at = `2025-02-30 ${at.slice(11)}`;
  if (odd === 700) line.name = "#1001";
  if (odd === 800) line.email = "";
  yield `${[line.name, line.email, line.status, line.at, line.currency, line.total, "0.00", line.total, '"Tea, green"', line.at, line.refunded].join(",")}\n`;
  if (n % 4 === 0) yield `${line.name},${line.email},,,,,,,Teapot,${line.at},\n`;
}
