import type { Trilingual } from "#core/record/trilingual.ts";
import { translator } from "#platform/language/texts.ts";
import { drawQr, pageWidth } from "#platform/paper/printed-paper.ts";
import { margin, placedPaper } from "../print/placed-paper.ts";
import { intakeIdentity, intakeRecipient } from "./intake-key.ts";

export interface KeyToPrint {
  readonly secret: Uint8Array;
  /** Whose key it is in the record now; `null` for one that the record names no more. */
  readonly holder: Trilingual | null;
  /** The log's origin. */
  readonly origin: string;
  readonly printedAt: number;
}

const qrSide = 150;
const lineLength = 30;
const bigSize = 12;
const codeSize = 11;

/**
 * The backup of a key of intake on paper, to be kept in a safe: in letters and as a QR code, as the command `age` reads it,
 * so that it opens files also where there is no program of ours.
 */
export async function keyPaper({ secret, holder, origin, printedAt }: KeyToPrint): Promise<Uint8Array> {
  const identity = intakeIdentity(secret);
  const recipient = await intakeRecipient(secret);
  return await placedPaper({ title: recipient, at: printedAt }, (document) => {
    document.addPage();
    const width = pageWidth - 2 * margin;
    let top = margin;
    const write = (text: string, font: string, size: number): void => {
      document.font(font).fontSize(size).text(text, margin, top, { width });
      top += document.heightOfString(text, { width }) + 6;
    };
    for (const language of ["tk", "ru", "en"] as const) {
      const t = translator(language);
      write(t("intake-key-paper-title"), "bold", bigSize);
      write(`${holder?.[language] ?? t("intake-key-paper-older")} · ${origin}`, "regular", codeSize);
      write(t("intake-key-paper-what"), "regular", codeSize);
    }
    // In short lines, since somebody may have to type it.
    for (const line of [...inLines(recipient), "", ...inLines(identity)])
      write(line || " ", "mono", codeSize);
    drawQr(document, identity, { left: margin, top: top + 8, side: qrSide });
  });
}

function inLines(text: string): readonly string[] {
  return text.match(new RegExp(`.{1,${lineLength}}`, "g")) ?? [];
}
