import type { Reason } from "../../shared/reason.js";
import type { ContactPoint } from "../record/contact-point.js";
import type { Customer } from "../record/customer.js";
import { consentReason } from "./consent-reason.js";
import type { WordStanding } from "./consent-word.js";
import type { BasisQuestion, Ground } from "./contact-basis.js";
import { groundOf, refusalsBesideConsent } from "./contact-basis.js";
import type { ContactDecision, ContactFacts } from "./contact-decision.js";
import { minorityStop } from "./contact-minority.js";
import type { CandidatePoint } from "./contact-point-fitness.js";
import { comparePoints, isOnChannel, pointOfId, pointTroubles } from "./contact-point-fitness.js";
import type { ContactRules } from "./contact-rules.js";
import { customerStops } from "./contact-stop.js";
import { isSaidOfPoints } from "./deciding-word.js";
import { ownFacts } from "./own-facts.js";

/** A question that was checked, with its rules: the same for every customer. */
export interface PreparedQuestion {
  readonly rules: ContactRules;
  readonly contactPoint: string | undefined;
  readonly categories: readonly string[];
}

/** Answers a question about one customer; whatever is wrong with the record is a no. */
export function judgeContact(
  customer: Customer,
  { question, facts }: { readonly question: PreparedQuestion; readonly facts: ContactFacts },
): ContactDecision {
  const { rules, categories, contactPoint } = question;
  try {
    const own = ownFacts(customer, facts);
    const scope = { rules, point: undefined, uses: own.uses, owner: customer };
    return decisionOf({ customer, scope, facts: own, categories, contactPoint });
  } catch {
    // The question itself was checked before, so that it is the record: one bad record must not stop a batch.
    const { purpose, channel } = rules;
    return {
      allowed: false,
      reasons: [{ code: "record-unreadable", params: { purpose, channel } }],
    };
  }
}

/** The question about the channel as a whole, and the one contact point that is asked for. */
interface Asked extends BasisQuestion {
  readonly contactPoint: string | undefined;
}

/** A contact point that may be meant, with what stands against it and what carries it. */
interface Judged {
  readonly point: ContactPoint;
  readonly troubles: readonly Reason[] | undefined;
  readonly ground: Ground;
}

function decisionOf(asked: Asked): ContactDecision {
  const { customer, scope } = asked;
  const { rules } = scope;
  const stops = customerStops(customer, rules);
  const minority = minorityStop(customer, rules);
  // Where nothing was said of single points, all of the channel stand alike.
  const shared = isSaidOfPoints(customer.consents, rules) ? undefined : groundOf(asked);
  const isHopeless = shared !== undefined && shared.basis === undefined;
  if (stops === undefined && minority === undefined && !isHopeless) {
    const yes = allowance(asked, shared);
    if (yes !== undefined) return yes;
  }
  const reasons: Reason[] = [];
  if (stops !== undefined) reasons.push(...stops);
  if (minority !== undefined) reasons.push(minority);
  const judged = judgedPoints(asked, shared);
  if (judged.length === 0) reasons.push(noPoint(asked));
  tellRefusals(asked, { judged, reasons });
  return { allowed: false, reasons };
}

/** Yes with the best contact point that is allowed; undefined when none is. */
function allowance(asked: Asked, shared: Ground | undefined): ContactDecision | undefined {
  const { customer, scope, contactPoint } = asked;
  const { rules } = scope;
  if (contactPoint !== undefined) {
    const [only] = judgedPoints(asked, shared);
    const isFine = only?.ground.basis !== undefined && only.troubles === undefined;
    return isFine ? allowed(only.point, { ground: only.ground, rules }) : undefined;
  }
  let best: ContactPoint | undefined;
  let ground = shared;
  const { contactPoints } = customer;
  for (let i = 0; i < contactPoints.length; i++) {
    const point = contactPoints[i]!;
    if (!isOnChannel(point, rules)) continue;
    if (best !== undefined && comparePoints(best, point, rules) < 0) continue;
    if (pointTroubles({ point }, { customer, rules }) !== undefined) continue;
    const own = shared ?? groundOf(basisQuestion(asked, point.id));
    if (own.basis === undefined) continue;
    best = point;
    ground = own;
  }
  return best && ground && allowed(best, { ground, rules });
}

/** Every contact point that may be meant, best first. */
function judgedPoints(asked: Asked, shared: Ground | undefined): readonly Judged[] {
  const { customer, scope, contactPoint } = asked;
  const { rules } = scope;
  if (contactPoint !== undefined) {
    const candidate = pointOfId(customer, contactPoint);
    return candidate !== undefined && isOnChannel(candidate.point, rules)
      ? [judgedPoint(asked, { candidate, shared })]
      : [];
  }
  const judged: Judged[] = [];
  for (const point of customer.contactPoints) {
    if (!isOnChannel(point, rules)) continue;
    const one = judgedPoint(asked, { candidate: { point }, shared });
    // Put in its place among the few there are, which is faster than to sort them.
    let place = judged.length;
    while (place > 0 && comparePoints(point, judged[place - 1]!.point, rules) < 0) place -= 1;
    if (place === judged.length) judged.push(one);
    else judged.splice(place, 0, one);
  }
  return judged;
}

function judgedPoint(
  asked: Asked,
  {
    candidate,
    shared,
  }: { readonly candidate: CandidatePoint; readonly shared: Ground | undefined },
): Judged {
  const { customer, scope } = asked;
  const { point } = candidate;
  const troubles = pointTroubles(candidate, { customer, rules: scope.rules });
  return { point, troubles, ground: shared ?? groundOf(basisQuestion(asked, point.id)) };
}

function allowed(
  { id, preferred }: ContactPoint,
  { ground, rules }: { readonly ground: Ground; readonly rules: ContactRules },
): ContactDecision {
  const { basis = "consent", standing, reason } = ground;
  return {
    allowed: true,
    contactPoint: id,
    basis,
    reasons: [
      reason ?? consentReason(standing ?? { state: "none" }, rules),
      { code: "contact-point-chosen", params: { id, preferred: preferred === true } },
    ],
  };
}

function tellRefusals(
  asked: Asked,
  { judged, reasons }: { readonly judged: readonly Judged[]; readonly reasons: Reason[] },
): void {
  const { contactPoint } = asked;
  if (judged.length === 0) {
    const ground = groundOf(basisQuestion(asked, contactPoint));
    tellGround(asked, { ground, point: contactPoint, told: [], reasons });
    return;
  }
  const told: WordStanding[] = [];
  for (const { point, troubles, ground } of judged) {
    if (troubles !== undefined) reasons.push(...troubles);
    tellGround(asked, { ground, point: point.id, told, reasons });
  }
}

/** Tells why there is no ground; the same word is not told for every contact point, nor what holds for all of them. */
function tellGround(
  asked: Asked,
  {
    ground,
    point,
    told,
    reasons,
  }: {
    readonly ground: Ground;
    readonly point: string | undefined;
    readonly told: WordStanding[];
    readonly reasons: Reason[];
  },
): void {
  const { rules } = asked.scope;
  const { basis, standing } = ground;
  if (basis !== undefined || standing === undefined) return;
  for (let i = 0; i < told.length; i++) {
    if (told[i]!.state === standing.state && told[i]!.word === standing.word) return;
  }
  if (standing.state !== "granted") reasons.push(consentReason(standing, rules));
  if (told.length === 0) {
    const beside = refusalsBesideConsent(basisQuestion(asked, point), standing);
    for (let i = 0; i < beside.length; i++) reasons.push(beside[i]!);
  }
  told.push(standing);
}

/** Why no contact point is meant. */
function noPoint({ customer, scope, contactPoint: id }: Asked): Reason {
  const { channel } = scope.rules;
  if (id === undefined) return { code: "no-contact-point", params: { channel } };
  const found = pointOfId(customer, id);
  if (found === undefined) return { code: "contact-point-unknown", params: { id } };
  const params = { id, of: found.point.channel, channel };
  return { code: "contact-point-other-channel", params };
}

function basisQuestion(asked: Asked, point: string | undefined): BasisQuestion {
  const { customer, scope, facts, categories } = asked;
  const { rules, uses } = scope;
  return { customer, scope: { rules, point, uses, owner: customer }, facts, categories };
}
