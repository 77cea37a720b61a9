import { ok, refuse } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { routeQueue } from "./route-queue.js";
import type { RoutingOptions } from "./route-queue.js";
import type { RoutingContact } from "./routing-contact.js";
import type { RoutedContact, UnroutedContact } from "./routing-decision.js";

/**
 * Who should answer this contact, and why not the others?
 *
 * As {@link routeQueue} with one contact: of the active agents who are there, have room and meet every need, the one
 * with the most points; of equals the first by id. Where nobody fits it is refused: as `unroutable` with what is
 * missing, or as `all-busy` with those who could serve it, and with when the policy asks for less.
 *
 * @param contact - The contact.
 * @param options - The agents, the moment, the rules.
 * @returns The agent with the reasons and everybody passed over, or why there is none.
 * @throws RangeError as for {@link routeQueue}.
 * @example
 * ```ts
 * import { routeContact } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const channels = [{ channel: "chat", atOnce: 3 }];
 * const agent = { presence: "ready", skills: [], languages: ["de"], channels } as const;
 * const agents = [
 *   { ...agent, id: "ann", active: false },
 *   { ...agent, id: "bo", active: true },
 * ];
 * const asOf = instant("2026-02-13T09:00:00Z");
 * const contact = { id: "c1", channel: "chat", since: asOf, owner: "ann", languages: ["de-AT"] };
 * const found = routeContact(contact, { agents, asOf });
 * found.ok && found.value.agent; // => "bo"
 * const other = routeContact({ ...contact, languages: ["fr"] }, { agents, asOf });
 * !other.ok && other.error.code; // => "unroutable"
 * ```
 */
export function routeContact(
  contact: RoutingContact,
  options: RoutingOptions,
): Result<RoutedContact, UnroutedContact> {
  const { routed, waiting } = routeQueue([contact], options);
  const [found] = routed;
  return found === undefined ? refuse(waiting[0]!) : ok(found);
}
