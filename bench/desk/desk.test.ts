import { test } from "node:test";
import { tinyRun } from "../test-tiny-run.ts";

test("the bench desk runs, and prints what it promises", () => tinyRun("desk"));
