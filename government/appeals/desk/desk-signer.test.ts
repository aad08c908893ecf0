import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "#core/result.ts";
import type { BodySigner } from "#platform/signer/body-signer.ts";
import { countrySigner } from "#tests/country/small-country.ts";
import { formAt } from "../test-support/browser-samples.ts";
import { type DeskCountry, withDeskCountry } from "./desk-samples.ts";

const reply = "Gaz geçiriji bejerildi.";

/** A signer that is there or not, as the test says. */
function switched(): { readonly signer: BodySigner; isThere: boolean } {
  const switchable = {
    isThere: false,
    signer: {
      sign: (request: Parameters<BodySigner["sign"]>[0]) =>
        switchable.isThere ? countrySigner.sign(request) : Promise.resolve(refused("signer-away" as const)),
    },
  };
  return switchable;
}

async function kindsOf({ country }: DeskCountry): Promise<readonly string[]> {
  const rows = await country.database.worker<{ kind: string }[]>`
    select kind from record.act where case_tag is not null order by registered`;
  return rows.map(({ kind }) => kind);
}

test("while nobody signs for the body a reply is not entered, nothing of it is lost, and the same form sends it later", async () => {
  const signing = switched();
  await withDeskCountry(async (desk) => {
    const { head } = desk;
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}`;
    await head.post(`${path}/open`, formAt((await head.get(path)).body, `${path}/open`));
    await head.fill(`${path}/answer`, { outcome: "satisfied" });
    await head.post(`${path}/answer/text`, { text: reply });
    const form = formAt((await head.get(`${path}/answer/check`)).body, `${path}/answer/check`);

    const away = await head.post(`${path}/answer/check`, form);
    assert.equal(away.status, 422);
    assert.match(away.body, /could not be signed at this moment\. Nothing is lost/);
    assert.match(away.body, new RegExp(reply));
    assert.deepEqual(await kindsOf(desk), ["filed-complaint"]);

    signing.isThere = true;
    const sent = await head.post(`${path}/answer/check`, form);
    assert.equal(sent.location, `${path}?done=answer`);
    assert.deepEqual(await kindsOf(desk), ["filed-complaint", "answered"]);
  }, signing.signer);
});
