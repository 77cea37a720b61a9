import fc from "fast-check";
import { customerId, type Customer, type KeyPerson, type Purchase } from "goodwill/customer";
import { instant, type CurrencyCode, type Instant } from "goodwill/shared";

/** The moment the samples are asked about. */
export const AS_OF = instant("2026-02-13T09:30:00Z");

/** A person of whom nothing but the name is known, with what is given. */
export function person(fields: Partial<Customer> = {}): Customer {
  return {
    id: customerId("C-17"),
    kind: "person",
    name: "Lin Mei",
    contactPoints: [],
    consents: [],
    ...fields,
  };
}

/** An organisation with key persons. */
export function organisation(...keyPersons: readonly KeyPerson[]): Customer {
  return person({ id: customerId("C-4"), kind: "organisation", name: "Nordwind", keyPersons });
}

/** What a purchase of tea needs to be told apart. */
export interface Tea {
  readonly id: string;
  readonly at?: string;
  readonly customer?: string;
  readonly quantity?: number;
  readonly amount?: number;
  readonly currency?: CurrencyCode;
  readonly product?: string;
  readonly returnOf?: string;
}

/** A purchase, or with `returnOf` a return, of one line. */
export function tea({
  id,
  at = "2026-01-10T10:00:00Z",
  customer = "C-17",
  returnOf,
  quantity = returnOf === undefined ? 1 : -1,
  amount = 600 * quantity,
  currency = "EUR",
  product = "tea",
}: Tea): Purchase {
  const total = { amount, currency };
  return {
    id,
    customer: customerId(customer),
    at: instant(at),
    lines: [{ product, quantity, amount: total }],
    total,
    ...(returnOf !== undefined && { returnOf }),
  };
}

/** Moments in the ten years before the one asked about. */
export const pastInstants: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 3650 * 24 })
  .map((hours) => instant(new Date(Date.parse(AS_OF) - hours * 3_600_000).toISOString()));

/** Purchases and returns that may or may not fit one another. */
export const teas: fc.Arbitrary<Purchase> = fc
  .record({
    id: fc.integer({ min: 0, max: 9 }).map(String),
    at: pastInstants,
    customer: mostly("C-17", "C-18"),
    quantity: fc.integer({ min: 1, max: 3 }),
    currency: mostly<CurrencyCode>("EUR", "CNY"),
    product: mostly("tea", "cup"),
    returned: fc.option(fc.integer({ min: 0, max: 5 }).map(String), { freq: 2 }),
  })
  .map(({ returned, quantity, ...rest }) =>
    returned === null
      ? tea({ ...rest, quantity })
      : tea({ ...rest, quantity: -quantity, returnOf: returned }),
  );

function mostly<T>(usual: T, seldom: T): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constant(seldom) },
  );
}
