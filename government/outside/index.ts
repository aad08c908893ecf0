/** The door of the slice of the outside register. */
export { type OutsideOptions, registerOutsideRoutes } from "./outside-routes.ts";
