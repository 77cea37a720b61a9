import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import type { ExpiryRule } from "../../../src/loyalty/programme/expiry-rule.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import {
  dayOf,
  lastDayOf,
  plusDays,
  plusMonths,
  startOf,
  yearlyDay,
} from "./reference-calendar.js";

/**
 * A points ledger that is slow and obvious: each point is an object of its own that says where it is. It knows orders of
 * one line, one rule for orders, fixed rules for activities, payment and cashback; no tiers, caps or vouchers.
 */
export interface ReferenceLedger {
  status: "none" | "active" | "paused";
  readonly lots: ReferenceLot[];
  readonly points: ReferencePoint[];
  readonly redemptions: ReferenceRedemption[];
  readonly orders: ReferenceOrder[];
  readonly activities: string[];
  /** Points owed, by kind. */
  readonly debts: Record<string, number>;
  /** Points ever taken back that were in no lot, by kind. */
  readonly owedEver: Record<string, number>;
  /** When idle points of a kind go. */
  readonly lapses: Record<string, number>;
  /** What each key said. */
  readonly keys: Record<string, string>;
  /** When points last came back: given up, given back, or reinstated. */
  cameBackAt: number;
}

interface ReferenceLot {
  readonly kind: string;
  readonly priority: number;
  readonly earnedAt: number;
  readonly of: string;
  activeFrom: number | undefined;
  awaiting: string | undefined;
  end: number | undefined;
  isIdle: boolean;
  hadGrace?: boolean;
}

interface ReferencePoint {
  readonly lot: number;
  where: "open" | "reserved" | "redeemed" | "expired" | "clawedBack" | "paidDebt";
}

interface ReferenceRedemption {
  readonly id: string;
  readonly order: string | undefined;
  readonly at: number;
  readonly amount: number;
  /** The points, in the order they were burned. */
  readonly points: readonly number[];
  readonly fallsBackAt: number;
  status: "reserved" | "committed" | "released" | "timed-out";
  committedAt?: number;
  givenBack: number;
}

interface ReferenceOrder {
  readonly id: string;
  readonly at: number;
  readonly amount: number;
  readonly quantity: number;
  readonly earned: number;
  backQuantity: number;
  backAmount: number;
  backEarned: number;
}

/** Why a command is refused; the numbers only where points are missing. */
export interface ReferenceRefusal {
  readonly code: string;
  readonly needed?: number;
  readonly available?: number;
}

/** Points of a kind by where they are. */
export type ReferenceBalance = Readonly<
  Record<
    | "issued"
    | "pending"
    | "active"
    | "reserved"
    | "redeemed"
    | "expired"
    | "clawedBack"
    | "deficit"
    | "balance",
    number
  >
>;

export function emptyReference(): ReferenceLedger {
  return {
    status: "none",
    lots: [],
    points: [],
    redemptions: [],
    orders: [],
    activities: [],
    debts: {},
    owedEver: {},
    lapses: {},
    keys: {},
    cameBackAt: -Infinity,
  };
}

/** Sends a command; the ledger given is not changed, a refused command leaves it as it was. */
export function referenceStep(
  ledger: ReferenceLedger,
  command: LoyaltyCommand,
  programme: LoyaltyProgramme,
): { readonly ledger: ReferenceLedger; readonly refusal?: ReferenceRefusal } {
  const { key, ...payload } = command;
  const said = JSON.stringify(payload);
  if (ledger.keys[key] === said) return { ledger };
  if (ledger.keys[key] !== undefined) return { ledger, refusal: { code: "key-reused" } };
  const refusal = statusRefusal(ledger, command.kind);
  if (refusal !== undefined) return { ledger, refusal };
  const next = copyOf(ledger);
  const at = Date.parse(command.occurredAt);
  const settled = settle(next, at);
  const story: Telling = { ledger: next, programme, at };
  const refused = apply(story, command);
  if (refused !== undefined) return { ledger, refusal: refused };
  if (command.kind !== "settle" || settled > 0) next.keys[key] = said;
  return { ledger: next };
}

/** The balance of a kind at a moment not before the last command. */
export function referenceBalance(
  ledger: ReferenceLedger,
  kind: string,
  at: number,
): ReferenceBalance {
  const then = copyOf(ledger);
  settle(then, at);
  const own = then.points.filter(({ lot }) => then.lots[lot]!.kind === kind);
  const count = (where: ReferencePoint["where"]): number =>
    own.filter((point) => point.where === where).length;
  const active = own.filter((point) => {
    const { activeFrom } = then.lots[point.lot]!;
    return point.where === "open" && activeFrom !== undefined && activeFrom <= at;
  }).length;
  const deficit = then.debts[kind] ?? 0;
  return {
    issued: own.length,
    pending: count("open") - active,
    active,
    reserved: count("reserved"),
    redeemed: count("redeemed"),
    expired: count("expired"),
    clawedBack: count("clawedBack") + (then.owedEver[kind] ?? 0),
    deficit,
    balance: count("open") - deficit,
  };
}

interface Telling {
  readonly ledger: ReferenceLedger;
  readonly programme: LoyaltyProgramme;
  readonly at: number;
}

function statusRefusal(
  { status }: ReferenceLedger,
  kind: LoyaltyCommand["kind"],
): ReferenceRefusal | undefined {
  if (kind === "enrol") return status === "none" ? undefined : { code: "already-there" };
  if (status === "none") return { code: "not-enrolled" };
  const isAllowedWhilePaused = ["resume", "settle", "return-order", "release", "commit"].includes(
    kind,
  );
  if (status === "paused" && !isAllowedWhilePaused) return { code: "account-not-active" };
  return undefined;
}

function copyOf(ledger: ReferenceLedger): ReferenceLedger {
  return {
    ...ledger,
    lots: ledger.lots.map((lot) => ({ ...lot })),
    points: ledger.points.map((point) => ({ ...point })),
    redemptions: ledger.redemptions.map((redemption) => ({ ...redemption })),
    orders: ledger.orders.map((order) => ({ ...order })),
    activities: [...ledger.activities],
    debts: { ...ledger.debts },
    owedEver: { ...ledger.owedEver },
    lapses: { ...ledger.lapses },
    keys: { ...ledger.keys },
  };
}

function apply(story: Telling, command: LoyaltyCommand): ReferenceRefusal | undefined {
  const { ledger } = story;
  switch (command.kind) {
    case "enrol":
    case "resume":
      if (command.kind === "resume" && ledger.status !== "paused") return impossible();
      ledger.status = "active";
      return undefined;
    case "pause":
      ledger.status = "paused";
      return undefined;
    case "settle":
      return undefined;
    case "record-order":
      return recordOrder(story, command);
    case "record-activity":
      if (ledger.activities.includes(command.activity)) return { code: "already-there" };
      ledger.activities.push(command.activity);
      earnByActivity(story, command.trigger, command.activity);
      beActive(story);
      return undefined;
    case "grant-points":
      return grant(story, command);
    case "claw-back-points":
      if (kindOf(story, command.points.kind) === undefined) return { code: "unknown" };
      takeBack(story, { kind: command.points.kind, count: command.points.amount, of: undefined });
      return undefined;
    case "confirm":
      return confirm(story, command);
    case "extend-expiry":
      return extend(story, command);
    case "reinstate-points":
      return reinstate(story, command);
    case "redeem":
    case "reserve":
      return redeem(story, command);
    case "commit":
    case "release":
      return endReservation(story, command);
    case "return-order":
      return returnOrder(story, command);
    default:
      throw new Error(`The reference knows no ${command.kind}`);
  }
}

function impossible(): ReferenceRefusal {
  return { code: "not-possible-now" };
}

/** What the clock does by itself, in the order it happens: reservations fall back, and points go. */
function settle(ledger: ReferenceLedger, at: number): number {
  let done = 0;
  const due = ledger.redemptions.filter(
    ({ status, fallsBackAt }) => status === "reserved" && fallsBackAt <= at,
  );
  for (const redemption of due.sort((a, b) => a.fallsBackAt - b.fallsBackAt)) {
    expire(ledger, redemption.fallsBackAt);
    redemption.status = "timed-out";
    ledger.cameBackAt = Math.max(ledger.cameBackAt, at);
    for (const index of redemption.points) {
      const point = ledger.points[index]!;
      point.where = isOver(ledger, point, redemption.fallsBackAt) ? "expired" : "open";
      if (point.where === "open") payDebt(ledger, point);
    }
    done += 1;
  }
  return done + expire(ledger, at);
}

function expire(ledger: ReferenceLedger, at: number): number {
  const gone = ledger.points.filter((point) => point.where === "open" && isOver(ledger, point, at));
  for (const point of gone) {
    point.where = "expired";
    // A lot that lapsed has its end behind it: the next activity does not move that.
    Object.assign(ledger.lots[point.lot]!, { end: endOf(ledger, point), isIdle: false });
  }
  return gone.length;
}

function endOf({ lots, lapses }: ReferenceLedger, { lot }: ReferencePoint): number {
  const { kind, isIdle, end } = lots[lot]!;
  return (isIdle ? lapses[kind] : end) ?? Infinity;
}

function isOver(ledger: ReferenceLedger, point: ReferencePoint, at: number): boolean {
  return endOf(ledger, point) <= at;
}

function payDebt(ledger: ReferenceLedger, point: ReferencePoint): void {
  const { kind } = ledger.lots[point.lot]!;
  const owed = ledger.debts[kind] ?? 0;
  if (owed === 0) return;
  ledger.debts[kind] = owed - 1;
  point.where = "paidDebt";
}

function kindOf({ programme }: Telling, id: string): LoyaltyProgramme["kinds"][number] | undefined {
  return programme.kinds.find((kind) => kind.id === id);
}

/** The first moment at which points earned or moved on a day are gone; undefined for never. */
function endAfter(day: string, rule: ExpiryRule, zone: string): number | undefined {
  if (rule.kind === "never") return undefined;
  if (rule.kind === "yearly") {
    let year = Number(day.slice(0, 4));
    const least = plusDays(day, rule.minimumDays ?? 0);
    while (yearlyDay(year, rule.month, rule.day) < least) year += 1;
    return startOf(plusDays(yearlyDay(year, rule.month, rule.day), 1), zone);
  }
  const plain = rule.unit === "days" ? plusDays(day, rule.count) : plusMonths(day, rule.count);
  const { through = "day" } = rule;
  const last = through === "day" ? plain : lastDayOf(through, plain);
  return startOf(plusDays(last, 1), zone);
}

function issue(
  story: Telling,
  { kind: id, count, of, through }: { kind: string; count: number; of: string; through?: string },
): void {
  if (count === 0) return;
  const { ledger, programme, at } = story;
  const { zone } = programme;
  const kind = kindOf(story, id)!;
  const { activation = { kind: "at-once" }, expiry = { kind: "never" }, burnPriority = 0 } = kind;
  const day = dayOf(at, zone);
  const isIdle = expiry.kind === "inactivity" && through === undefined;
  const ownEnd = isIdle ? undefined : endAfter(day, expiry, zone);
  const activeFrom = {
    "at-once": at,
    "after-days":
      activation.kind === "after-days" ? startOf(plusDays(day, activation.days), zone) : undefined,
    "on-confirmation": undefined,
  }[activation.kind];
  ledger.lots.push({
    kind: id,
    priority: burnPriority,
    earnedAt: at,
    of,
    activeFrom,
    awaiting: activation.kind === "on-confirmation" ? activation.action : undefined,
    end: through === undefined ? ownEnd : startOf(plusDays(through, 1), zone),
    isIdle,
  });
  for (let index = 0; index < count; index += 1) {
    const point: ReferencePoint = { lot: ledger.lots.length - 1, where: "open" };
    ledger.points.push(point);
    payDebt(ledger, point);
  }
}

/** All idle points of the member go later, never earlier. */
function beActive({ ledger, programme, at }: Telling, only?: string): void {
  for (const { id, expiry } of programme.kinds) {
    if (expiry?.kind !== "inactivity" || (only !== undefined && id !== only)) continue;
    const end = endAfter(dayOf(at, programme.zone), expiry, programme.zone)!;
    ledger.lapses[id] = Math.max(ledger.lapses[id] ?? -Infinity, end);
  }
}

function recordOrder(
  story: Telling,
  { order }: Extract<LoyaltyCommand, { kind: "record-order" }>,
): ReferenceRefusal | undefined {
  const { ledger, programme, at } = story;
  if (ledger.orders.some(({ id }) => id === order.id)) return { code: "already-there" };
  const { quantity, amount } = order.lines[0]!;
  const paid = ledger.redemptions
    .filter(({ order: of, status }) => of === order.id && isInUse(status))
    .reduce((sum, one) => sum + one.amount, 0);
  const rule = programme.earning.find(({ trigger }) => trigger === "order")!;
  if (rule.award.form !== "per-amount") throw new Error("The reference knows points per amount");
  const money =
    programme.earningPolicy.paidByPoints === "earns"
      ? amount.amount
      : Math.max(0, amount.amount - paid);
  const earned = Math.floor(money / rule.award.per) * rule.award.points;
  issue(story, { kind: rule.kind, count: earned, of: order.id });
  ledger.orders.push({
    id: order.id,
    at,
    amount: amount.amount,
    quantity,
    earned,
    backQuantity: 0,
    backAmount: 0,
    backEarned: 0,
  });
  beActive(story);
  return undefined;
}

function isInUse(status: ReferenceRedemption["status"]): boolean {
  return status === "reserved" || status === "committed";
}

function earnByActivity(story: Telling, trigger: string, of: string): void {
  for (const rule of story.programme.earning) {
    if (rule.trigger !== trigger) continue;
    if (rule.award.form !== "fixed") throw new Error("The reference knows fixed points");
    issue(story, { kind: rule.kind, count: rule.award.points, of });
  }
}

function grant(
  story: Telling,
  command: Extract<LoyaltyCommand, { kind: "grant-points" }>,
): ReferenceRefusal | undefined {
  const { ledger, at, programme } = story;
  const { points, through, key } = command;
  if (kindOf(story, points.kind) === undefined) return { code: "unknown" };
  if (through !== undefined && through < dayOf(at, programme.zone))
    return { code: "invalid-field" };
  // What is given by hand is no activity, but what would have no end at all, or be gone already, begins one.
  if ((ledger.lapses[points.kind] ?? -Infinity) <= at) beActive(story, points.kind);
  issue(story, {
    kind: points.kind,
    count: points.amount,
    of: key,
    ...(through !== undefined && { through }),
  });
  return undefined;
}

/** Open points in the order they are burned. */
function burnOrder({ ledger }: Telling, kinds: readonly string[]): readonly ReferencePoint[] {
  const { lots, points } = ledger;
  return points
    .filter(({ lot, where }) => where === "open" && kinds.includes(lots[lot]!.kind))
    .sort((a, b) => {
      const [one, other] = [lots[a.lot]!, lots[b.lot]!];
      if (one.priority !== other.priority) return one.priority - other.priority;
      const [end, otherEnd] = [endOf(ledger, a), endOf(ledger, b)];
      if (end !== otherEnd) return end < otherEnd ? -1 : 1;
      if (one.earnedAt !== other.earnedAt) return one.earnedAt - other.earnedAt;
      return a.lot - b.lot;
    });
}

function takeBack(
  story: Telling,
  { kind, count, of }: { kind: string; count: number; of: string | undefined },
): void {
  const { ledger, programme, at } = story;
  let left = count;
  const take = (point: ReferencePoint): void => {
    if (left === 0) return;
    point.where = "clawedBack";
    left -= 1;
  };
  const own = ledger.points.filter(({ lot }) => {
    const found = ledger.lots[lot]!;
    return of !== undefined && found.of === of && found.kind === kind;
  });
  own.filter(({ where }) => where === "open").forEach(take);
  own.filter(({ where }) => where === "expired").forEach(take);
  burnOrder(story, [kind])
    .filter(({ lot }) => ledger.lots[lot]!.earnedAt <= at)
    .forEach(take);
  if (programme.returns.shortfall === "clamp") return;
  ledger.debts[kind] = (ledger.debts[kind] ?? 0) + left;
  ledger.owedEver[kind] = (ledger.owedEver[kind] ?? 0) + left;
}

function confirm(
  { ledger, at }: Telling,
  { action, of }: Extract<LoyaltyCommand, { kind: "confirm" }>,
): ReferenceRefusal | undefined {
  const waiting = ledger.lots.filter(
    (lot, index) =>
      lot.of === of &&
      lot.awaiting === action &&
      lot.earnedAt <= at &&
      ledger.points.some((point) => point.lot === index && point.where === "open"),
  );
  for (const lot of waiting) Object.assign(lot, { awaiting: undefined, activeFrom: at });
  return waiting.length > 0 ? undefined : { code: "unknown" };
}

function newEnd({ programme, at }: Telling, through: string): number | undefined {
  const { zone } = programme;
  return through < dayOf(at, zone) ? undefined : startOf(plusDays(through, 1), zone);
}

function extend(
  story: Telling,
  { pointKind, through }: Extract<LoyaltyCommand, { kind: "extend-expiry" | "reinstate-points" }>,
): ReferenceRefusal | undefined {
  const { ledger, at } = story;
  if (kindOf(story, pointKind) === undefined) return { code: "unknown" };
  const end = newEnd(story, through);
  if (end === undefined) return { code: "invalid-field" };
  const moving = ledger.lots.filter((lot, index) => {
    const before = (lot.isIdle ? ledger.lapses[lot.kind] : lot.end) ?? Infinity;
    const isHeld = ledger.points.some(
      (point) => point.lot === index && (point.where === "open" || point.where === "reserved"),
    );
    return lot.kind === pointKind && lot.earnedAt <= at && isHeld && before > at && before < end;
  });
  for (const lot of moving) {
    if (lot.isIdle) ledger.lapses[pointKind] = end;
    else lot.end = end;
  }
  return moving.length > 0 ? undefined : impossible();
}

function reinstate(
  story: Telling,
  { pointKind, through }: Extract<LoyaltyCommand, { kind: "extend-expiry" | "reinstate-points" }>,
): ReferenceRefusal | undefined {
  const { ledger, at, programme } = story;
  const kind = kindOf(story, pointKind);
  if (kind === undefined) return { code: "unknown" };
  const end = newEnd(story, through);
  if (end === undefined) return { code: "invalid-field" };
  const days = kind.reinstatementDays;
  if (days === undefined) return { code: "not-offered" };
  const today = dayOf(at, programme.zone);
  let reached = 0;
  ledger.lots.forEach((lot, index) => {
    if (lot.kind !== pointKind || lot.earnedAt > at) return;
    const gone = ledger.points.filter((one) => one.lot === index && one.where === "expired");
    if (gone.length === 0) return;
    const ended = dayOf(endOf(ledger, gone[0]!), programme.zone);
    if (ended > today || plusDays(ended, days) < today) return;
    Object.assign(lot, { end, isIdle: false });
    for (const point of gone) {
      point.where = "open";
      payDebt(ledger, point);
    }
    reached += 1;
  });
  if (reached === 0) return impossible();
  ledger.cameBackAt = Math.max(ledger.cameBackAt, at);
  return undefined;
}

function redeem(
  story: Telling,
  { kind, redemption: id, request }: Extract<LoyaltyCommand, { kind: "redeem" | "reserve" }>,
): ReferenceRefusal | undefined {
  const { ledger, programme, at } = story;
  if (ledger.redemptions.some((one) => one.id === id)) return { code: "already-there" };
  if (request.use === "payment" && isRated(story, request.order)) return impossible();
  const policy = programme.redemption!;
  const { points: block, amount: worth } = policy.payment!;
  let minimum = block;
  while (minimum < (policy.minimumPoints ?? 0)) minimum += block;
  let wanted: number;
  if (request.use === "cashback") {
    wanted = request.points - (request.points % block);
  } else if (request.use === "payment") {
    const share = policy.orderShare ?? { numerator: 1, denominator: 1 };
    const most = Math.floor((request.payable.amount * share.numerator) / share.denominator);
    const paid = ledger.redemptions
      .filter(({ order, status }) => order === request.order && isInUse(status))
      .reduce((sum, { amount, points, givenBack }) => {
        return sum + Math.ceil((amount * (points.length - givenBack)) / points.length);
      }, 0);
    wanted = Math.floor(Math.max(0, most - paid) / worth) * block;
    if (request.points !== undefined) {
      wanted = Math.min(wanted, request.points - (request.points % block));
    }
  } else throw new Error(`The reference knows no ${request.use}`);
  if (wanted < minimum) return { code: "below-minimum" };
  const there = burnOrder(story, policy.kinds).filter(({ lot }) => {
    const { earnedAt, activeFrom } = ledger.lots[lot]!;
    return earnedAt <= at && activeFrom !== undefined && activeFrom <= at;
  });
  const needed = request.use === "payment" ? minimum : wanted;
  const available = Math.min(there.length, wanted);
  if (available < needed) return { code: "insufficient-points", needed, available };
  const burned = there.slice(0, available - (available % block));
  for (const point of burned) point.where = kind === "redeem" ? "redeemed" : "reserved";
  ledger.redemptions.push({
    id,
    order: request.use === "payment" ? request.order : undefined,
    at,
    amount: (burned.length / block) * worth,
    points: burned.map((point) => ledger.points.indexOf(point)),
    fallsBackAt: at + policy.reservationMinutes * 60_000,
    status: kind === "redeem" ? "committed" : "reserved",
    ...(kind === "redeem" && { committedAt: at }),
    givenBack: 0,
  });
  if (kind === "redeem") beActive(story);
  return undefined;
}

function endReservation(
  story: Telling,
  { kind, redemption: id }: Extract<LoyaltyCommand, { kind: "commit" | "release" }>,
): ReferenceRefusal | undefined {
  const { ledger, at } = story;
  const found = ledger.redemptions.find((one) => one.id === id);
  if (found === undefined) return { code: "unknown" };
  if (found.status === "timed-out") return { code: "too-late" };
  if (found.status !== "reserved" || at < found.at) return impossible();
  if (kind === "release") {
    if (found.order !== undefined && isRated(story, found.order)) return impossible();
    release(story, found);
    return undefined;
  }
  found.status = "committed";
  found.committedAt = at;
  for (const index of found.points) ledger.points[index]!.where = "redeemed";
  beActive(story);
  return undefined;
}

/** What points pay of an order that is recorded, and did not earn for it, does not change any more. */
function isRated({ ledger, programme }: Telling, order: string): boolean {
  if (programme.earningPolicy.paidByPoints === "earns") return false;
  const found = ledger.orders.find(({ id }) => id === order);
  return found !== undefined && !isBackWhole(found);
}

export function isBackWhole(order: ReferenceOrder): boolean {
  return order.backQuantity >= order.quantity && order.backAmount >= order.amount;
}

function release(story: Telling, redemption: ReferenceRedemption): void {
  redemption.status = "released";
  comeBack(story, redemption.points, "forfeit");
}

/** Points come back to the lots they came from; those of a lot that is over go the way the programme says. */
function comeBack(story: Telling, indexes: readonly number[], late?: "forfeit"): void {
  const { ledger, programme, at } = story;
  const expired = late === undefined ? programme.returns.expired : { kind: late };
  const over = new Set(
    indexes.map((index) => ledger.points[index]!).filter((point) => isOver(ledger, point, at)),
  );
  const hadGraceBefore = new Set(
    ledger.lots.flatMap(({ hadGrace }, index) => (hadGrace === true ? [index] : [])),
  );
  for (const index of indexes) {
    const point = ledger.points[index]!;
    const hadGrace = hadGraceBefore.has(point.lot);
    if (over.has(point) && (expired.kind === "forfeit" || hadGrace)) {
      point.where = "expired";
      continue;
    }
    if (over.has(point) && expired.kind === "grace") {
      const last = plusDays(dayOf(at, programme.zone), expired.days);
      const end = startOf(plusDays(last, 1), programme.zone);
      Object.assign(ledger.lots[point.lot]!, { end, isIdle: false, hadGrace: true });
    }
    point.where = "open";
    payDebt(ledger, point);
  }
  ledger.cameBackAt = Math.max(ledger.cameBackAt, at);
}

function returnOrder(
  story: Telling,
  { order: id, lines }: Extract<LoyaltyCommand, { kind: "return-order" }>,
): ReferenceRefusal | undefined {
  const { ledger, programme, at } = story;
  const order = ledger.orders.find((one) => one.id === id);
  if (order === undefined) return { code: "unknown" };
  if (at < order.at) return impossible();
  const leftUnits = order.quantity - order.backQuantity;
  const leftAmount = order.amount - order.backAmount;
  const units = lines === undefined ? leftUnits : lines[0]!.quantity;
  if (lines === undefined && leftUnits === 0 && leftAmount === 0) return impossible();
  if (units > leftUnits) return { code: "more-than-left" };
  order.backAmount +=
    lines === undefined ? leftAmount : Math.floor((leftAmount * units) / leftUnits);
  order.backQuantity += units;
  if (isBackWhole(order)) {
    for (const one of ledger.redemptions) {
      if (one.order === id && one.status === "reserved" && one.at <= at) release(story, one);
    }
  }
  const share = (count: number): number =>
    Number((BigInt(count) * BigInt(order.backAmount)) / BigInt(order.amount));
  const paid = ledger.redemptions
    .filter(({ order: of, committedAt = Infinity }) => of === id && committedAt <= at)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : b.at - a.at));
  const returning: number[] = [];
  for (const redemption of paid) {
    const target = share(redemption.points.length);
    returning.push(...[...redemption.points].reverse().slice(redemption.givenBack, target));
    redemption.givenBack = Math.max(target, redemption.givenBack);
  }
  comeBack(story, returning);
  const earned = share(order.earned) - order.backEarned;
  order.backEarned += earned;
  const { kind } = programme.earning.find(({ trigger }) => trigger === "order")!;
  takeBack(story, { kind, count: earned, of: id });
  return undefined;
}
