import { DAY_COUNT, dayOfDate, instantOn } from "./calendar.js";
import { OFFICE_HOURS } from "./diary.js";
import { chance, pick, whole } from "./random.js";
import type { Random } from "./random.js";
import type { CustomerRecordRow, CustomerRow } from "./rows.js";

/** Share of the customers whom another department has written down, too. */
const KNOWN_ELSEWHERE_SHARE = { shop: 0.22, "service-desk": 0.12 } as const;

/** What the shop and the service desk know of a customer: some of it old, some of it misspelt, much of it missing. */
export function drawRecords(customer: CustomerRow, random: Random): CustomerRecordRow[] {
  return (["shop", "service-desk"] as const).flatMap((source) => {
    const isKnown = chance(random, KNOWN_ELSEWHERE_SHARE[source]);
    const row = drawRecord(customer, { source, random });
    return isKnown ? [row] : [];
  });
}

function drawRecord(
  { id, kind, name, email, phone, birthday, city, since }: CustomerRow,
  { source, random }: { readonly source: CustomerRecordRow["source"]; readonly random: Random },
): CustomerRecordRow {
  const day = whole(random, Math.max(0, dayOfDate(since)), DAY_COUNT - 1);
  const keepsEmail = chance(random, source === "shop" ? 0.6 : 0.3);
  const keepsPhone = chance(random, source === "shop" ? 0.7 : 0.85);
  const isOldPhone = chance(random, 0.12);
  const keepsBirthday = chance(random, 0.4);
  const written = misspell(name, random);
  const shouted = chance(random, 0.3);
  return {
    source,
    record_id: "",
    customer: id,
    at: instantOn(random, day, OFFICE_HOURS),
    kind,
    name: written,
    ...(keepsEmail && email !== undefined && { email: shouted ? email.toUpperCase() : email }),
    ...(keepsPhone &&
      phone !== undefined && { phone: isOldPhone ? earlierPhone(phone, random) : phone }),
    ...(keepsBirthday && birthday !== undefined && { birthday }),
    ...(source === "shop" && { city }),
  };
}

/** One name in four is written otherwise: a letter lost or doubled, or the two names changed about. */
function misspell(name: string, random: Random): string {
  const way = pick(random, ["right", "right", "right", "lost", "doubled", "swapped"] as const);
  const at = whole(random, 1, Math.max(1, name.length - 1));
  const letter = name[at] ?? "";
  if (way === "swapped") return name.split(" ").reverse().join(" ");
  if (way === "lost" && letter !== " ") return name.slice(0, at) + name.slice(at + 1);
  if (way === "doubled" && letter !== " ") return name.slice(0, at) + letter + name.slice(at);
  return name;
}

/** The number the customer had before: nobody else has it. */
function earlierPhone(phone: string, random: Random): string {
  return `${phone.slice(0, -4)}9${String(whole(random, 0, 999)).padStart(3, "0")}`;
}
