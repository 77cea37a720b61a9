import type { PostalAddress } from "./contact-point.js";

/** How an address is put into one line. */
export interface PostalLineOptions {
  /**
   * From the house to the country (`small-first`) or from the country to the house (`large-first`, as in China, Japan
   * and Korea); `small-first` when absent.
   */
  readonly order?: "small-first" | "large-first";
}

/**
 * How does this postal address read in one line?
 *
 * The parts follow one another with commas; absent ones leave nothing behind. It is a line to read, search and store
 * as the `address` of a contact point, not the layout a country's mail asks for on an envelope.
 *
 * @param address - The address in parts.
 * @param options - The order of the parts.
 * @returns The line.
 * @example
 * ```ts
 * import { postalLine } from "goodwill/customer";
 *
 * const address = { lines: ["Unter den Linden 1"], locality: "Berlin", postalCode: "10117", country: "DE" };
 * postalLine(address); // => "Unter den Linden 1, Berlin, 10117, DE"
 * postalLine(address, { order: "large-first" }); // => "DE, 10117, Berlin, Unter den Linden 1"
 * ```
 */
export function postalLine(address: PostalAddress, options: PostalLineOptions = {}): string {
  const { lines, locality, region, postalCode, country } = address;
  const parts = [...lines, locality, region, postalCode, country]
    .map((part) => part?.trim() ?? "")
    .filter((part) => part !== "");
  return (options.order === "large-first" ? parts.toReversed() : parts).join(", ");
}
