/** A finer kind of complaint within a kind. */
export interface ComplaintSubKind {
  /** Its id; unique within its kind. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
}

/** A kind of complaint in the firm's catalogue. */
export interface ComplaintKind {
  /** Its id; unique in the catalogue. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** What belongs to it, in a sentence. */
  readonly covers: string;
  /** Its finer kinds; none when empty. */
  readonly subKinds: readonly ComplaintSubKind[];
}

/**
 * The kinds of complaints to start from (SRV-1): product and accessories, attitude, service quality, incident, late
 * delivery, specification, packaging.
 *
 * | kind | finer kinds |
 * |---|---|
 * | `product` | defect, wear, function, accessory, counterfeit |
 * | `attitude` | rude, ignored, not competent, passed round, pressed to buy |
 * | `service-quality` | delivery, installation, repair, advice, broken promise |
 * | `incident` | injury, damage, data, payment |
 * | `late-delivery` | late, not delivered, in part |
 * | `specification` | not as described, wrong item, wrong size |
 * | `packaging` | damaged, opened, label |
 *
 * @remarks The kinds are those of SRV-1; the finer kinds are this library's, to be replaced by the firm's own.
 */
export const COMPLAINT_KINDS: readonly ComplaintKind[] = [
  {
    id: "product",
    name: "Product and accessories",
    covers: "What was bought, or what comes with it, does not do what it should.",
    subKinds: [
      { id: "defect", name: "Defect on arrival" },
      { id: "wear", name: "Worn out too soon" },
      { id: "function", name: "Does not work as it should" },
      { id: "accessory", name: "Accessory missing or faulty" },
      { id: "counterfeit", name: "Not genuine" },
    ],
  },
  {
    id: "attitude",
    name: "Attitude",
    covers: "How the customer was treated by the staff.",
    subKinds: [
      { id: "rude", name: "Rude" },
      { id: "ignored", name: "Ignored or kept waiting" },
      { id: "not-competent", name: "Did not know the matter" },
      { id: "passed-round", name: "Passed from one to another" },
      { id: "pressed", name: "Pressed to buy" },
    ],
  },
  {
    id: "service-quality",
    name: "Service quality",
    covers: "How the work around the product was done: delivery, installation, repair.",
    subKinds: [
      { id: "delivery", name: "Delivery" },
      { id: "installation", name: "Installation" },
      { id: "repair", name: "Repair" },
      { id: "advice", name: "Advice" },
      { id: "broken-promise", name: "Promise not kept" },
    ],
  },
  {
    id: "incident",
    name: "Incident",
    covers: "Something happened that should not have: harm to people, things, data or money.",
    subKinds: [
      { id: "injury", name: "Somebody was hurt" },
      { id: "damage", name: "Something was damaged" },
      { id: "data", name: "Personal data were lost or shown" },
      { id: "payment", name: "Charged wrongly" },
    ],
  },
  {
    id: "late-delivery",
    name: "Late delivery",
    covers: "It came after the time agreed, or has not come.",
    subKinds: [
      { id: "late", name: "Late" },
      { id: "not-delivered", name: "Not delivered" },
      { id: "in-part", name: "Delivered in part" },
    ],
  },
  {
    id: "specification",
    name: "Specification",
    covers: "It works, but is not what was ordered or described.",
    subKinds: [
      { id: "not-as-described", name: "Not as described" },
      { id: "wrong-item", name: "Wrong item" },
      { id: "wrong-size", name: "Wrong size or colour" },
    ],
  },
  {
    id: "packaging",
    name: "Packaging",
    covers: "The packaging was damaged, opened or wrongly labelled.",
    subKinds: [
      { id: "damaged", name: "Damaged" },
      { id: "opened", name: "Opened" },
      { id: "label", name: "Wrong or missing label" },
    ],
  },
];
