/**
 * Windows 7 ends with Chrome 109, and many computers in Internet cafés with it. Three small functions that core uses
 * are younger than that browser.
 */
function supply(owner: object, name: string, value: unknown): void {
  if (!Object.hasOwn(owner, name))
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

const reversed = function (this: ArrayLike<unknown>): unknown[] {
  return Array.from(this).reverse();
};
supply(Array.prototype, "toReversed", reversed);
supply(Object.getPrototypeOf(Uint8Array.prototype), "toReversed", function (this: Uint8Array): Uint8Array {
  return this.slice().reverse();
});
supply(String.prototype, "isWellFormed", function (this: string): boolean {
  return !/\p{Surrogate}/u.test(this);
});
