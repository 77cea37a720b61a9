/**
 * May we contact them? An HTTP handler that answers, and takes the customer's word.
 *
 * - `GET /may-contact?customer=C-17&purpose=newsletter&channel=email` answers yes with the ground and the contact
 *   point, or no with every reason.
 * - `POST /consent` with `{ "customer", "purpose", "channel", "action", "evidence" }` takes a word: `grant`,
 *   `confirm` or `withdraw`. Where the policy asks for double opt-in, a grant is pending until it is confirmed.
 *
 * It is written against the `Request` and `Response` of the web, which Node, Deno, Bun and most frameworks know, and is
 * a function of the request, the store and the clock: `npx tsx examples/recipes/consent-handler.ts` prints a dialogue.
 */
import { pathToFileURL } from "node:url";
import {
  consentSchema,
  consentState,
  contactPolicySchema,
  CUSTOMER_SENTENCES,
  customerId,
  customerIdSchema,
  customerSchema,
  DEFAULT_CONTACT_POLICY,
  mayContact,
  type Consent,
  type ContactPolicy,
  type Customer,
  type CustomerId,
} from "goodwill/customer";
import { explain, instantFromEpochMilliseconds, type Instant, type Reason } from "goodwill/shared";
import * as z from "zod";

/** Where customers are kept: a database in earnest, a map here. */
export interface CustomerStore {
  readonly find: (id: CustomerId) => Customer | undefined;
  /** Appends a word; what was said before is never changed or deleted. */
  readonly append: (id: CustomerId, word: Consent) => void;
}

/** What the host brings: its store, its rules, its clock. The library itself reads no clock. */
export interface ConsentHost {
  readonly store: CustomerStore;
  readonly policy: ContactPolicy;
  readonly now: () => Instant;
}

const about = {
  customer: customerIdSchema,
  purpose: consentSchema.shape.purpose,
  channel: consentSchema.shape.channel,
  contactPoint: consentSchema.shape.contactPoint,
};
const questionSchema = z.strictObject(about);
const wordSchema = z.strictObject({
  ...about,
  action: z.enum(["grant", "confirm", "withdraw"]),
  evidence: consentSchema.shape.evidence,
});

/** Answers one request. */
export async function handleConsent(request: Request, host: ConsentHost): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const route = `${request.method} ${pathname}`;
  if (route === "GET /may-contact") return answer(Object.fromEntries(searchParams), host);
  if (route === "POST /consent") return take(await bodyOf(request), host);
  return Response.json({ error: `there is no ${route}` }, { status: 404 });
}

/** 200 with the decision, be it yes or no: a no is an answer, not an error. */
function answer(query: unknown, { store, policy, now }: ConsentHost): Response {
  const parsed = questionSchema.safeParse(query);
  if (!parsed.success) return refusal(400, parsed.error);
  const { customer: id, ...question } = parsed.data;
  const customer = store.find(id);
  if (customer === undefined) return unknownCustomer(id);
  const { reasons, ...decision } = mayContact(customer, { ...question, policy, asOf: now() });
  return Response.json({ ...decision, reasons: reasons.map(inWords) });
}

/** 201 with where the consent stands now; 409 when a confirmation confirms nothing. */
function take(body: unknown, { store, policy, now }: ConsentHost): Response {
  const parsed = wordSchema.safeParse(body);
  if (!parsed.success) return refusal(400, parsed.error);
  const { customer: id, action, ...word } = parsed.data;
  const customer = store.find(id);
  if (customer === undefined) return unknownCustomer(id);
  const { contactPoint } = word;
  if (contactPoint !== undefined && !hasPoint(customer, contactPoint)) {
    return Response.json({ error: `there is no contact point ${contactPoint}` }, { status: 422 });
  }
  const asOf = now();
  const said: Consent = {
    ...word,
    state: stateOf(action, { ...word, policy }),
    at: asOf,
    source: "web",
  };
  const { state, reason } = consentState([...customer.consents, said], { ...word, policy, asOf });
  if (action === "confirm" && state !== "granted") {
    return Response.json({ reasons: [inWords(reason)] }, { status: 409 });
  }
  store.append(id, said);
  return Response.json({ state, reasons: [inWords(reason)] }, { status: 201 });
}

/** What a word says: what needs to be confirmed is pending until it is. */
function stateOf(
  action: z.infer<typeof wordSchema>["action"],
  { purpose, channel, policy }: Pick<Consent, "purpose" | "channel"> & Pick<ConsentHost, "policy">,
): Consent["state"] {
  if (action === "withdraw") return "withdrawn";
  if (action === "confirm") return "granted";
  const own = Object.hasOwn(policy.purposes, purpose) ? policy.purposes[purpose] : undefined;
  const { doubleOptIn } = own ?? policy.otherwise;
  return doubleOptIn?.channels.includes(channel) === true ? "pending" : "granted";
}

function hasPoint({ contactPoints }: Customer, id: string): boolean {
  return contactPoints.some((point) => point.id === id);
}

function inWords(reason: Reason): { readonly code: string; readonly text: string } {
  return { code: reason.code, text: explain(reason, CUSTOMER_SENTENCES) };
}

function refusal(status: number, { issues }: z.ZodError): Response {
  const faults = issues.map(({ path, message }) => ({ path: path.join("."), message }));
  return Response.json({ error: "the request cannot be read", faults }, { status });
}

function unknownCustomer(id: CustomerId): Response {
  return Response.json({ error: `there is no customer ${id}` }, { status: 404 });
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** A store in memory; records are checked when they come in. */
export function memoryStore(records: readonly unknown[]): CustomerStore {
  const customers = new Map(
    records.map((record) => {
      const customer: Customer = customerSchema.parse(record);
      return [customer.id, customer];
    }),
  );
  return {
    find: (id) => customers.get(id),
    append: (id, word) => {
      const customer = customers.get(id);
      if (customer === undefined) return;
      customers.set(id, { ...customer, consents: [...customer.consents, word] });
    },
  };
}

/** The newsletter goes to who asked for it and confirmed within two days; a delivery note needs no consent. */
const SHOP_POLICY: ContactPolicy = contactPolicySchema.parse({
  ...DEFAULT_CONTACT_POLICY,
  purposes: {
    newsletter: {
      messageClass: "promotional",
      doubleOptIn: { channels: ["email"], confirmWithinHours: 48 },
    },
    delivery: { messageClass: "transactional" },
  },
});

const LIN = {
  id: customerId("C-17"),
  kind: "person",
  name: "Lin Mei",
  contactPoints: [{ id: "e1", channel: "email", address: "mei.lin@example.com", preferred: true }],
  consents: [],
};

const QUESTION = "/may-contact?customer=C-17&purpose=newsletter&channel=email";
const NEWSLETTER = { customer: "C-17", purpose: "newsletter", channel: "email" };

/** What is asked, and how many hours after the dialogue began. */
const DIALOGUE: readonly (readonly [hours: number, path: string, body?: unknown])[] = [
  [0, QUESTION],
  [0, "/may-contact?customer=C-17&purpose=delivery&channel=email"],
  [1, "/consent", { ...NEWSLETTER, action: "confirm", evidence: "link in a mail" }],
  [1, "/consent", { ...NEWSLETTER, action: "grant", evidence: "form 3" }],
  [1, QUESTION],
  [2, "/consent", { ...NEWSLETTER, action: "confirm", evidence: "link in a mail" }],
  [2, QUESTION],
  [90, "/consent", { ...NEWSLETTER, action: "withdraw", evidence: "link in a newsletter" }],
  [90, QUESTION],
  [91, "/consent", { ...NEWSLETTER, action: "confirm", evidence: "the old link" }],
  [92, "/consent", { ...NEWSLETTER, channel: "fax", action: "grant" }],
  [93, "/may-contact?customer=C-99&purpose=newsletter&channel=email"],
];

/** Plays the dialogue and prints it. */
export async function main(print: (line: string) => void = console.log): Promise<void> {
  const store = memoryStore([LIN]);
  // The host's edge: in earnest `now: () => instantFromEpochMilliseconds(Date.now())`.
  const start = Date.UTC(2026, 1, 13, 9, 30);
  for (const [hours, path, body] of DIALOGUE) {
    const now = (): Instant => instantFromEpochMilliseconds(start + hours * 3_600_000);
    const request = new Request(`http://localhost${path}`, {
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    });
    const response = await handleConsent(request, { store, policy: SHOP_POLICY, now });
    const said = body === undefined ? "" : ` ${JSON.stringify(body)}`;
    print(`${now().slice(0, 16)} ${request.method} ${path}${said}`);
    print(`  ${String(response.status)} ${JSON.stringify(await response.json())}`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main();
}
