// What a rule of escalation must be. Internal: not part of the package's surface.

import type { EscalationMoment, EscalationRule } from "./escalation-rule.js";

/** Throws where a rule is not valid or an id is there twice. */
export function requireEscalationRules(task: string, rules: readonly EscalationRule[]): void {
  const ids = new Set<string>();
  for (const { id, when, tell } of rules) {
    const fail = (what: string): RangeError => new RangeError(`Cannot ${task}: rule ${id} ${what}`);
    if (ids.has(id)) throw fail("must have an id of its own, got it twice");
    ids.add(id);
    if (tell.length === 0) throw fail("must tell somebody, got nobody");
    const wrong = wrongMoment(when);
    if (wrong !== undefined) throw fail(wrong);
  }
}

function wrongMoment(when: EscalationMoment): string | undefined {
  if ("targetShare" in when) {
    const { targetShare } = when;
    if (targetShare > 0 && targetShare <= 1) return undefined;
    return `must have a targetShare above 0 to 1, got ${String(targetShare)}`;
  }
  if ("minutesBefore" in when) {
    const { minutesBefore } = when;
    if (minutesBefore >= 0 && minutesBefore < Infinity) return undefined;
    return `must have minutesBefore of at least 0, got ${String(minutesBefore)}`;
  }
  const { minutesAfter } = when;
  if (minutesAfter > 0 && minutesAfter < Infinity) return undefined;
  return `must have minutesAfter above 0, got ${String(minutesAfter)}`;
}
