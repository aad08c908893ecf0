/** The door for programs that answer over HTTP: the slice's routes, and what must be known to put them together. */

export { type OutsideOptions, registerOutsideRoutes } from "./outside-routes.ts";
