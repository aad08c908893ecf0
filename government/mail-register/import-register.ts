import { type CivilDate, civilDateAt, startOfCivilDate } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { AppealTools, Complaint } from "#government/appeals/index.ts";
import { type StubKeys, takePaper } from "#government/intake/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Language } from "#platform/language/language.ts";
import { nameCaseOfRow, reserveRow } from "./import-store.ts";
import type { RegisterEntry } from "./understand-register.ts";

export interface ImportTools {
  readonly keys: StubKeys;
  /** Whom the words of a row name: nobody sits beside who could be asked, so what names somebody plainly binds. */
  readonly complaintOf: (words: string, tools: AppealTools) => Promise<Complaint>;
  /** The language in which the body keeps its register: that of the answers too. */
  readonly language: Language;
  /** One transaction, with the parameters as they stand in it. */
  readonly inTransaction: <T>(run: (tools: AppealTools) => Promise<T>) => Promise<T>;
  readonly progress: (done: number, total: number) => void;
}

export interface ImportedRegister {
  readonly entered: number;
  /** Rows that an earlier run had entered. */
  readonly known: number;
  /** Entered with a due day that had passed already. */
  readonly overdue: number;
}

/** Registers open at noon; of a day that a register names without an hour, it is the hour that is wrong by least. */
const noonMs = 12 * 3_600_000;

/**
 * Enters the open appeals of a body's register on paper, each as what it is: handed in on its own day, entered today.
 * Each has a transaction of its own, so a run that is cut off loses nothing and the next one goes on where it ended.
 */
export async function importRegister(
  grant: Grant<"appeal.register-paper">,
  entries: readonly RegisterEntry[],
  tools: ImportTools,
): Promise<ImportedRegister> {
  requireGrant(grant, "appeal.register-paper");
  const counted = { entered: 0, known: 0, overdue: 0 };
  for (const [at, entry] of entries.entries()) {
    const outcome = await tools.inTransaction((appealTools) => enterRow(grant, entry, tools, appealTools));
    if (outcome === "known") counted.known += 1;
    else counted.entered += 1;
    if (outcome === "overdue") counted.overdue += 1;
    tools.progress(at + 1, entries.length);
  }
  return counted;
}

async function enterRow(
  grant: Grant<"appeal.register-paper">,
  entry: RegisterEntry,
  { keys, language, complaintOf }: ImportTools,
  tools: AppealTools,
): Promise<"known" | "overdue" | "in-time"> {
  const body: BodyNumber = grant.object.takenAt;
  const { kind, number, receivedOn, subject } = entry;
  const key = { body, number, receivedOn };
  if (!(await reserveRow(tools.transaction, key))) return "known";
  const { timeZone } = tools.parameters;
  const complaint = await complaintOf(entry.complainedOf, tools);
  const paper = {
    filing: {
      kind,
      language,
      channel: "post" as const,
      subject: subjectLine(subject),
      text: subject,
      attachments: [],
      complaint,
      identity: { name: entry.applicant, address: entry.address, contact: entry.contact },
      identityShown: true,
      account: null,
    },
    receivedAt: Math.min(startOfCivilDate(receivedOn, timeZone) + noonMs, tools.now()),
    stub: null,
    // The body's own number says that this is another paper, whatever it looks like.
    isAnother: true,
    codeSource: `mail register ${body} ${number} ${receivedOn}`,
  };
  const taken = await takePaper(grant, paper, tools, keys);
  assert(taken.ok, `a row of a register is registered: ${JSON.stringify(taken)}`);
  const { tag, due } = taken.value.taken.row;
  await nameCaseOfRow(tools.transaction, key, tag);
  const today: CivilDate = civilDateAt(tools.now(), timeZone);
  return due !== null && due < today ? "overdue" : "in-time";
}

const subjectCharactersMax = 120;

/** The first line of what the register says, as far as a subject goes. */
function subjectLine(text: string): string {
  const [line = ""] = text.split("\n");
  const characters = [...line];
  return characters.length <= subjectCharactersMax
    ? line
    : `${characters.slice(0, subjectCharactersMax - 1).join("")}…`;
}
