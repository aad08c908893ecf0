/** Everything that is decreed for the whole country: its calendar and its rules. */
import type { PortalTools } from "#government/appeals/index.ts";
import type { Server } from "#platform/http/server.ts";
import { calendarRoutes } from "./calendar-routes.ts";
import { rulesRoutes } from "./rules-routes.ts";

/** Registers the public pages and those of the changes. */
export function registerDecreeRoutes(server: Server, tools: PortalTools): void {
  calendarRoutes(server, tools);
  rulesRoutes(server, tools);
}
