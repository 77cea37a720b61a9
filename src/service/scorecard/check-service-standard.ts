import type {
  ServiceStandard,
  StandardAnswer,
  StandardCheck,
  StandardElement,
  StandardFinding,
} from "./service-standard.js";
import { SERVICE_STANDARD_ELEMENTS } from "./standard-elements.js";

/** Which elements a standard must have. */
export interface CheckServiceStandardOptions {
  /** The elements; {@link SERVICE_STANDARD_ELEMENTS} when absent. At least one, each id once. */
  readonly elements?: readonly StandardElement[];
}

/**
 * Has this standard of service all elements, and can it be measured?
 *
 * An element is there when something is said on it: a text that is not blank, or a quantity. One that must be
 * measurable needs a quantity, 0 or more, with its unit. What is said on an element that is not in the catalogue is
 * found, too, and does not make the standard incomplete.
 *
 * @remarks SRV-9.
 * @param standard - The standard.
 * @param options - The catalogue of elements.
 * @returns Complete or not, measurable or not, and what is wrong.
 * @throws RangeError when the catalogue is empty or has an id twice.
 * @example
 * ```ts
 * import { checkServiceStandard } from "goodwill/service";
 *
 * const check = checkServiceStandard({ id: "calls", elements: {
 *   service: { text: "Calls of customers, except on holidays" },
 *   measure: { text: "from the first ring to a person" },
 *   level: { text: "soon" },
 *   target: { quantity: 80, unit: "percent" },
 *   owner: { text: "head of service" },
 * } });
 * check.findings.map(({ code, element }) => [element, code]);
 * // => [["level", "scorecard-element-not-measurable"], ["redress", "scorecard-element-missing"]]
 * ```
 */
export function checkServiceStandard(
  standard: ServiceStandard,
  options: CheckServiceStandardOptions = {},
): StandardCheck {
  const elements = options.elements ?? SERVICE_STANDARD_ELEMENTS;
  const known = new Set(elements.map(({ id }) => id));
  if (known.size === 0 || known.size < elements.length) {
    throw new RangeError(
      `Cannot check a service standard: elements must be there, each id once, got ${JSON.stringify(elements.map(({ id }) => id))}`,
    );
  }
  const answerOf = (id: string): StandardAnswer | undefined =>
    Object.hasOwn(standard.elements, id) ? standard.elements[id] : undefined;
  const params = (element: string): StandardFinding["params"] => ({
    standard: standard.id,
    element,
  });
  const missing = elements.filter(({ id }) => !isSaid(answerOf(id)));
  const vague = elements.filter(({ id, measurable }) => measurable && !isMeasured(answerOf(id)));
  const findings = elements.flatMap((element): readonly StandardFinding[] => {
    const { id } = element;
    if (missing.includes(element)) {
      return [{ code: "scorecard-element-missing", element: id, params: params(id) }];
    }
    return vague.includes(element)
      ? [{ code: "scorecard-element-not-measurable", element: id, params: params(id) }]
      : [];
  });
  const unknown = Object.keys(standard.elements)
    .filter((id) => !known.has(id))
    .sort()
    .map((id): StandardFinding => ({
      code: "scorecard-element-unknown",
      element: id,
      params: params(id),
    }));
  return {
    standard: standard.id,
    complete: missing.length === 0,
    measurable: vague.length === 0,
    findings: [...findings, ...unknown],
  };
}

function isSaid(answer: StandardAnswer | undefined): boolean {
  return answer !== undefined && (answer.quantity !== undefined || isText(answer.text));
}

function isMeasured(answer: StandardAnswer | undefined): boolean {
  const quantity = answer?.quantity;
  return (
    quantity !== undefined && Number.isFinite(quantity) && quantity >= 0 && isText(answer?.unit)
  );
}

function isText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}
