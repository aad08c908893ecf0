import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { publicationPartName } from "#core/acts/published-appeal.ts";
import { checkFiles, mayFetchFile, maySeePart, type Viewer } from "#government/cases/index.ts";
import { plainJpeg } from "#platform/file-metadata/test-support/pictures.ts";
import { languages } from "#platform/language/language.ts";
import { morning } from "#tests/country/small-country.ts";
import { askQuestion, assign, fileOne, officialName, refuse } from "../../test-support/cases.ts";
import { agreeOn, type PublishingPortal, releaseOf, withPublishingPortal } from "../published-samples.ts";

/** Words that must not come out, each planted in a part that is not for everyone. */
const hidden = {
  filing: "Gizlinarza",
  question: "Gizlinsorag",
  reply: "Gizlinjogap",
  file: "Gizlinfaýl",
  cutByHead: "Gizlinkesik",
  cutByAuthor: "Gizlinýüz",
  takenBack: "Gizlinyzyna",
  unreleased: "Gizlingaraşýan",
  notChosen: "Gizlinsurat",
  heldBack: "Gizlinsaklanan",
  nameOfPicture: "Gizlinady",
} as const;
const publicWord = "Aýdyňsöz";
const publicPicture = "Gorünýänsurat";

/** A picture with a word among what is needed to show it, so that it stays when place and device are taken out. */
function pictureWith(word: string) {
  const bytes = Buffer.from(plainJpeg);
  // Behind its marker, its length and its number stand the 64 values of a table (ITU-T T.81 B.2.4.1).
  bytes.write(word, bytes.indexOf(Buffer.from([0xff, 0xdb])) + 5);
  return { fileName: `${hidden.nameOfPicture}.jpg`, mediaType: "image/jpeg", bytes };
}

/** A life of one case, drawn: which of its steps happen. */
interface Life {
  readonly asks: boolean;
  readonly answers: boolean;
  readonly replyIsPublic: boolean;
  readonly isReleased: boolean;
  readonly isTakenBack: boolean;
  readonly picture: "not-chosen" | "held-back" | "shown";
}

const life: fc.Arbitrary<Life> = fc.record({
  asks: fc.boolean(),
  answers: fc.boolean(),
  replyIsPublic: fc.boolean(),
  isReleased: fc.boolean(),
  isTakenBack: fc.boolean(),
  picture: fc.constantFrom("not-chosen", "held-back", "shown"),
});
const open: Life = {
  ...{ asks: false, answers: true, replyIsPublic: true, isReleased: true, isTakenBack: false },
  picture: "shown",
};
/** What may become of a picture, in any run. */
const everyPicture: Life[] = [
  open,
  { ...open, picture: "not-chosen" },
  { ...open, picture: "held-back" },
  { ...open, isTakenBack: true },
];
const wordOfPicture = {
  "not-chosen": hidden.notChosen,
  "held-back": hidden.heldBack,
  shown: publicPicture,
} as const;

function isOpen({ isReleased, isTakenBack }: Life): boolean {
  return isReleased && !isTakenBack;
}

async function live(portal: PublishingPortal, steps: Life): Promise<string> {
  const attachments = [
    { fileName: `${hidden.file}.txt`, mediaType: "text/plain", bytes: Buffer.from(hidden.file) },
    pictureWith(hidden.notChosen),
    pictureWith(isOpen(steps) || steps.picture !== "shown" ? wordOfPicture[steps.picture] : hidden.notChosen),
  ];
  const filed = await fileOne(portal, { text: hidden.filing, account: portal.author.account, attachments });
  const { number } = filed.row;
  await assign(portal, filed);
  if (steps.asks) await askQuestion(portal, filed, hidden.question);
  const answers = steps.answers && !steps.asks;
  if (answers) await refuse(portal, filed, `${hidden.reply} we ${hidden.cutByAuthor}`);
  const shown = steps.isTakenBack ? `${publicWord} ${hidden.takenBack}` : publicWord;
  const copy = {
    ...{ subject: publicWord, text: `${shown}, ${hidden.cutByHead}.`, matter: "water", place: "" },
    ...(steps.picture === "not-chosen" ? {} : { pictures: "attachment-3" }),
    ...(answers && steps.replyIsPublic
      ? { reply: "yes", replyCuts: `${hidden.cutByAuthor}\n${hidden.reply}` }
      : {}),
  };
  if (!steps.isReleased) {
    await agreeOn(await portal.author.browser(), number, { ...copy, subject: hidden.unreleased });
    return number;
  }
  await agreeOn(await portal.author.browser(), number, copy);
  const cuts = {
    ...{ passage1: hidden.cutByHead, reason1: "insults" },
    ...(steps.picture === "held-back" ? { held: "attachment-3", heldReason: "names-a-person" } : {}),
  };
  await releaseOf(await portal.head.browser(), number, cuts);
  if (steps.isTakenBack) {
    const browser = await portal.author.browser();
    const path = `/en/case/${number}/take-back`;
    await browser.send(await browser.open(path), path, {});
  }
  return number;
}

/** Everything that anybody may fetch, as text. */
async function publicOutputs(portal: PublishingPortal): Promise<readonly (readonly [string, string])[]> {
  const queries = [
    ...["", "?order=longest-waiting", "?outcome=none", "?outcome=refused", "?matter=water"],
    ...[publicWord, ...Object.values(hidden)].map((word) => `?words=${encodeURIComponent(word)}`),
  ];
  const pages = ["/", "/waiting", "/statistics", "/bodies/ministry-of-springs", "/check/entry/5"];
  const files = ["/waiting.csv", "/statistics.csv", "/statistics.json"];
  const urls = languages.flatMap((language) => [
    ...[...pages, ...files].map((path) => `/${language}${path}`),
    ...queries.flatMap((query) => [`/${language}/appeals${query}`, `/${language}/appeals.atom${query}`]),
  ]);
  for (const query of queries) urls.push(`/api/v1/published${query}`);
  const outputs: (readonly [string, string])[] = [];
  const found = new Set<string>();
  for (const url of urls) {
    const { status, body } = await portal.visitor.open(url);
    assert.equal(status, 200, url);
    // A page of results says again what was asked for; that is the asker's word, not ours.
    const word = decodeURIComponent(/words=(.*)$/.exec(url)?.[1] ?? "");
    const shown = word === "" ? body : body.replaceAll(encodeURIComponent(word), "").replaceAll(word, "");
    outputs.push([url, shown]);
    for (const [path] of body.matchAll(/\/en\/appeals\/[0-9a-z]{10}/g)) found.add(path);
  }
  for (const url of found) {
    for (const address of [url, ...["1", "2", "3"].map((at) => `${url}/picture/${at}`)]) {
      outputs.push([address, (await portal.visitor.open(address)).body]);
    }
  }
  for (const path of (portal.tools.receipts.readPublished("files.txt") ?? "").split("\n")) {
    if (!/\.json$/.test(path)) continue;
    const text = portal.tools.receipts.readPublished(path) ?? "";
    const parts = [...text.matchAll(/"bytes":"([^"]+)"/g)].map(([, bytes = ""]) =>
      Buffer.from(bytes, "base64").toString("utf8"),
    );
    outputs.push([path, `${text}\n${parts.join("\n")}`]);
  }
  return outputs;
}

const livesPerRun = 4;
const runs = 3;

test("a marker in any part that is not for everyone comes out nowhere, whatever the lives of the cases", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: livesPerRun, maxLength: livesPerRun }), async (lives) => {
      await withPublishingPortal(async (portal) => {
        const numbers: string[] = [];
        for (const steps of lives) numbers.push(await live(portal, steps));
        const { country, tools } = portal;
        assert.ok((await checkFiles({ sql: country.database.worker, scanner: null, now: tools.now })).ok);
        await portal.finishErasures();
        await portal.sequence();
        portal.country.clock.now = morning(2026, 12, 15);
        await portal.sequence();
        const outputs = await publicOutputs(portal);
        const markers = [...Object.values(hidden), ...numbers, officialName, "Bagtygül", "Baş Başow"];
        for (const [where, text] of outputs) {
          for (const marker of markers) assert.ok(!text.includes(marker), `${where} shows ${marker}`);
        }
        const list = outputs.find(([where]) => where === "/en/appeals")?.[1] ?? "";
        assert.equal(
          list.includes(publicWord),
          lives.some(isOpen),
          "what was released and not taken back is there",
        );
        assert.equal(
          outputs.filter(([, text]) => text.includes(publicPicture)).length,
          lives.filter((each) => isOpen(each) && each.picture === "shown").length,
          "and each picture that is shown, at one address",
        );
      });
    }),
    { numRuns: runs, examples: [[everyPicture]] },
  );
});

const parts = ["public", "parties", "official", "identity", "signature", "attachment"] as const;

test("nobody but author and desk sees a part of an appeal that is not published; then codes and publication alone", () => {
  const outsiders: readonly Viewer[] = [{ kind: "public" }, { kind: "status-holder" }, { kind: "auditor" }];
  for (const viewer of outsiders) {
    const closed = { holderBody: 1, identityShown: true };
    for (const part of [...parts, publicationPartName] as const) {
      assert.equal(
        maySeePart(viewer, closed, part as (typeof parts)[number]),
        false,
        `${viewer.kind} ${part}`,
      );
    }
    assert.equal(maySeePart(viewer, { ...closed, isShownPicture: true }, "attachment"), false, viewer.kind);
    const open = { ...closed, isPublished: true };
    assert.equal(maySeePart(viewer, { ...open, isShownPicture: true }, "attachment"), true);
    assert.equal(mayFetchFile(viewer, { state: "passed", isApplicants: true }), false);
    for (const state of ["waiting", "passed", "active", "harmful"] as const) {
      const picture = { state, isApplicants: true, isShownPicture: true };
      assert.equal(mayFetchFile(viewer, picture), state === "passed", state);
    }
    assert.equal(maySeePart(viewer, open, "publication"), true);
    for (const part of parts) {
      assert.equal(maySeePart(viewer, open, part), viewer.kind === "public" && part === "public", part);
    }
  }
});
