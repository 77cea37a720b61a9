import type { ContractModel } from "./contract-model.js";

const PARAMETERS: Readonly<Record<ContractModel["kind"], readonly string[]>> = {
  "shifted-beta-geometric": ["alpha", "beta"],
  "beta-discrete-weibull": ["alpha", "beta", "c"],
};

/** Throws unless the model has a known kind and parameters above 0. @internal */
export function requireContractModel(model: ContractModel, task: string): void {
  const names = PARAMETERS[model.kind] as readonly string[] | undefined;
  if (names === undefined) {
    throw new TypeError(
      `Cannot ${task}: the kind of model must be one of ${Object.keys(PARAMETERS).join(", ")}, ` +
        `got ${model.kind}`,
    );
  }
  const parameters = model.parameters as unknown as Readonly<Record<string, number>>;
  for (const name of names) {
    const value = parameters[name]!;
    if (value > 0 && value < Infinity) continue;
    throw new RangeError(
      `Cannot ${task}: the parameter ${name} must be a number above 0, got ${String(value)}`,
    );
  }
}

/** Throws unless a number of renewals is whole. @internal */
export function requireRenewals(
  value: number,
  { least, what, task }: { readonly least: 0 | 1; readonly what: string; readonly task: string },
): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(
    `Cannot ${task}: ${what} must be an integer of at least ${String(least)}, got ${String(value)}`,
  );
}
