import { test } from "node:test";
import { tinyRun } from "../test-tiny-run.ts";

test("the bench appeals runs, and prints what it promises", () => tinyRun("appeals"));
