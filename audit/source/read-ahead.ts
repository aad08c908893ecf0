/** So many files are asked for at once: enough to hide a slow line's delay, few enough to be polite. */
const readsAtOnceMax = 8;

/**
 * Runs `load` for each item with a few running ahead, and yields the outcomes in the order of the items. Memory
 * holds at most `readsAtOnceMax` outcomes.
 */
export async function* readAhead<Item, Outcome>(
  items: Iterable<Item>,
  load: (item: Item) => Promise<Outcome>,
  atOnceMax: number = readsAtOnceMax,
): AsyncGenerator<Outcome> {
  const running: Promise<Outcome>[] = [];
  const iterator = items[Symbol.iterator]();
  const startNext = (): void => {
    const next = iterator.next();
    if (next.done) return;
    const outcome = load(next.value);
    // A failure is thrown when its turn comes; until then it must not count as unhandled.
    outcome.catch(() => undefined);
    running.push(outcome);
  };
  for (let started = 0; started < atOnceMax; started += 1) startNext();
  for (let first = running.shift(); first !== undefined; first = running.shift()) {
    yield await first;
    startNext();
  }
}
