import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bodiesOfDemoCountry } from "#demo/country/demo-bodies.ts";
import { takesAppeals } from "./body.ts";
import { bodyTree } from "./body-tree.ts";
import { bodiesAround, chooseBodies, proposalsMax } from "./choose-body.ts";

const tree = bodyTree(bodiesOfDemoCountry(() => "key"));

function slugs(matter: string, place = ""): string[] {
  return chooseBodies(tree, { matter, place }).map((proposal) => proposal.body.slug);
}

test("the matter alone leads to the ministry, in all three languages and in grown forms of a word", () => {
  assert.equal(slugs("gazyň basyşy pes")[0], "energetika");
  assert.equal(slugs("Второй месяц нет газа")[0], "energetika");
  assert.equal(slugs("no gas for two months")[0], "energetika");
  assert.equal(slugs("пенсию не платят")[0], "zahmet");
  assert.equal(slugs("the textbook is missing at school")[0], "bilim");
  assert.equal(slugs("взятка")[0], "bas-prokuratura");
});

test("a place leads to the body that answers for it first, then to those above", () => {
  const proposed = slugs("gaz ýok", "Çeşme");
  assert.equal(proposed[0], "cesme-genes");
  assert.ok(proposed.indexOf("alagoz-etrap") > 0, proposed.join());
  assert.ok(proposed.indexOf("alagoz-etrap") < proposed.indexOf("narly-welayat"), proposed.join());
  assert.ok(proposed.includes("energetika"));
});

test("the bodies around a place are those that answer for it and those above, the nearest first; the country's are none", () => {
  const around = (matter: string, place: string) =>
    bodiesAround(tree, { matter, place }).map(({ slug }) => slug);
  assert.deepEqual(around("gaz ýok", "Çeşme"), ["cesme-genes", "alagoz-etrap", "narly-welayat"]);
  assert.deepEqual(around("в Алагёзе нет газа", ""), ["alagoz-etrap", "narly-welayat"]);
  assert.deepEqual(around("gaz ýok", ""), []);
});

test("the place may stand within the matter, without Turkmen letters or in Russian", () => {
  assert.equal(slugs("Alagozde gaz yok")[0], "alagoz-etrap");
  assert.equal(slugs("в Алагёзе нет газа")[0], "alagoz-etrap");
  assert.equal(slugs("Sazaklyda köçe çyrasy ýanmaýar")[0], "sazakly-etrap");
});

test("a council that lies elsewhere is not proposed", () => {
  const proposed = slugs("oba suw ýap", "Gumdepe");
  assert.ok(proposed.includes("gumdepe-genes"));
  assert.ok(!proposed.includes("cesme-genes") && !proposed.includes("alagoz-etrap"));
});

test("courts and the election commission are never proposed: they have ways of their own", () => {
  assert.deepEqual(
    chooseBodies(tree, { matter: "kazyýet суд court выбор saýlaw", place: "Çynar" }).filter(
      ({ body }) => !takesAppeals(body),
    ),
    [],
  );
});

test("the competence that fits is named", () => {
  const [first] = chooseBodies(tree, { matter: "лекарств нет в аптеке", place: "" });
  assert.equal(first?.competence?.name.en, "Medicines");
  assert.equal(first?.isLocal, false);
});

test("nothing fitting gives nothing, and any text whatever gives at most eight bodies", () => {
  assert.deepEqual(slugs(""), []);
  assert.deepEqual(slugs("zzzz qqqq"), []);
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.string({ maxLength: 60 }),
      (matter, place) => {
        const proposed = chooseBodies(tree, { matter, place });
        assert.ok(proposed.length <= proposalsMax);
        assert.equal(new Set(proposed.map(({ body }) => body.number)).size, proposed.length);
      },
    ),
  );
});
