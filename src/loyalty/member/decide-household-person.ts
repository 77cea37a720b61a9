import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { ChangeHousehold } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { blankField } from "./blank-field.js";

/**
 * Takes a person into a household's account, or out of it: up to as many as the programme says, never the account
 * itself. Who leaves leaves the points that were paid in.
 */
export function decideHouseholdPerson(
  decision: Decision,
  command: ChangeHousehold,
): LoyaltyRefusal | undefined {
  const { state, options } = decision;
  const { account } = state;
  const { kind, person, member } = command;
  const { household } = options.programme;
  if (account === undefined) return { code: "not-enrolled" };
  if (household === undefined) return { code: "not-offered", what: "household" };
  const blank = blankField({ person });
  if (blank !== undefined) return blank;
  if (account.holder !== "household") {
    return { code: "not-possible-now", what: "account", state: account.holder };
  }
  const { persons = [] } = account;
  const isIn = persons.includes(person);
  if (kind === "remove-person") {
    if (!isIn) return { code: "unknown", what: "person", id: person };
    record(decision, { kind: "household-changed", person, status: "left" });
    return undefined;
  }
  if (isIn) return { code: "already-there", what: "person", id: person };
  if (person === member) {
    const mustBe = "another account than the household's";
    return { code: "invalid-field", field: "person", mustBe, got: person };
  }
  const would = persons.length + 1;
  const atMost = household.members;
  if (would > atMost) return { code: "limit-reached", limit: "household-members", atMost, would };
  record(decision, { kind: "household-changed", person, status: "member" });
  return undefined;
}
