/** What two records are compared by. */
export type MatchField = "name" | "birthday" | "email" | "phone" | "address" | "identifier";

/** How often a level of agreement is seen, among records of one customer and among those of two. */
export interface AgreementChances {
  /** Share of the pairs of one customer that agree to this level, above 0 and at most 1. */
  readonly m: number;
  /** Share of the pairs of two customers that agree to this level by chance, above 0 and at most 1. */
  readonly u: number;
}

/** One level of agreement; its weight is the logarithm of m by u to the base 2. */
export interface AgreementLevel extends AgreementChances {
  /** Its name, such as `close`. */
  readonly level: string;
  /** The least similarity that belongs to it, 0 to 1. */
  readonly atLeast: number;
}

/** How much the agreement on one field weighs. */
export interface MatchFieldPolicy {
  /** The levels, the highest first; the last begins at 0 and means disagreement. */
  readonly levels: readonly AgreementLevel[];
  /** In place of the highest level for a value that many records share; never when absent. */
  readonly shared?: AgreementChances;
}

/** What makes two records those of two customers, whatever else agrees. */
export type MatchVeto = "kind" | "birthday" | "identifier";

/**
 * By what records are gathered into blocks; only records of one block are compared. `identifier`, `email`, `phone`: the
 * same one. `phone-tail`: the same last digits. `name`: the same words in any order. `name-and-postal-code`: one word
 * and the postal code. `birthday-and-name`: the birthday and the first letter of one word (three letters without the
 * year).
 */
export type BlockingKey =
  | "identifier"
  | "email"
  | "phone"
  | "phone-tail"
  | "name"
  | "name-and-postal-code"
  | "birthday-and-name";

/** From which weight of evidence on what is done. */
export interface MatchThresholds {
  /** From this weight on, two records are merged. */
  readonly merge: number;
  /** From this weight on, a human looks at two records; below it they are distinct. */
  readonly review: number;
  /** Below this weight, two records contradict each other as members of one group. */
  readonly consistent: number;
}

/** How records of the same customer are found. */
export interface MatchPolicy {
  /** What each field weighs. */
  readonly fields: Readonly<Record<MatchField, MatchFieldPolicy>>;
  /** From which weight on what is done. */
  readonly thresholds: MatchThresholds;
  /**
   * Fields on which full agreement is reviewed at least, and merged from the review threshold on; beside an e-mail
   * address or a number, the name or the birthday must agree, too.
   */
  readonly decisive: readonly MatchField[];
  /** Fields on which disagreement sends to a human what would be merged. */
  readonly reviewOnDisagreement: readonly MatchField[];
  /** What keeps two records apart whatever else agrees. */
  readonly vetoes: readonly MatchVeto[];
  /** Systems of identifiers in which a customer has one value only, for the veto `identifier`. */
  readonly exclusiveIdentifiers: readonly string[];
  /** A value of more records than this is a shared one (a switchboard, a family's address) and no longer exact. */
  readonly sharedAbove: number;
  /** By what records are gathered; a pair that meets in no block is not compared. */
  readonly blocking: readonly BlockingKey[];
  /** A block of more records than this is split by name, year of birth and postal code, and skipped if that fails. */
  readonly maxBlockSize: number;
  /** A group of more records than this is never merged without a human. */
  readonly maxGroupSize: number;
  /** How many last digits make the tail of a number. */
  readonly phoneTailDigits: number;
  /** Words of a name that say nothing about who it is, in small letters: titles and legal forms. */
  readonly ignoredNameWords: readonly string[];
}

/**
 * Weights for a base of some hundred thousand customers.
 *
 * @remarks The model is that of Fellegi and Sunter (1969, A theory for record linkage, Journal of the American
 * Statistical Association 64:1183); levels of partial agreement after Winkler (1990, String comparator metrics and
 * enhanced decision rules, Proceedings of the Section on Survey Research Methods, ASA, 354). The chances are this
 * library's own round figures, not estimates from a study: u of a birthday is 1 in 365 days times some 50 years, u of
 * an address or a number about one other holder in a million, m allows for the errors and changes of some years.
 * Whoever has pairs known to be right counts them and puts the shares in their place. The thresholds: of 100,000
 * records with 5,000 duplicates, a random pair is one customer with odds of one in a million, 2 to the power of -20.
 * Evidence of weight 26 turns that into 64 to 1, of weight 15 into 1 to 32, as far as the fields err independently. A
 * similar e-mail address says little, because addresses are made of the names that are compared already.
 */
export const DEFAULT_MATCH_POLICY: MatchPolicy = {
  fields: {
    name: {
      levels: [
        { level: "same", atLeast: 1, m: 0.75, u: 0.0001 },
        { level: "close", atLeast: 0.85, m: 0.15, u: 0.0004 },
        { level: "similar", atLeast: 0.7, m: 0.06, u: 0.003 },
        { level: "differs", atLeast: 0, m: 0.04, u: 0.9965 },
      ],
    },
    birthday: {
      levels: [
        { level: "same", atLeast: 1, m: 0.93, u: 0.00005 },
        { level: "same-as-known", atLeast: 0.8, m: 0.95, u: 0.0027 },
        { level: "near", atLeast: 0.6, m: 0.04, u: 0.005 },
        { level: "differs", atLeast: 0, m: 0.02, u: 0.995 },
      ],
    },
    email: {
      levels: [
        { level: "same", atLeast: 1, m: 0.6, u: 0.000001 },
        { level: "similar", atLeast: 0.85, m: 0.05, u: 0.02 },
        { level: "differs", atLeast: 0, m: 0.35, u: 0.98 },
      ],
      shared: { m: 0.6, u: 0.1 },
    },
    phone: {
      levels: [
        { level: "same", atLeast: 1, m: 0.6, u: 0.000002 },
        { level: "same-tail", atLeast: 0.9, m: 0.1, u: 0.00004 },
        { level: "differs", atLeast: 0, m: 0.3, u: 0.9999 },
      ],
      shared: { m: 0.6, u: 0.1 },
    },
    address: {
      levels: [
        { level: "same", atLeast: 0.9, m: 0.6, u: 0.0002 },
        { level: "similar", atLeast: 0.75, m: 0.15, u: 0.002 },
        { level: "differs", atLeast: 0, m: 0.25, u: 0.998 },
      ],
      shared: { m: 0.6, u: 0.1 },
    },
    identifier: {
      levels: [
        { level: "same", atLeast: 1, m: 0.95, u: 0.0000001 },
        { level: "differs", atLeast: 0, m: 0.5, u: 1 },
      ],
      shared: { m: 0.6, u: 0.1 },
    },
  },
  thresholds: { merge: 26, review: 15, consistent: 0 },
  decisive: ["identifier", "email"],
  reviewOnDisagreement: ["name"],
  vetoes: ["kind", "birthday", "identifier"],
  exclusiveIdentifiers: [],
  sharedAbove: 5,
  blocking: ["identifier", "email", "phone-tail", "name-and-postal-code", "birthday-and-name"],
  maxBlockSize: 50,
  maxGroupSize: 25,
  phoneTailDigits: 8,
  ignoredNameWords: [
    "dr",
    "prof",
    "mr",
    "mrs",
    "ms",
    "herr",
    "frau",
    "gmbh",
    "ag",
    "ltd",
    "limited",
    "inc",
    "llc",
    "co",
  ],
};
