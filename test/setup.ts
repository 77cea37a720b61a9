import fc from "fast-check";

// One seed for every property, so that a failure is repeated by running the tests again.
fc.configureGlobal({ seed: 20_260_213, numRuns: 200 });
