/** Papers of intake: everything stands at its own place, so nothing flows and no page is begun but by whoever draws. */
import { type PaperDocument, printedPaper } from "#platform/paper/printed-paper.ts";

/** Points that stay white at the edges: no printer reaches them. */
export const margin = 34;

/** Prints what `draw` draws; it adds the pages itself. `at` is written into the file as its date. */
export async function placedPaper(
  about: { readonly title: string; readonly at: number },
  draw: (document: PaperDocument) => void,
): Promise<Uint8Array> {
  return await printedPaper({ ...about, margin: 0 }, draw);
}
