/** What a parameter of a reason may be: plain JSON scalars, so that a reason can be stored and translated. */
export type ReasonParameter = string | number | boolean;

/**
 * Why something is as it is, as data: a stable code and the facts it speaks of.
 */
export interface Reason {
  /** Stable, kebab-case name of the reason; each room lists its codes in one table. */
  readonly code: string;
  /** The facts and numbers of this case, by name. */
  readonly params: Readonly<Record<string, ReasonParameter>>;
}

/**
 * How a number came about: a value and the parts it is made of.
 */
export interface Trace {
  /** Stable, kebab-case name of the rule by which the parts combine to the value. */
  readonly code: string;
  /** The number explained. */
  readonly value: number;
  /** The facts used, by name; absent when the value speaks for itself. */
  readonly params?: Readonly<Record<string, ReasonParameter>>;
  /** The parts, in the order they apply; absent for a leaf. */
  readonly parts?: readonly Trace[];
}

/**
 * Sentences by reason code, with the reason's parameters in braces: `"{factor} has only {n} answers"`.
 *
 * Rooms export their English table; a host passes its own table to speak another language.
 */
export type Sentences = Readonly<Record<string, string>>;

/**
 * Puts a reason or a trace into words.
 *
 * Every `{name}` of the sentence is replaced by the parameter of that name (`{value}` by the value of a trace);
 * whole numbers are shown in full, others with at most six significant digits. The parts of a trace follow on lines
 * of their own, indented by two spaces a level.
 *
 * @param explained - The reason or trace.
 * @param sentences - The table of sentences of the room it came from, for example `EXPERIENCE_SENTENCES`, or a
 * translation.
 * @returns One sentence for a reason; one line a node for a trace.
 * @throws RangeError when the table has no sentence for the code, or the sentence names a parameter the reason lacks.
 * @example
 * ```ts
 * import { explain } from "goodwill/shared";
 *
 * const sentences = { "small-sample": "{factor} has {n} answers, fewer than {minimum}." };
 * const reason = { code: "small-sample", params: { factor: "price", n: 12, minimum: 30 } };
 * explain(reason, sentences); // => "price has 12 answers, fewer than 30."
 * ```
 */
export function explain(explained: Reason | Trace, sentences: Sentences): string {
  return explainNode(explained, sentences, "").join("\n");
}

function explainNode(node: Reason | Trace, sentences: Sentences, indent: string): string[] {
  const parts = "parts" in node ? (node.parts ?? []) : [];
  return [
    indent + sentenceOf(node, sentences),
    ...parts.flatMap((part) => explainNode(part, sentences, `${indent}  `)),
  ];
}

function sentenceOf(node: Reason | Trace, sentences: Sentences): string {
  const template = Object.hasOwn(sentences, node.code) ? sentences[node.code] : undefined;
  if (template === undefined) {
    throw new RangeError(`Cannot explain: the table has no sentence for code "${node.code}"`);
  }
  const facts: Record<string, ReasonParameter> = { ...node.params };
  if ("value" in node) facts["value"] = node.value;
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (value === undefined) {
      throw new RangeError(`Cannot explain: reason "${node.code}" has no parameter "${name}"`);
    }
    return typeof value === "number" ? numberText(value) : String(value);
  });
}

function numberText(value: number): string {
  return String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(6)));
}
