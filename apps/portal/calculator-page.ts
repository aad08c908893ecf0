/** The deadline calculator as people save it: the page that was built at set-up, with calendar and rules of today put in. */
import { utf8Text } from "#core/bytes.ts";
import { calculatorCountryJson } from "#core/clock/calculator-country.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { withPageData } from "#engines/one-file/build-page.ts";
import { calculatorPageFile } from "#platform/config/log-places.ts";
import { readFileIfPresent } from "#platform/files/durable-file.ts";
import { serveOneFilePage } from "#platform/http/one-file-page.ts";
import type { Server } from "#platform/http/server.ts";
import type { Portal } from "./tools.ts";

/** Registers `/deadline.html`. */
export function registerCalculatorPage(server: Server, { configuration, tools }: Portal): void {
  serveOneFilePage(server, "/deadline.html", async () => {
    const built = utf8Text(readFileIfPresent(calculatorPageFile(configuration)) ?? new Uint8Array(0));
    return built ? withPageData(built, JSON.stringify(await countryOf(tools))) : null;
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
    bodies: tree.all.map(({ number, name, about, workingDays, parent, oversight }) => ({
      ...{ number, name, workingDays, parent },
      address: about.address,
      ...(oversight === undefined ? {} : { oversight }),
    })),
  });
}
