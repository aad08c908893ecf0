/** The door of the slice of notices: its pages, and the worker's part. */

export type { NoticeTools } from "./notice-tools.ts";
export { forgetFollowers, type TellTools, tellOfActs } from "./tell-of-acts.ts";
