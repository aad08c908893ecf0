/** What the page uses of the browser, and no more. */
export interface PageElement {
  textContent: string;
  value: string;
  lang: string;
  hidden: boolean;
  href: string;
  download: string;
  append(...children: (PageElement | string)[]): void;
  replaceChildren(...children: (PageElement | string)[]): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  getAttribute(name: string): string | null;
  addEventListener(kind: string, listener: (event: PageEvent) => void): void;
  focus(): void;
}

export interface PageEvent {
  preventDefault(): void;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  title: string;
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
  querySelectorAll(selector: string): ArrayLike<PageElement>;
}

export interface PageWindow {
  readonly crypto: { subtle?: unknown };
  readonly URL: { createObjectURL(blob: unknown): string };
  readonly Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => unknown;
  print(): void;
}
