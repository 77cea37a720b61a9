/** What the act of a service is: `tangible` actions on something, or `intangible` ones. */
export type ServiceAct = "tangible" | "intangible";

/** Whom or what a service is directed at. */
export type ServiceRecipient = "people" | "possessions";

/** The four classes of services by act and recipient. */
export type ServiceClassName =
  "people-processing" | "possession-processing" | "mental-stimulus" | "information-processing";

/** A class of services and what follows from it. */
export interface ServiceClass {
  /** The class. */
  readonly name: ServiceClassName;
  /** What the act is. */
  readonly act: ServiceAct;
  /** Whom or what it is directed at. */
  readonly recipient: ServiceRecipient;
  /** What it acts on, in words. */
  readonly directedAt: string;
  /** Services of the class, as examples. */
  readonly examples: readonly string[];
  /**
   * Whether the customer must be there while it is performed: `body`, in person; `mind`, attentive, also from afar;
   * `handover`, only to hand over and to collect; `request`, only to ask for it.
   */
  readonly presence: "body" | "mind" | "handover" | "request";
  /** Whether the customer must come where the service is, or it to the customer; `false` where it works from afar. */
  readonly needsMeeting: boolean;
  /** Whether the setting, the staff and other customers are part of what is felt all the way through. */
  readonly settingIsFelt: boolean;
  /** Whether it may be kept and given later: recorded, or done in advance. */
  readonly canBeStored: boolean;
}

/** The four classes, people first, tangible first. */
export const SERVICE_CLASSES: readonly ServiceClass[] = [
  {
    name: "people-processing",
    act: "tangible",
    recipient: "people",
    directedAt: "people's bodies",
    examples: ["health care", "passenger transport", "beauty salon", "restaurant", "haircutting"],
    presence: "body",
    needsMeeting: true,
    settingIsFelt: true,
    canBeStored: false,
  },
  {
    name: "possession-processing",
    act: "tangible",
    recipient: "possessions",
    directedAt: "goods and other physical possessions",
    examples: ["freight transport", "repair and maintenance", "laundry", "landscaping"],
    presence: "handover",
    needsMeeting: true,
    settingIsFelt: false,
    canBeStored: false,
  },
  {
    name: "mental-stimulus",
    act: "intangible",
    recipient: "people",
    directedAt: "people's minds",
    examples: ["education", "broadcasting", "information services", "theatre", "museum"],
    presence: "mind",
    needsMeeting: false,
    settingIsFelt: true,
    canBeStored: true,
  },
  {
    name: "information-processing",
    act: "intangible",
    recipient: "possessions",
    directedAt: "intangible assets",
    examples: ["banking", "legal services", "accounting", "securities", "insurance"],
    presence: "request",
    needsMeeting: false,
    settingIsFelt: false,
    canBeStored: true,
  },
];

/**
 * Of which class is a service, and what follows from it (TP-8)?
 *
 * @remarks Lovelock (1983, "Classifying services to gain strategic marketing insights", Journal of Marketing 47(3):9,
 * figure 1 "Understanding the nature of the service act"): actions tangible or intangible, directed at people or
 * possessions; his questions are whether the customer must be there in body all the time, only at its beginning and
 * end, or not at all, and whether attention can be kept from afar. The four names are those of his later textbooks
 * (Lovelock and Wirtz, "Services Marketing").
 * @param service - What the act is and whom or what it is directed at.
 * @returns The class with its consequences.
 * @throws RangeError for another act or recipient.
 * @example
 * ```ts
 * import { serviceClass } from "goodwill/touchpoint";
 *
 * serviceClass({ act: "tangible", recipient: "possessions" }).name; // => "possession-processing"
 * serviceClass({ act: "intangible", recipient: "people" }).presence; // => "mind"
 * ```
 */
export function serviceClass(service: {
  readonly act: ServiceAct;
  readonly recipient: ServiceRecipient;
}): ServiceClass {
  const found = SERVICE_CLASSES.find(
    ({ act, recipient }) => act === service.act && recipient === service.recipient,
  );
  if (found !== undefined) return found;
  throw new RangeError(
    `Cannot class a service: act must be tangible or intangible and recipient people or possessions, got ${JSON.stringify(service)}`,
  );
}
