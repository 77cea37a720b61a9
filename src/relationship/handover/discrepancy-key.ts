/** One text for a discrepancy; colons within an id are written so that no two keys are alike. */
export function discrepancyKey(code: string, ids: readonly string[]): string {
  const parts = ids.map((id) => id.replaceAll("%", "%25").replaceAll(":", "%3A"));
  return [code, ...parts].join(":");
}
