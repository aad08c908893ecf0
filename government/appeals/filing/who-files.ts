/** Who files and for whom, read from a form: the citizen's own steps and a helper at an assisted point ask the same. */
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import type { FieldProblem, Fields, Form, FormBody, FormValues } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import {
  appealIdentityForm,
  appealNamedIdentityForm,
  appealNamelessForm,
  appealSealedForm,
  appealShownForm,
  appealWhomForm,
  type IdentityChoice,
} from "../appeal-forms.ts";
import type { AppealFiling, ApplicantIdentity } from "../file-appeal.ts";

export type Whom = FormValues<(typeof appealWhomForm)["fields"]>;

type Read<T> = Result<T, readonly FieldProblem[]>;

/** For whom somebody writes; whoever acts for another says what they are to them. */
export function readWhom(body: FormBody): Read<Whom> {
  const parsed = parseForm(appealWhomForm, body);
  if (!parsed.ok) return parsed;
  const isUnsaid = parsed.value.whom === "another" && parsed.value.relation === null;
  return isUnsaid ? refused([{ field: "relation", code: "missing" }]) : parsed;
}

/** What the choice of for whom somebody writes makes of a filing. */
export function onWhoseBehalf({
  whom,
  relation,
}: Whom): Required<Pick<AppealFiling, "collective" | "representation">> {
  return {
    collective: whom === "together",
    representation: whom === "another" && relation !== null ? { relation } : null,
  };
}

/** Whoever acts for others or gathers signatures answers for it with a name: only who writes for themselves alone needs none. */
export function mayBeNamelessFor(whom: Whom["whom"] | null): boolean {
  return whom === "self";
}

/** Who may know the name. */
export function readIdentity(body: FormBody, whom: Whom["whom"] | null): Read<IdentityChoice> {
  const parsed = mayBeNamelessFor(whom)
    ? parseForm(appealIdentityForm, body)
    : parseForm(appealNamedIdentityForm, body);
  return parsed.ok ? ok(parsed.value.identity) : parsed;
}

/** Who writes: a nameless filing asks for nothing that names anybody. */
export function youForm(identity: IdentityChoice | null): Form<Fields> {
  switch (identity) {
    case null:
    case "shown":
      return appealShownForm;
    case "sealed":
      return appealSealedForm;
    case "nameless":
      return appealNamelessForm;
    default:
      return unreachable(identity);
  }
}

export interface Writer {
  /** `null`: nameless. */
  readonly person: ApplicantIdentity | null;
  readonly proofAtOnce: boolean;
}

/** Who writes, by the choice of identity. What names somebody is not even looked at in a nameless filing. */
export function readWriter(identity: IdentityChoice, body: FormBody): Read<Writer> {
  switch (identity) {
    case "shown": {
      const parsed = parseForm(appealShownForm, body);
      return parsed.ok ? ok({ person: parsed.value, proofAtOnce: true }) : parsed;
    }
    case "sealed": {
      const parsed = parseForm(appealSealedForm, body);
      if (!parsed.ok) return parsed;
      const { proof, ...person } = parsed.value;
      return ok({ person, proofAtOnce: proof === "at-once" });
    }
    case "nameless": {
      const parsed = parseForm(appealNamelessForm, body);
      return parsed.ok ? ok({ person: null, proofAtOnce: parsed.value.proof === "at-once" }) : parsed;
    }
    default:
      return unreachable(identity);
  }
}
