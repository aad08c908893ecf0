/** The door for the worker: what it does about appeals again and again. It shows no page, so it loads none. */

export { sweepDrafts } from "./filing/draft.ts";
export { releaseDue } from "./published/release-due.ts";
