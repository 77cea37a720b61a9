/**
 * Forecasts on the CDNOW sample of 2,357 customers (Fader and Hardie), observed to 30 September 1997, against the 39
 * weeks after: maximum of the likelihood found and confirmed in 30 digits, forecasts by the functions of lifetimes
 * 0.11.3 at it; purchases are distinct days.
 */
export const CDNOW_HOLDOUT = {
  customers: 2357,
  actualTotal: 1882,
  actualBuyers: 684,
  bgNbd: { total: 1653.4232598040116, areaUnderCurve: 0.7569311178923599 },
} as const;
