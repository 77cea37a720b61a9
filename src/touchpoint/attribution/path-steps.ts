/** The steps of a path written as one text, those without a name included. */
export function stepsOfText(text: string): string[] {
  return text.split(">").map((step) => step.trim());
}
