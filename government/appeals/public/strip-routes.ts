/** The record of answering for a body's own site: a picture, a page to frame, and how to paste them. */
import { utf8Bytes } from "#core/bytes.ts";
import { type Body, takesAppeals } from "#government/bodies/index.ts";
import { answeringImage, answeringStripPage } from "#platform/html/answering-strip.ts";
import { type Answer, errorAnswer, fileAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { PortalTools } from "../portal-tools.ts";
import { answeringOf, bodyOfSlug, publicFigures } from "./public-figures.ts";
import { stripHowPage } from "./strip-pages.ts";

const howPage = { caching: { publicSeconds: 60 } } as const;
/** Every page of a ministry's site asks for it: once an hour is enough. */
const stripSeconds = 3_600;
/** Other sites may show it and frame it. It holds no script, no form, no cookie, and may do nothing. */
const stripHeaders = {
  "content-security-policy": "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors *",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
} as const;

/** Registers the page and what it shows how to paste. */
export function stripRoutes(server: Server, tools: PortalTools): void {
  server.get("/bodies/:slug/for-your-site", (visit) =>
    withStrip(tools, visit, (body, strip) => {
      const { origin } = tools;
      return shown(stripHowPage(visit.t, { body, strip, origin }), howPage);
    }),
  );
  server.get("/bodies/:slug/strip.svg", (visit) =>
    withStrip(tools, visit, (_, strip) => sent(answeringImage(visit.t, strip).toString(), "image/svg+xml")),
  );
  server.get("/bodies/:slug/strip.html", (visit) =>
    withStrip(tools, visit, (_, strip) =>
      sent(answeringStripPage(visit.t, strip).toString(), "text/html; charset=utf-8"),
    ),
  );
}

function sent(text: string, mediaType: string): Answer {
  return fileAnswer(utf8Bytes(text), mediaType, {
    caching: { publicSeconds: stripSeconds },
    headers: stripHeaders,
  });
}

/** Runs for a body that takes appeals; one without a register of its own shows its register's record, under its name. */
async function withStrip(
  tools: PortalTools,
  { t, params, language }: Visit,
  run: (body: Body, strip: Parameters<typeof answeringImage>[1]) => Answer,
): Promise<Answer> {
  const tree = await tools.bodyTree();
  const body = bodyOfSlug(tree, params.slug ?? "");
  if (body === undefined || !takesAppeals(body)) return errorAnswer(404);
  const register = tree.byNumber.get(body.register) ?? body;
  const { figures, overturned } = await publicFigures(tools, "year");
  const counts = figures.bodies.get(register.number);
  if (counts === undefined) return errorAnswer(404);
  const address = `${tools.origin}/${language}/bodies/${body.slug}`;
  return run(body, {
    record: answeringOf(register.name[t.language], counts, { overturned, body: register.number }),
    asOf: figures.asOf,
    address,
  });
}
