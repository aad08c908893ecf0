/** Whether something has a property of its own; `Object.hasOwn` is younger than some browsers. */
export function has(owner: object, name: PropertyKey): boolean {
  return Object.getOwnPropertyDescriptor(owner, name) !== undefined;
}

/** Gives a browser a function that it is too old to have. */
export function supply(owner: object, name: string, value: unknown): void {
  if (!has(owner, name)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
