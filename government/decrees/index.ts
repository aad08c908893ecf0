/** The door of the slice of decrees. */
export { calendarDecreeLink, registerDecreeRoutes } from "./decree-routes.ts";
