/** What the page uses of the browser, and no more: the shapes of the Document Object Model that it touches. */
export interface PageFile {
  readonly name: string;
  /** Path below the chosen folder; empty for a single file. */
  readonly webkitRelativePath: string;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface PageElement {
  textContent: string;
  className: string;
  value: string;
  lang: string;
  hidden: boolean;
  readonly files: ArrayLike<PageFile> | null;
  append(...children: (PageElement | string)[]): void;
  replaceChildren(...children: PageElement[]): void;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  addEventListener(kind: string, listener: (event: PageEvent) => void): void;
  focus(): void;
}

export interface PageEvent {
  preventDefault(): void;
  readonly dataTransfer?: { readonly files: ArrayLike<PageFile> } | null;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  title: string;
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
  querySelectorAll(selector: string): ArrayLike<PageElement>;
  addEventListener(kind: string, listener: (event: PageEvent) => void): void;
}
