import type { LogSource } from "./log-source.ts";

/** Files kept; enough for the tiles on the way to some hundred leaves. */
const filesKeptMax = 512;

/** A source that reads each file once while a proof or two needs it. For immutable files only. */
export function rememberingSource(source: LogSource): LogSource {
  const kept = new Map<string, ReturnType<LogSource["read"]>>();
  return {
    place: source.place,
    list: (folder) => source.list(folder),
    read(path, bytesMax) {
      const known = kept.get(path);
      if (known !== undefined) return known;
      const found = source.read(path, bytesMax);
      const oldest = kept.keys().next();
      if (kept.size >= filesKeptMax && !oldest.done) kept.delete(oldest.value);
      kept.set(path, found);
      return found;
    },
  };
}
