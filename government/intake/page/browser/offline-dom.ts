/** What the page uses of the browser beyond its elements. */
export interface PageWindow {
  readonly crypto: { subtle?: unknown };
  readonly URL: { createObjectURL(blob: unknown): string };
  readonly Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => unknown;
  print(): void;
}
