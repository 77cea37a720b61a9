import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Consent } from "../consent/consent.js";
import type { Suppression } from "../consent/suppression.js";
import type { ContactPoint } from "../record/contact-point.js";
import type { Customer, CustomerId } from "../record/customer.js";
import type { KeyPerson } from "../record/key-person.js";
import type { Need } from "../record/need.js";
import type { PartialDate } from "../record/partial-date.js";
import type {
  CustomerField,
  CustomerIdentifier,
  CustomerRecord,
  RecordReference,
} from "./customer-record.js";

/** Where a value came from, and when its source last confirmed it. */
export interface RecordOrigin extends RecordReference {
  /** When the source last confirmed the value. */
  readonly at: Instant;
}

/** Where a value of the merged customer came from (CUS-3). */
export interface ValueProvenance extends RecordOrigin {
  /** The field. */
  readonly field: CustomerField | "identifiers";
  /** The place in the field's list, from 0; absent for a field that holds one value. */
  readonly index?: number;
  /** The other records that gave the same value, or the same entry of the list; empty when none did. */
  readonly agreeing: readonly RecordOrigin[];
}

/** One value of a record: that of a field, or one entry of a field that is a list. */
export type RecordValue =
  string | PartialDate | ContactPoint | Consent | Suppression | KeyPerson | Need;

/** A value of a record that is not in the merged customer as it stands, and why (CUS-2). */
export interface LostValue extends RecordOrigin {
  /** The field. */
  readonly field: CustomerField;
  /** The value as the record has it. */
  readonly value: RecordValue;
  /** What it lost by. */
  readonly reason: Reason;
}

/** Something about a merge that a human should look at. */
export interface MergeConflict {
  /** The field. */
  readonly field: CustomerField | "identifiers";
  /** What is the matter. */
  readonly reason: Reason;
  /** The records it is about. */
  readonly records: readonly RecordReference[];
}

/** Under which id an entry of a record's list now stands, so that what names it can be pointed to it. */
export interface MergedEntryId extends RecordOrigin {
  /** The id in the record. */
  readonly id: string;
  /** The id in the merged customer. */
  readonly mergedId: string;
}

/** One customer made of what several sources know, with the origin of every value. */
export interface MergedCustomer {
  /** The customer. */
  readonly customer: Customer;
  /** The other ids that mean this customer, in the order of their texts. */
  readonly aliases: readonly CustomerId[];
  /** The numbers and codes other systems gave the customer, in the order of their texts. */
  readonly identifiers: readonly CustomerIdentifier[];
  /** Where every value came from, by field and place. */
  readonly provenance: readonly ValueProvenance[];
  /** What is not in the customer as it stands, and why. */
  readonly lost: readonly LostValue[];
  /** What a human should look at. */
  readonly conflicts: readonly MergeConflict[];
  /** The new ids of contact points, those of key persons included. */
  readonly contactPointIds: readonly MergedEntryId[];
  /** The new ids of key persons. */
  readonly keyPersonIds: readonly MergedEntryId[];
  /** The records it was made of, each once, in the order of source, id and time. */
  readonly records: readonly CustomerRecord[];
}

/** Why records make no customer. */
export type MergeRefusal =
  | {
      /** Some records are of a person, others of an organisation. */
      readonly code: "kinds-conflict";
      /** The records of a person. */
      readonly persons: readonly RecordReference[];
      /** The records of an organisation. */
      readonly organisations: readonly RecordReference[];
    }
  | {
      /** No record knows a field that a customer must have. */
      readonly code: "field-unknown";
      /** The field. */
      readonly field: "kind" | "name";
    };
