/** Which fault is shown by which test: the table of docs/reliability.md. A test of its own sees that each is there. */

export interface ShownFault {
  readonly fault: string;
  readonly file: string;
  /** The test's title as it stands in the file. */
  readonly test: string;
}

const record = "platform/record";
const simulation = "tests/simulation/simulation.test.ts";
const livesThrough =
  "a country lives through every fault that we can think of, and nothing that was acknowledged is lost";

export const shownFaults: readonly ShownFault[] = [
  {
    fault: "the worker dies at each of the eleven steps of durability",
    file: `${record}/crash.test.ts`,
    test: "killed at any step of durability, the next sequencer leaves the very files that an undisturbed one would",
  },
  { fault: "the worker dies at any write, sync, rename or statement", file: simulation, test: livesThrough },
  { fault: "a power cut tears files and loses what was not synced", file: simulation, test: livesThrough },
  { fault: "a statement is carried out and its answer is lost", file: simulation, test: livesThrough },
  {
    fault: "a form is sent twice, or twice at once",
    file: "platform/http/idempotency-store.test.ts",
    test: "one form is one act: repeated, changed, elsewhere, refused, at once, expired",
  },
  {
    fault: "two sequencers",
    file: `${record}/sequencer-start.test.ts`,
    test: "of two sequencers that race, exactly one wins; the loser publishes nothing of its own",
  },
  {
    fault: "a sequencer stands still, loses its lock, and goes on beside its successor",
    file: simulation,
    test: livesThrough,
  },
  { fault: "the disk is full, or read-only, for a day", file: simulation, test: livesThrough },
  {
    fault: "a sequencer stands still at each step after its swap while another goes on",
    file: `${record}/sequencer-start.test.ts`,
    test: "a sequencer that stood still at any step while another went on turns nothing back",
  },
  {
    fault: "a deploy in the middle of a form: new processes, and a form of another version",
    file: "government/appeals/filing/a-deploy-in-the-middle-of-a-form.test.ts",
    test: "a draft and a page of an older form are taken as far as they go, and what is missing is asked for",
  },
  {
    fault: "a name that was never synced is found by a start",
    file: "tests/simulation/simulated-disk.test.ts",
    test: "what a start has synced outlives a power cut, and what nobody synced does not",
  },
  {
    fault: "the disk is full at the start",
    file: "tools/start-conditions.test.ts",
    test: "foreseen failures are explained, others keep their stack",
  },
  {
    fault: "the clock is set back",
    file: `${record}/sequencer.test.ts`,
    test: "a clock that was set back keeps the last time; a retried submission keeps its index",
  },
  {
    fault: "a witness's clock is set back",
    file: "witness/witness.test.ts",
    test: "a clock that was set back never gives a time below the last",
  },
  {
    fault: "a witness lies, is silent, slow, or replays an old signature",
    file: simulation,
    test: livesThrough,
  },
  {
    fault: "a witness hangs, redirects, answers without end",
    file: `${record}/cosigning.test.ts`,
    test: "over HTTP a witness that hangs, redirects, answers without end or not at all is unreachable",
  },
  { fault: "a witness is rolled back", file: simulation, test: livesThrough },
  {
    fault: "a witness dies between persisting and answering",
    file: "witness/server.test.ts",
    test: "killed between persisting and answering, it comes back knowing what it had signed",
  },
  {
    fault: "a witness's disk is full",
    file: "witness/witness.test.ts",
    test: "a failed write signs nothing, and the next request is judged by the old memory",
  },
  {
    fault: "the database is restored to yesterday",
    file: `${record}/sequencer-start.test.ts`,
    test: "a database restored to an older state is refused by the lock head file",
  },
  {
    fault: "database and folders are restored to yesterday together",
    file: `${record}/sequencer-start.test.ts`,
    test: "database and all folders restored together are refused by the witnesses, who remember",
  },
  {
    fault: "the lock head is lost, damaged or older",
    file: `${record}/sequencer-start.test.ts`,
    test: "a lock head file that is lost, damaged, older or of another log is refused",
  },
  {
    fault: "up to 35 days cut off from every witness, reconciled by line and on a stick",
    file: simulation,
    test: livesThrough,
  },
  {
    fault: "the mail server is down for a day",
    file: "platform/mail/send-mails.test.ts",
    test: "a server that is away for a day loses nothing and doubles nothing",
  },
  {
    fault: "the worker dies between sending a mail and noting it",
    file: "platform/mail/send-mails.test.ts",
    test: "a worker killed after sending and before noting it sends the same message again, and no third one",
  },
  {
    fault:
      "kill -9 of portal, worker, witnesses, PostgreSQL and its sessions under load; PostgreSQL restarting under load",
    file: "tests/torture/kills/kills.test.ts",
    test: "programs and database are killed under load: everybody who was given a number has a receipt that proves",
  },
  {
    fault: "all connections to the database are cut",
    file: `${record}/run-sequencer.test.ts`,
    test: "when all connections are cut it says so, starts anew, and loses nothing",
  },
  {
    fault: "PostgreSQL is killed",
    file: "platform/database/embedded-postgres.test.ts",
    test: "what was committed outlives a killed server and a start beside its remains; production keeps fsync",
  },
  {
    fault: "a backup from before an erasure is restored",
    file: `${record}/erase.test.ts`,
    test: "a backup from before an erasure shows no identity any more, and the erasure is repeated after its restore",
  },
  {
    fault: "a machine is lost, and a backup from before an erasure is put back",
    file: "tools/backup/backup.test.ts",
    test: "what was erased after the backup does not come back: no text, no key, no published copy; and the log refuses to go back",
  },
  {
    fault: "a backup of an older version is restored by a newer one",
    file: "tools/backup/backup.test.ts",
    test: "a backup of an older version is upgraded with its data",
  },
  {
    fault: "a file of a backup is damaged",
    file: "tools/backup/backup.test.ts",
    test: "a damaged backup, a place that is not empty, and a running worker are refused in words",
  },
  {
    fault: "a slow line breaks in the middle of a form",
    file: "tests/reach/a-slow-line-that-breaks.test.ts",
    test: "over an evening's line an appeal is filed within a minute, and a break loses and doubles nothing",
  },
  {
    fault:
      "receipts, mirrors, certificates and whatever else the auditor, the witness or the page that verifies is handed are malformed",
    file: "tests/fuzz/every-reader-refuses-in-words.test.ts",
    test: "readers of the record take their samples, and bad input never breaks them",
  },
  {
    fault: "journals, carried appeals, attachments and documents are malformed",
    file: "tests/fuzz/every-reader-refuses-in-words.test.ts",
    test: "readers of files that people bring take their samples, and bad input never breaks them",
  },
  {
    fault: "forms, cookies, codes, numbers, addresses and words to search are malformed",
    file: "tests/fuzz/every-reader-refuses-in-words.test.ts",
    test: "readers of what is typed take their samples, and bad input never breaks them",
  },
  {
    fault: "requests on the line, uploads and JSON are malformed",
    file: "tests/fuzz/every-reader-refuses-in-words.test.ts",
    test: "whatever is sent, the server answers as it means to",
  },
  {
    fault: "a program dies",
    file: "tools/supervisor.test.ts",
    test: "a program that dies is started again, and after too often given up",
  },
];
