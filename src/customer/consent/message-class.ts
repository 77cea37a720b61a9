/**
 * What a message is to the law: advertising, part of serving a customer, or a notice the law demands.
 *
 * - `promotional`: furthers sales or the firm's image; needs consent or another basis.
 * - `transactional`: carries out what the customer ordered: a confirmation, a delivery, a password; needs no consent.
 * - `legal-notice`: what the law obliges the firm to say: a recall, a data breach; needs no consent.
 */
export type MessageClass = "promotional" | "transactional" | "legal-notice";
