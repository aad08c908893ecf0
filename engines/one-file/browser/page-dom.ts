/** What pages of one file use of the browser, and no more: the shapes of the Document Object Model that they touch. */
export interface PageFile {
  readonly name: string;
  /** Path below the chosen folder; empty for a single file. */
  readonly webkitRelativePath: string;
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface PageElement {
  textContent: string;
  className: string;
  value: string;
  lang: string;
  hidden: boolean;
  checked: boolean;
  href: string;
  download: string;
  readonly files: ArrayLike<PageFile> | null;
  readonly firstChild: PageElement | null;
  append(...children: (PageElement | string)[]): void;
  appendChild(child: PageElement): void;
  removeChild(child: PageElement): void;
  replaceChildren(...children: PageElement[]): void;
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
