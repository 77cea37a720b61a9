import { contactPointState } from "../../customer/record/contact-point-state.js";
import type { ContactPoint } from "../../customer/record/contact-point.js";
import { isE164 } from "../../customer/record/phone-number.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { discrepancyKey } from "./discrepancy-key.js";
import type {
  ExpectedCustomer,
  HandoverEntry,
  HandoverExpectation,
  HandoverFile,
} from "./handover-file.js";

/** Something in which the file and the firm's records, or the file and the rules, do not agree. */
export interface HandoverDiscrepancy extends Reason {
  /** Names it: the code and what it is about. The same discrepancy of a later file has the same key. */
  readonly key: string;
}

/** When the file is looked at. */
export interface HandoverDiscrepancyOptions {
  /** The moment; a contact point that does not hold then, or had failed, does not count. */
  readonly asOf: Instant;
  /** The zone whose calendar decides which day it is. */
  readonly zone: TimeZone;
}

/**
 * In what does this handover file fall short of what the firm expects (CUS-9)?
 *
 * Each of these is named, one entry a case:
 * - a customer of the leaver missing, listed twice, or not known as the leaver's;
 * - no telephone number or no postal address that holds at the moment: absent, not in E.164 or blank, not yet or no
 * longer valid, or failed since it was last proven;
 * - a deal or a promise missing that the firm knows of, or listed twice; a deal the firm does not know;
 * - a promise without a due date; no interests stated;
 * - a material not given back, not known, or counted twice.
 *
 * @param file - The file as handed over.
 * @param expected - What the firm's own records say.
 * @param options - The moment and the zone.
 * @returns The discrepancies sorted by key; empty when the file is complete.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { handoverDiscrepancies } from "goodwill/relationship";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const expected = { customers: [{ customer: customerId("C-1") }], materials: ["office key"] };
 * const file = { customers: [], materials: ["office key"] };
 * const options = { asOf: instant("2026-03-25T09:00:00Z"), zone: timeZone("Asia/Shanghai") };
 * const found = handoverDiscrepancies(file, expected, options);
 * found.map(({ key }) => key); // => ["missing-customer:C-1"]
 * ```
 */
export function handoverDiscrepancies(
  file: HandoverFile,
  expected: HandoverExpectation,
  options: HandoverDiscrepancyOptions,
): readonly HandoverDiscrepancy[] {
  const found = new Map<string, HandoverDiscrepancy>();
  const add: Add = (code, params) => {
    const key = discrepancyKey(code, Object.values(params));
    found.set(key, { key, code, params });
  };
  const known = new Map(expected.customers.map((one) => [one.customer as string, one]));
  const listed = new Set<string>();
  for (const entry of file.customers) {
    const { customer } = entry;
    if (listed.has(customer)) add("customer-twice", { customer });
    else if (!known.has(customer)) add("unknown-customer", { customer });
    listed.add(customer);
    addEntry(entry, { expected: known.get(customer), options, add });
  }
  for (const customer of known.keys()) {
    if (!listed.has(customer)) add("missing-customer", { customer });
  }
  const materials = expected.materials ?? [];
  compare(file.materials, materials, {
    missing: (material) => {
      add("material-not-returned", { material });
    },
    unknown: (material) => {
      add("unknown-material", { material });
    },
    twice: (material) => {
      add("material-twice", { material });
    },
  });
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

type Add = (code: string, params: Readonly<Record<string, string>>) => void;

function addEntry(
  entry: HandoverEntry,
  {
    expected,
    options,
    add,
  }: {
    readonly expected: ExpectedCustomer | undefined;
    readonly options: HandoverDiscrepancyOptions;
    readonly add: Add;
  },
): void {
  const { customer, contactPoints, openDeals, interests, promises } = entry;
  const phones = contactPoints.filter(({ channel }) => channel === "phone");
  const addresses = contactPoints.filter(({ channel }) => channel === "post");
  if (phones.length === 0) add("missing-phone", { customer });
  else if (!phones.some((point) => isE164(point.address) && holds(point, options))) {
    add("invalid-phone", { customer });
  }
  if (addresses.length === 0) add("missing-address", { customer });
  else if (!addresses.some((point) => point.address.trim() !== "" && holds(point, options))) {
    add("invalid-address", { customer });
  }
  if (!interests.some((interest) => interest.trim() !== "")) add("no-interests", { customer });
  compare(openDeals, expected?.openDeals ?? [], {
    missing: (deal) => {
      add("missing-open-deal", { customer, deal });
    },
    unknown: (deal) => {
      if (expected !== undefined) add("unknown-open-deal", { customer, deal });
    },
    twice: (deal) => {
      add("open-deal-twice", { customer, deal });
    },
  });
  compare(
    promises.map(({ id }) => id),
    expected?.promises ?? [],
    {
      missing: (promise) => {
        add("missing-promise", { customer, promise });
      },
      // A promise only the leaver knew of is what the file is for.
      unknown: () => undefined,
      twice: (promise) => {
        add("promise-twice", { customer, promise });
      },
    },
  );
  for (const { id, due } of promises) {
    if (due === undefined) add("promise-without-due-date", { customer, promise: id });
  }
}

function holds(point: ContactPoint, options: HandoverDiscrepancyOptions): boolean {
  const { state } = contactPointState(point, options);
  return state === "valid" || state === "unverified";
}

function compare(
  listed: readonly string[],
  expected: readonly string[],
  say: {
    readonly missing: (id: string) => void;
    readonly unknown: (id: string) => void;
    readonly twice: (id: string) => void;
  },
): void {
  const known = new Set(expected);
  const seen = new Set<string>();
  for (const id of listed) {
    if (seen.has(id)) say.twice(id);
    else if (!known.has(id)) say.unknown(id);
    seen.add(id);
  }
  for (const id of known) if (!seen.has(id)) say.missing(id);
}
