/** The door for programs that answer over HTTP: the slice's routes, and what must be known to put them together. */

export { type AccountRoutesOptions, accountRoutes } from "./account-routes.ts";
export { type SignInRoutesOptions, signInRoutes } from "./sign-in-routes.ts";
