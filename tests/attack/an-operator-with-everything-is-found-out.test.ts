/**
 * A dishonest operator with full access to the database, the log's key and the disk. Each attack is carried out for real, and
 * shown by what an outsider has: `aydyn verify`, `aydyn watch`, or the receipt that a citizen kept. Each first takes the
 * honest look, by the same command, which finds nothing.
 */
import { test } from "node:test";
import { withAttackedCountry } from "./attacked-country.ts";
import * as acts from "./attacks-on-acts.ts";
import * as past from "./attacks-on-the-past.ts";

test("whatever an operator does, somebody outside can show it", async (context) => {
  await withAttackedCountry(async (attacked) => {
    await context.test("split view", () => past.splitView(attacked));
    await context.test("truncation", () => past.truncation(attacked));
    await context.test("cut mirror", () => past.cutMirror(attacked));
    await context.test("forged receipt", () => past.forgedReceipt(attacked));
    await context.test("back-dating", () => past.backDating(attacked));
    await context.test("inflated due", () => acts.inflatedDue(attacked));
    await context.test("endless pause", () => acts.endlessPause(attacked));
    await context.test("false close", () => acts.falseClose(attacked));
    await context.test("late extension", () => acts.lateExtension(attacked));
    await context.test("blame shifted by forwarding", () => acts.shiftedBlame(attacked));
    await context.test("dropped appeal", () => acts.droppedAppeal(attacked));
    await context.test("edited reply", () => acts.editedReply(attacked));
    await context.test("replaced attachment", () => acts.replacedAttachment(attacked));
    await context.test("re-used serial", () => acts.reusedSerial(attacked));
  });
});
