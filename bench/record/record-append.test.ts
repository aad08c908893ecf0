import { test } from "node:test";
import { tinyRun } from "../test-tiny-run.ts";

test("the bench record-append runs, and prints what it promises", () => tinyRun("record-append"));
