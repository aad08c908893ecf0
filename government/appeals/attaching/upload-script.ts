import { readFileSync } from "node:fs";
import { scriptAsset } from "#platform/http/assets.ts";

/** The script that sends files in pieces. */
export const uploadScript = scriptAsset(
  "upload",
  readFileSync(new URL("./upload/upload.js", import.meta.url), "utf8"),
);
