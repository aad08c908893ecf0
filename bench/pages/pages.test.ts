import { test } from "node:test";
import { tinyRun } from "../test-tiny-run.ts";

test("the bench pages runs, and prints what it promises", () => tinyRun("pages"));
