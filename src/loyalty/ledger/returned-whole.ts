import type { OrderRecord } from "./loyalty-state.js";

/** What of an order's lines has come back, by line. */
interface CameBack {
  readonly lines: OrderRecord["lines"];
  readonly returned?: Readonly<
    Record<string, { readonly quantity: number; readonly amount: number }>
  >;
}

/** Whether nothing of an order is left: of each line all units, and all of what it cost. */
export function isReturnedWhole({ lines, returned = {} }: CameBack): boolean {
  return lines.every(({ id, quantity, amount }) => {
    const back = returned[id];
    return back !== undefined && back.quantity >= quantity && back.amount >= amount;
  });
}
