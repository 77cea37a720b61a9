import fc from "fast-check";

// One seed for every property, so that a failure is repeated by running the tests again. The runs under other time
// zones repeat each property less often: what a zone can change shows in any case.
const numRuns = Number(process.env["GOODWILL_PROPERTY_RUNS"] ?? 100);
fc.configureGlobal({ seed: 20_260_213, numRuns });
