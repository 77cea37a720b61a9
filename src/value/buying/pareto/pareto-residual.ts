import { GAUSS_12 } from "../../../shared/numerics/gauss-legendre.js";

/**
 * How long does a customer stay, each moment discounted to now? The integral of e^(-rate u) (scale / (scale +
 * u))^shape.
 *
 * @remarks By quadrature in y = log(1 + u / scale); it is Tricomi's function of NIST DLMF 13.4.4.
 * @internal
 */
export function discountedStay(
  { shape, scale }: { readonly shape: number; readonly scale: number },
  rate: number,
): number {
  if (!(rate > 0)) return shape > 1 ? scale / (shape - 1) : Infinity;
  const { nodes, weights } = GAUSS_12;
  const discount = rate * scale;
  const steepness = (y: number): number => Math.abs(1 - shape) + discount * Math.exp(y);
  let total = 0;
  for (let y = 0; ;) {
    let step = Math.min(2, 8 / steepness(y));
    step = Math.min(step, 8 / steepness(y + step));
    let sum = 0;
    let last = 0;
    for (let i = 0; i < nodes.length; i += 1) {
      const at = y + step * nodes[i]!;
      last = Math.exp((1 - shape) * at - discount * Math.expm1(at));
      sum += weights[i]! * last;
    }
    total += step * sum;
    y += step;
    // From here on the integrand falls at least as fast as now.
    if (shape - 1 + discount * Math.exp(y) > 0 && last < 1e-18 * total) return scale * total;
  }
}
