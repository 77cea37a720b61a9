import { DAY_COUNT } from "./calendar.js";
import { raiseComplaint, sufferTrouble } from "./complaint.js";
import { browse, comeForService, prepareOrder, receiveMessages } from "./contact.js";
import type { Person } from "./customers.js";
import { buyingRate, openDiary } from "./diary.js";
import type { Diary } from "./diary.js";
import { maybeReturn, orderProbability, placeOrder } from "./order.js";
import type { Order } from "./order.js";
import { chance, whole } from "./random.js";
import type { Random } from "./random.js";
import { COMPLAINT_SHARES, LOYALTY_EFFECTS } from "./story.js";
import type { ComplaintKind } from "./story.js";

/** Probability of a look around without buying, on any day. */
const BROWSING_SHARE = 0.0007;

/** Lives one customer's two years, day by day. */
export function liveTwoYears(person: Person, random: Random): Diary {
  const diary = openDiary(person, random);
  for (let day = person.firstDay; day < DAY_COUNT; day += 1) {
    if (chance(random, BROWSING_SHARE)) browse(diary, day);
    const isFirst = person.isNew && day === person.firstDay;
    const orders = chance(random, orderProbability(diary, day) * buyingRate(diary, day));
    if (isFirst || (orders && day < diary.leavesOn)) liveAnOrder(diary, day);
  }
  receiveMessages(diary);
  return diary;
}

function liveAnOrder(diary: Diary, day: number): void {
  const order = placeOrder(diary, day);
  prepareOrder(diary, order);
  maybeReturn(diary, order);
  maybeComplain(diary, order, {
    kind: "product",
    from: order.arrivalDay + 3,
    to: order.arrivalDay + 40,
  });
  maybeComplain(diary, order, { kind: "attitude", from: day + 1, to: day + 5 });
  maybeComplain(diary, order, { kind: "billing", from: day + 1, to: day + 20 });
  if (order.isBulky) {
    maybeComplain(diary, order, {
      kind: "installation",
      from: order.arrivalDay + 1,
      to: order.arrivalDay + 10,
    });
  }
  comeForService(diary, order);
  if (chance(diary.random, LOYALTY_EFFECTS.leaveAfterOrderShare)) {
    diary.leavesOn = Math.min(diary.leavesOn, day + 1);
  }
}

const COMPLAINT_TOUCHPOINTS: Readonly<Partial<Record<ComplaintKind, string>>> = {
  installation: "installation",
  billing: "call-centre",
};

function maybeComplain(
  diary: Diary,
  order: Order,
  { kind, from, to }: { readonly kind: ComplaintKind; readonly from: number; readonly to: number },
): void {
  const complains = chance(diary.random, COMPLAINT_SHARES[kind]);
  const day = whole(diary.random, from, to);
  if (!complains || day >= DAY_COUNT) return;
  const touchpoint = COMPLAINT_TOUCHPOINTS[kind] ?? order.touchpoint;
  const resolvedDay = raiseComplaint(diary, day, { kind, purchase: order.purchase, touchpoint });
  sufferTrouble(diary, day, {
    leaveShare: LOYALTY_EFFECTS.leaveAfterOtherTroubleShare,
    resolvedDay,
  });
}
