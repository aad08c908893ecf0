/** Taking a case to a higher place by the API: a new case, with a number and codes of its own. */
import type { FastifyInstance } from "fastify";
import { civilDateOfDays } from "#core/clock/civil-date.ts";
import { ok, refused } from "#core/result.ts";
import { caseSecretFrom, statusCodeFrom } from "#government/cases/index.ts";
import { caseHigherForm } from "../appeal-forms.ts";
import { appealHigher } from "../appeal-higher.ts";
import { caseCodeKeys } from "../case-codes.ts";
import type { PortalTools } from "../portal-tools.ts";
import { actRequests } from "./api-act-schemas.ts";
import { bySecret, granted, type Holder, registerOnCase } from "./api-case-act-routes.ts";
import { receiptJson } from "./api-case-routes.ts";
import { formRefusal } from "./api-forms.ts";
import { answered, responses } from "./api-responses.ts";
import { dateOrNull } from "./case-json.ts";

/** What is kept for a repeat: nothing that opens the new case. */
type Filed = { readonly number: string; readonly actId: string; readonly due: number | null };

const path = "appeal-higher";

/** Registers the act. Sent twice, the answer is the same. */
export function apiHigherRoutes(api: FastifyInstance, tools: PortalTools): void {
  // As with a filing: whoever knows a key alone, or draws one that was drawn before, learns no code.
  const codesOf = (key: string, digest: string) =>
    caseCodeKeys(tools.serverKey, `api ${path} ${key} ${digest}`);
  registerOnCase<typeof actRequests.higher, Filed, Holder>(api, tools, actRequests.higher, {
    path,
    opening: bySecret(tools),
    operationId: "appealHigher",
    summary: "To the body above, the prosecutor or the ombudsman: a case of its own that carries this one on",
    response: answered("The new case", responses.filed),
    wrong: ({ to, subject, text }, t) => formRefusal(t, caseHigherForm, { to, subject, text }),
    enter: async (acting, { to, subject, text, language = "tk" }) => {
      const { tree } = acting;
      const codes = codesOf(acting.key, acting.digest);
      const gone = await granted(acting, "appeal.appeal-higher", (grant) =>
        appealHigher(grant, { to, subject, text, language, codes }, { ...acting.tools, tree }),
      );
      if (!gone?.ok) return refused({ code: "may-not-follow" });
      const { row, actId } = gone.value;
      return ok({ number: row.number, actId, due: row.due });
    },
    answer: async ({ number, actId, due }, { key, digest }) => {
      const { statusCodeKey, secretKey } = codesOf(key, digest);
      return {
        number,
        statusCode: statusCodeFrom(statusCodeKey),
        secret: caseSecretFrom(secretKey),
        due: dateOrNull(due === null ? null : civilDateOfDays(due)),
        receipt: await receiptJson(tools, actId),
      };
    },
  });
}
