import { expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type {
  Answer,
  answerSchema,
  CampaignCounts,
  campaignCountsSchema,
  CustomerBenefitParts,
  customerBenefitPartsSchema,
  KanoPair,
  kanoPairSchema,
  NpsCounts,
  npsCountsSchema,
  ThemeCount,
  themeCountSchema,
} from "goodwill/experience";

/** The schema's rows are mutable copies. */
type Parsed<Schema extends z.ZodType> = Readonly<z.infer<Schema>>;

it("the schemas accept exactly what the interfaces say", () => {
  expectTypeOf<Parsed<typeof answerSchema>>().toEqualTypeOf<Answer>();
  expectTypeOf<Parsed<typeof npsCountsSchema>>().toEqualTypeOf<NpsCounts>();
  expectTypeOf<Parsed<typeof themeCountSchema>>().toEqualTypeOf<ThemeCount>();
  expectTypeOf<Parsed<typeof campaignCountsSchema>>().toEqualTypeOf<CampaignCounts>();
  expectTypeOf<Parsed<typeof customerBenefitPartsSchema>>().toEqualTypeOf<CustomerBenefitParts>();
  expectTypeOf<Parsed<typeof kanoPairSchema>>().toEqualTypeOf<KanoPair>();
});
