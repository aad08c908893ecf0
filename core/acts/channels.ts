/**
 * How an appeal reached the body. `desk`: handed in on paper; `offline-file`: carried as a file of the offline page;
 * `assisted-point`: typed in beside the applicant, in a school, library or post office; `relayed`: brought by somebody
 * else, such as a lawyer.
 */
export const channels = [
  "web",
  "desk",
  "post",
  "telephone",
  "reception",
  "offline-file",
  "relayed",
  "assisted-point",
] as const;
