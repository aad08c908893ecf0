/** Cases in the small country, and what its officials do with them. */
import assert from "node:assert/strict";
import type { BodyNumber } from "#core/record/leaf.ts";
import { type CaseRow, caseObjectFor, findCase } from "#government/cases/index.ts";
import type { AccountId, Actor, ComplainedOf } from "#platform/authority/actor.ts";
import { ask, type Grant } from "#platform/authority/grant.ts";
import type { CaseObject, ObjectOfAct } from "#platform/authority/objects.ts";
import { ministry } from "#tests/country/small-country.ts";
import { appealHigher } from "../appeal-higher.ts";
import type { AppealTools, Attachment } from "../appeal-tools.ts";
import { grantedFor } from "../applicant-grant.ts";
import { caseCodeKeys } from "../case-codes.ts";
import { openOrder } from "../erasure-order-store.ts";
import {
  answerAppeal,
  approveRefusal,
  askClarification,
  assignAppeal,
  type FiledAppeal,
  fileAppeal,
  proposeRefusal,
} from "../index.ts";
import { approveErasure, orderErasure } from "../order-erasure.ts";
import { inTransaction } from "../portal-tools.ts";
import type { TestPortal } from "./portal.ts";

const inspectorAccount = "00000000-0000-4000-8000-0000000000a1" as AccountId;
/** Who heads a body, and who handles its cases: of whichever body a case was filed with. */
const headOf = (body: BodyNumber): Actor => ({
  kind: "person",
  account: "00000000-0000-4000-8000-0000000000a2" as AccountId,
  appointments: [{ body, post: "head", role: "head" }],
  opened: new Map(),
});
const inspectorOf = (body: BodyNumber): Actor => ({
  kind: "person",
  account: inspectorAccount,
  appointments: [{ body, post: "inspector", role: "official" }],
  opened: new Map(),
});
export const officialName = "Barlag Gyzylgülzar";

type CaseActName = {
  [Act in keyof ObjectOfAct]: ObjectOfAct[Act] extends CaseObject ? Act : never;
}[keyof ObjectOfAct];

/** Files an appeal with the ministry of springs unless told another body, as the web does. */
export async function fileOne(
  { tools, country }: TestPortal,
  filing: {
    readonly text: string;
    readonly account?: AccountId;
    readonly attachments?: readonly Attachment[];
    /** Of the form; drawn when left out. Codes are made from it. */
    readonly formKey?: string;
    /** As cases were filed before such codes existed. */
    readonly withoutWithdrawalCode?: boolean;
    /** The identity is withheld from those who handle the case. */
    readonly isSealed?: boolean;
    /** Nobody's name is given. */
    readonly isNameless?: boolean;
    readonly body?: BodyNumber;
    /** The posts that the complaint names. */
    readonly complainedOf?: readonly ComplainedOf[];
  },
): Promise<FiledAppeal> {
  const codes = caseCodeKeys(tools.serverKey, filing.formKey ?? String(country.randomBytes(8)));
  const { statusCodeKey, secretKey } = codes;
  return await inTransaction(tools, "portal", async (appealTools) => {
    const grant = ask({ kind: "visitor", opened: new Map() }, "appeal.file", {
      kind: "filing",
      body: filing.body ?? ministry,
    });
    assert.ok(grant.ok);
    return await fileAppeal(
      grant.value,
      {
        kind: "filed-complaint",
        language: "tk",
        channel: "web",
        subject: filing.text,
        text: filing.text,
        attachments: filing.attachments ?? [],
        complaint: { officials: filing.complainedOf ?? [], who: "" },
        identity: filing.isNameless === true ? null : { name: filing.text, address: "Çynar", contact: "" },
        identityShown: filing.isSealed !== true && filing.isNameless !== true,
        proofAtOnce: true,
        account: filing.account ?? null,
        ...(filing.withoutWithdrawalCode === true ? { statusCodeKey, secretKey } : codes),
      },
      appealTools,
    );
  });
}

/** Files an appeal by a form whose key the test knows, and with it the codes. */
export async function fileWithKey(portal: TestPortal, formKey: string): Promise<FiledAppeal> {
  return await fileOne(portal, { text: "Obada gaz ýok", formKey });
}

/** The head gives the case to the inspector. */
export async function assign({ tools }: TestPortal, { row }: FiledAppeal): Promise<void> {
  await inTransaction(tools, "desk", async (appealTools) => {
    const head = headOf(row.holderBody);
    const to = { body: row.holderBody, post: "inspector" };
    const object = await objectFor(appealTools, row, head);
    const grant = ask(head, "appeal.assign", { kind: "assignment", case: object, to });
    assert.ok(grant.ok);
    const official = { account: inspectorAccount, name: officialName };
    assert.ok((await assignAppeal(grant.value, official, appealTools)).ok);
  });
}

/** The inspector asks something. */
export async function askQuestion({ tools }: TestPortal, { row }: FiledAppeal, text: string): Promise<void> {
  await inTransaction(tools, "desk", async (appealTools) => {
    const grant = await granted(appealTools, row, "appeal.ask-clarification");
    assert.ok((await askClarification(grant, { reason: "place-unclear", text }, appealTools)).ok);
  });
}

/** The inspector refuses, with reasons, and the head stands behind it. */
export async function refuse({ tools }: TestPortal, { row }: FiledAppeal, text: string): Promise<void> {
  await inTransaction(tools, "desk", async (appealTools) => {
    const decision = {
      outcome: "refused",
      grounds: ["facts-not-confirmed"],
      legalBasis: ["art. 91b"],
      unheard: "as-applicant-stated",
    } as const;
    const written = await granted(appealTools, row, "appeal.answer");
    const proposed = await proposeRefusal(written, { decision, text, attachments: [] }, appealTools);
    assert.ok(proposed.ok, JSON.stringify(proposed));
    const { writer, digest } = proposed.value;
    const head = headOf(row.holderBody);
    const object = { kind: "approval", case: await objectFor(appealTools, row, head), writer } as const;
    const grant = ask(head, "appeal.approve", object);
    assert.ok(grant.ok);
    assert.ok((await approveRefusal(grant.value, { digest }, appealTools)).ok);
  });
}

/** The inspector grants what was asked for. */
export async function satisfy({ tools }: TestPortal, { row }: FiledAppeal, text: string): Promise<void> {
  await inTransaction(tools, "desk", async (appealTools) => {
    const grant = await granted(appealTools, row, "appeal.answer");
    const decision = { outcome: "satisfied" } as const;
    assert.ok((await answerAppeal(grant, { decision, text, attachments: [] }, appealTools)).ok);
  });
}

async function objectFor({ transaction }: AppealTools, { tag }: CaseRow, actor: Actor): Promise<CaseObject> {
  const row = await findCase(transaction, tag);
  assert.ok(row);
  return await caseObjectFor(transaction, actor, row);
}

async function granted<Act extends CaseActName>(
  tools: AppealTools,
  row: CaseRow,
  act: Act,
): Promise<Grant<Act>> {
  const inspector = inspectorOf(row.holderBody);
  const grant = ask(inspector, act, (await objectFor(tools, row, inspector)) as ObjectOfAct[Act]);
  assert.ok(grant.ok, `${act}: ${JSON.stringify(grant)}`);
  return grant.value;
}

/** The applicant takes what was decided to the body above, whose head grants it; gives the case there. */
export async function overturn(portal: TestPortal, { row }: FiledAppeal): Promise<FiledAppeal> {
  const { tools } = portal;
  const tree = await tools.bodyTree();
  const above = await inTransaction(tools, "portal", async (appealTools) => {
    const opened = new Map([[Buffer.from(row.tag).toString("hex"), "full" as const]]);
    const bearer = { row, actor: { kind: "visitor", opened } as const };
    const grant = await grantedFor(appealTools, bearer, "appeal.appeal-higher");
    assert.ok(grant);
    const appeal = { to: "higher-body", subject: "Gaz", text: "Gaz ýok", language: "tk" } as const;
    const codes = caseCodeKeys(tools.serverKey, String(portal.country.randomBytes(8)));
    const went = await appealHigher(grant, { ...appeal, codes }, { ...appealTools, tree });
    assert.ok(went.ok, JSON.stringify(went));
    return went.value;
  });
  await asHead(portal, above, "appeal.answer", async (grant, appealTools) => {
    const reply = { decision: { outcome: "satisfied" }, text: "Ýatyryldy", attachments: [] } as const;
    assert.ok((await answerAppeal(grant, reply, appealTools)).ok);
  });
  return above;
}

/** What the head does with a case, by a grant for it. */
export async function asHead<Act extends CaseActName, T>(
  { tools }: TestPortal,
  { row }: Pick<FiledAppeal, "row">,
  act: Act,
  run: (grant: Grant<Act>, tools: AppealTools) => Promise<T>,
): Promise<T> {
  return await inTransaction(tools, "desk", async (appealTools) => {
    const head = headOf(row.holderBody);
    const grant = ask(head, act, (await objectFor(appealTools, row, head)) as ObjectOfAct[Act]);
    assert.ok(grant.ok, `${act}: ${JSON.stringify(grant)}`);
    return await run(grant.value, appealTools);
  });
}

/** The head orders an erasure, and the inspector stands behind the list of what goes. */
export async function eraseByOrder(
  { tools }: TestPortal,
  { row }: Pick<FiledAppeal, "row">,
  order: Parameters<typeof orderErasure>[1],
): Promise<void> {
  await inTransaction(tools, "desk", async (appealTools) => {
    const head = headOf(row.holderBody);
    const grant = ask(head, "appeal.erase", await objectFor(appealTools, row, head));
    assert.ok(grant.ok && (await orderErasure(grant.value, order, appealTools)).ok);
  });
  await inTransaction(tools, "desk", async (appealTools) => {
    const waiting = await openOrder(appealTools.transaction, row.tag);
    assert.ok(waiting);
    const inspector = inspectorOf(row.holderBody);
    const subject = await objectFor(appealTools, row, inspector);
    const approval = { kind: "approval", case: subject, writer: waiting.writer } as const;
    const grant = ask(inspector, "appeal.approve", approval);
    assert.ok(grant.ok && (await approveErasure(grant.value, waiting, appealTools)).ok);
  });
}
