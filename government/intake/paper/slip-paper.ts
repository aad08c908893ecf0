import type { CaseNumber, CaseSecret, StatusCode, WithdrawalCode } from "#government/cases/index.ts";
import { momentInWords } from "#platform/language/dates.ts";
import { translator } from "#platform/language/texts.ts";
import { pageWidth } from "#platform/paper/printed-paper.ts";
import { margin, placedPaper } from "../print/placed-paper.ts";

export interface SlipToPrint {
  readonly number: CaseNumber;
  readonly statusCode: StatusCode;
  /** With it the case is opened; `null` for a paper with a stub, which gives it. */
  readonly secret: CaseSecret | null;
  readonly withdrawalCode: WithdrawalCode;
  readonly receivedAt: number;
  readonly printedAt: number;
  readonly timeZone: string;
  readonly fingerprint: string | null;
}

const titleSize = 13;
const codeSize = 15;
const textSize = 9.5;
/** Space for the fold, so that the code lies inside. */
const foldSpace = 90;

/**
 * The slip for whoever handed in a paper at the counter: what finds the case on the upper half, and below a fold what opens
 * it, where no stub does, and the code by which alone it is withdrawn.
 */
export async function slipPaper(slip: SlipToPrint): Promise<Uint8Array> {
  return await placedPaper({ title: slip.number, at: slip.printedAt }, (document) => {
    document.addPage();
    const width = pageWidth - 2 * margin;
    let top = margin;
    const write = (text: string, font: string, size: number): void => {
      document.font(font).fontSize(size).text(text, margin, top, { width });
      top += document.heightOfString(text, { width }) + 5;
    };
    const both = (key: string, font: string, size: number): void => {
      for (const language of ["tk", "ru"] as const) write(translator(language)(key), font, size);
    };
    both("receipt-title", "bold", titleSize);
    write(momentInWords("tk", slip.receivedAt, slip.timeZone), "regular", textSize);
    both("receipt-number", "regular", textSize);
    write(slip.number, "mono", codeSize);
    both("receipt-status-code", "regular", textSize);
    write(slip.statusCode, "mono", codeSize);
    write(slip.fingerprint ?? "", "regular", textSize);
    top += foldSpace;
    document
      .moveTo(margin, top)
      .lineTo(pageWidth - margin, top)
      .dash(3, { space: 3 })
      .stroke()
      .undash();
    top += foldSpace;
    if (slip.secret !== null) {
      both("receipt-secret", "bold", titleSize);
      write(slip.secret, "mono", codeSize);
      both("receipt-secret-what", "regular", textSize);
    }
    both("receipt-withdrawal-title", "bold", titleSize);
    write(slip.withdrawalCode, "mono", codeSize);
    both("receipt-withdrawal-what", "regular", textSize);
    both("intake-slip-what", "regular", textSize);
  });
}
