/** The deadline calculator as people save it: the page that was built at set-up, with calendar and rules of today put in. */
import { utf8Text } from "#core/bytes.ts";
import { calculatorCountryJson } from "#core/clock/calculator-country.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { calculatorPageFile } from "#platform/config/log-places.ts";
import { readFileIfPresent } from "#platform/files/durable-file.ts";
import type { Server } from "#platform/http/server.ts";
import type { Portal } from "./tools.ts";

const emptySlot = '<script type="application/json" id="country">null</script>';

/** Registers `/deadline.html`. Its own policy is sent as a header too, since ours allows no script at all. */
export function registerCalculatorPage(server: Server, { configuration, tools }: Portal): void {
  server.fastify.get("/deadline.html", { schema: { hide: true } }, async (_request, reply) => {
    const built = utf8Text(readFileIfPresent(calculatorPageFile(configuration)) ?? new Uint8Array(0)) ?? "";
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(built)?.[1];
    if (policy === undefined) return await reply.callNotFound();
    // No text of the country can end the block or mean something to `replace`.
    const json = JSON.stringify(await countryOf(tools)).replaceAll("<", "\\u003c");
    const page = built.replace(emptySlot, () => emptySlot.replace("null", () => json));
    return await reply
      .header("content-security-policy", policy)
      .header("cache-control", "public, max-age=3600")
      .type("text/html; charset=utf-8")
      .send(page);
  });
}

/** Calendar, rules and bodies as the public acts state them now. */
async function countryOf(tools: Portal["tools"]): Promise<unknown> {
  const parameters = await tools.parametersReader.read(tools.portal);
  const tree = await tools.bodyTree();
  return calculatorCountryJson({
    asOf: civilDateAt(tools.now(), parameters.timeZone),
    origin: parameters.origin,
    timeZone: parameters.timeZone,
    calendars: parameters.calendars,
    rules: parameters.rules,
    bodies: tree.all.map(({ number, name, about, workingDays }) => ({
      number,
      name,
      address: about.address,
      workingDays,
    })),
  });
}
