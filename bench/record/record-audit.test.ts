import { test } from "node:test";
import { tinyRun } from "../test-tiny-run.ts";

test("the bench record-audit runs, and prints what it promises", () => tinyRun("record-audit"));
