/** The door for programs that answer over HTTP: the slice's routes, and what must be known to put them together. */

export { registerApiRoutes } from "./api/api-routes.ts";
export { registerCitizenRoutes, sessionsWithDrafts } from "./citizen/citizen-routes.ts";
export { registerDeskRoutes } from "./desk/desk-routes.ts";
export { appealSlots, registerPublicRoutes } from "./public/public-routes.ts";
