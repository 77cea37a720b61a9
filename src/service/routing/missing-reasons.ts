import type { Reason } from "../../shared/reason.js";
import type { FitSetting } from "./agent-fit.js";
import type { StandingContact } from "./contact-standing.js";
import { languageFit } from "./language-fit.js";
import type { WorkingAgent } from "./working-agent.js";

/** What none of the active agents has, so that nobody can serve the contact. @internal */
export function missingReasons(
  { contact, needs, languages, needsLanguage }: StandingContact,
  { agents, setting }: { readonly agents: readonly WorkingAgent[]; readonly setting: FitSetting },
): readonly Reason[] {
  const active = agents.filter(({ agent }) => agent.active);
  if (active.length === 0) {
    return [{ code: "routing-nobody-active", params: { agents: agents.length } }];
  }
  const { channel } = contact;
  const missing: Reason[] = [];
  if (!active.some(({ channels }) => channels.has(channel))) {
    missing.push({ code: "routing-nobody-on-channel", params: { channel } });
  }
  for (const { skill, level } of needs) {
    const best = Math.max(...active.map(({ levels }) => levels.get(skill) ?? 0));
    if (best < level)
      missing.push({ code: "routing-nobody-skilled", params: { skill, level, best } });
  }
  const all = languages.join(", ");
  if (
    needsLanguage &&
    !active.some(({ agent }) => languageFit(languages, agent.languages, setting.policy))
  ) {
    missing.push({ code: "routing-nobody-speaks", params: { languages: all } });
  }
  if (missing.length > 0) return missing;
  const skills = needs.map(({ skill, level }) => `${skill} ${String(level)}`).join(", ");
  const params = {
    channel,
    skills: skills === "" ? "-" : skills,
    languages: all === "" ? "-" : all,
  };
  return [{ code: "routing-nobody-has-all", params }];
}
