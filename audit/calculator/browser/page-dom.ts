/** What the calculator uses of the browser, and no more. */
export interface PageElement {
  textContent: string;
  value: string;
  lang: string;
  hidden: boolean;
  checked: boolean;
  appendChild(child: PageElement): void;
  removeChild(child: PageElement): void;
  readonly firstChild: PageElement | null;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  addEventListener(kind: string, listener: (event: PageEvent) => void): void;
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
