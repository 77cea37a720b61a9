import type { Instant } from "../../shared/time/instant.js";
import { isInstant } from "../../shared/time/instant.js";
import { consentTimeline } from "../consent/consent-timeline.js";
import type { ConsentSpan } from "../consent/consent.js";
import { isReadable } from "../consent/consent-word.js";
import type { ConsentUse } from "../consent/consent-use.js";
import type { ContactPolicy } from "../consent/contact-policy.js";
import type { LegalBasis } from "../consent/legal-basis.js";
import type { Customer, CustomerId } from "../record/customer.js";
import type { Purchase } from "../record/purchase.js";

/** Any fact about a customer: an interaction, a complaint, points. Plain JSON. */
export interface CustomerFact {
  /** Whose it is. */
  readonly customer: CustomerId;
}

/** What the firm does with the data, in words, as the customer has a right to know. */
export interface ProcessingNotice {
  /** What for. */
  readonly purpose: string;
  /** On what ground. */
  readonly basis: string;
  /** Who receives the data; nobody else when absent. */
  readonly recipients?: readonly string[];
  /** How long it is kept, or by what rule; not said when absent. */
  readonly retention?: string;
}

/** Everything on file about one customer. */
export interface CustomerExportOptions {
  /** The moment of the export. */
  readonly asOf: Instant;
  /** The purchases; none when absent. */
  readonly purchases?: readonly Purchase[];
  /** The lawful bases beside consent; none when absent. */
  readonly bases?: readonly LegalBasis[];
  /** Facts of every other kind, by the name of their section, such as `interactions`; none when absent. */
  readonly others?: Readonly<Record<string, readonly CustomerFact[]>>;
  /** What the firm does with the data; nothing is said when absent. */
  readonly notices?: readonly ProcessingNotice[];
  /** The rules by which the consents are read; {@link DEFAULT_CONTACT_POLICY} when absent. */
  readonly policy?: ContactPolicy;
  /**
   * When consents were used, for purposes whose grants lapse; a section of its own where given. Never when absent.
   */
  readonly uses?: readonly ConsentUse[];
  /**
   * Former ids of the customer, such as `aliases` of a `MergedCustomer`: facts recorded under one are the customer's.
   * None when absent.
   */
  readonly aliases?: readonly CustomerId[];
}

/** How many entries a section has. */
export interface ExportCount {
  /** The section, such as `contactPoints` or `purchases`. */
  readonly section: string;
  /** How many entries it holds. */
  readonly entries: number;
}

/** Where entries came from. */
export interface ExportSource {
  /** The system, department or person, as recorded; `not recorded` where nothing is. */
  readonly source: string;
  /** The section. */
  readonly section: string;
  /** How many entries of the section came from there. */
  readonly entries: number;
}

/** A fact that was handed over and is not the customer's. */
export interface ForeignFact {
  /** The section it was handed over in. */
  readonly section: string;
  /** Position in the section, from 0. */
  readonly index: number;
}

/** Everything the firm knows of one customer, for the customer. Plain JSON. */
export interface CustomerExport {
  /** Always `goodwill-customer-export`: tells the file from others. */
  readonly format: "goodwill-customer-export";
  /** The version of this layout. */
  readonly version: 1;
  /** The moment of the export. */
  readonly asOf: Instant;
  /** The record, whole. */
  readonly customer: Customer;
  /** How the consents stood over time, up to the moment of the export. */
  readonly consentHistory: readonly ConsentSpan[];
  /** The facts, by section, whole and in the order given. */
  readonly sections: Readonly<Record<string, readonly CustomerFact[]>>;
  /** What the firm does with the data. */
  readonly notices: readonly ProcessingNotice[];
  /** How many entries each section has, lists of the record first, then facts by name. */
  readonly manifest: readonly ExportCount[];
  /** Where the entries came from, by section and source. */
  readonly sources: readonly ExportSource[];
}

/** The export, and what was not the customer's and so is not in it. */
export interface CustomerExportOutcome {
  /** What the customer gets. */
  readonly file: CustomerExport;
  /** Facts of other customers, which are left out; empty as it should be. For the firm only. */
  readonly foreign: readonly ForeignFact[];
}

/**
 * What does the firm know of this customer?
 *
 * The record and every fact handed over, whole, machine-readable and with their origin, the history of the consents,
 * what the data is for, and a manifest of counts against which a copy can be checked. Nothing is cut or rounded. A fact
 * of another customer is never exported; it is named in `foreign`.
 *
 * @remarks GDPR, Art. 15(1) (what is known, what for, who gets it, how long, from where), Art. 15(3) and Art. 20(1)
 * (a copy in a structured, commonly used and machine-readable format).
 * @param customer - The customer.
 * @param options - The moment, the facts, what the firm does with them.
 * @returns The export as plain JSON, and facts left out because they are another customer's.
 * @throws RangeError when the moment is no instant, or a section of `others` has the name of a list of the
 * record (`contactPoints`, `consents`, `suppressions`, `keyPersons`, `needs`) or is called `customer`, `purchases`,
 * `bases` or `uses`.
 * @example
 * ```ts
 * import { customerId, exportCustomer } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   contactPoints: [{ id: "e1", channel: "email", address: "mei.lin@example.com", source: "shop" }],
 *   consents: [],
 * } as const;
 * const { file } = exportCustomer(customer, { asOf: instant("2026-02-13T09:30:00Z") });
 * file.customer.name; // => "Lin Mei"
 * file.manifest[0]; // => { section: "contactPoints", entries: 1 }
 * file.sources; // => [{ section: "contactPoints", source: "shop", entries: 1 }]
 * ```
 */
export function exportCustomer(
  customer: Customer,
  options: CustomerExportOptions,
): CustomerExportOutcome {
  const { asOf, purchases = [], bases = [], others = {}, notices = [], policy, uses } = options;
  const ids = new Set([customer.id, ...(options.aliases ?? [])]);
  if (!isInstant(asOf)) {
    throw cannot(`asOf must be an instant, got ${JSON.stringify(asOf)}`);
  }
  const taken = Object.keys(others).find((name) => RESERVED.has(name));
  if (taken !== undefined) throw cannot(`"${taken}" has an option of its own or is of the record`);
  const given: readonly (readonly [string, readonly CustomerFact[]])[] = [
    ["purchases", purchases],
    ["bases", bases],
    ...(uses === undefined ? [] : [["uses", uses] as const]),
    ...Object.entries(others).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ];
  const foreign: ForeignFact[] = [];
  const own = given.map(([section, facts]) => {
    const kept = facts.filter((fact, index) => {
      if (ids.has(fact.customer)) return true;
      foreign.push({ section, index });
      return false;
    });
    return [section, kept] as const;
  });
  const lists = [...recordLists(customer), ...own];
  const history = consentTimeline(
    { consents: customer.consents.filter((word) => isReadable(word)) },
    {
      asOf,
      ...(policy !== undefined && { policy }),
      ...(uses !== undefined && { uses: uses.filter((use) => ids.has(use.customer)) }),
    },
  );
  return {
    file: {
      format: "goodwill-customer-export",
      version: 1,
      asOf,
      customer,
      consentHistory: history,
      sections: Object.fromEntries(own),
      notices,
      manifest: lists.map(([section, entries]) => ({ section, entries: entries.length })),
      sources: lists.flatMap(([section, entries]) => sourcesOf(section, entries)),
    },
    foreign,
  };
}

/** Names that stand for something else in the manifest, or might be taken for it. */
const RESERVED: ReadonlySet<string> = new Set([
  ...["customer", "contactPoints", "consents", "suppressions", "keyPersons", "needs"],
  ...["purchases", "bases", "uses"],
]);

function recordLists(customer: Customer): readonly (readonly [string, readonly object[]])[] {
  const { contactPoints, consents, suppressions = [], keyPersons = [], needs = [] } = customer;
  return [
    ["contactPoints", contactPoints],
    ["consents", consents],
    ["suppressions", suppressions],
    ["keyPersons", keyPersons],
    ["needs", needs],
  ];
}

function sourcesOf(section: string, entries: readonly object[]): readonly ExportSource[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const named = (entry as { readonly source?: unknown }).source;
    const source = typeof named === "string" ? named : "not recorded";
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, count]) => ({ section, source, entries: count }));
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot export a customer: ${why}`);
}
