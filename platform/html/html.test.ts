import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Attributes, attributes, Html, html, isSafeUrl, joinHtml } from "./html.ts";
import { TemplateError } from "./template-context.ts";

function rendered(markup: Html): string {
  return markup.toString();
}

test("a string is escaped in text and in an attribute", () => {
  assert.equal(rendered(html`<p>${`<b>"&'`}</p>`), `<p>&lt;b&gt;"&amp;'</p>`);
  assert.equal(rendered(html`<p title="${`<b>"&'`}">x</p>`), `<p title="&lt;b&gt;&quot;&amp;&#39;">x</p>`);
  assert.equal(rendered(html`<p title='${`'`}'>x</p>`), `<p title='&#39;'>x</p>`);
});

test("numbers, nothing, arrays and nested markup", () => {
  assert.equal(
    rendered(html`<p>${0}${null}${undefined}${false}${["a", 1, html`<br>`, ["&"]]}</p>`),
    "<p>0a1<br>&amp;</p>",
  );
  assert.equal(rendered(joinHtml([html`<i>1</i>`, html`<i>2</i>`], ", ")), "<i>1</i>, <i>2</i>");
});

test("only the tag makes Html", () => {
  assert.throws(() => new Html("<b>", Symbol("made by the html tag")), TypeError);
  assert.throws(() => new Attributes("x", Symbol("made by the html tag")), TypeError);
  const looksLikeHtml: object = { toString: () => "<script>alert(1)</script>" };
  // @ts-expect-error an object that is not Html does not type-check, and does not render
  assert.throws(() => html`<p>${looksLikeHtml}</p>`, TemplateError);
  // @ts-expect-error `true` is a forgotten condition
  assert.throws(() => html`<p>${true}</p>`, TemplateError);
});

test("a control character never gets through", () => {
  assert.equal(
    rendered(html`<p title="${"a\u0000b"}">${"c\u001bd\te"}</p>`),
    '<p title="a\ufffdb">c\ufffdd\te</p>',
  );
});

const brokenTemplates: Record<string, () => Html> = {
  "an attribute without quotes": () => html`<p title=${"a"}>x</p>`,
  "a fixed attribute without quotes": () => html`<p title=a>x</p>`,
  "a value in a script": () => html`<script>${"1"}</script>`,
  "a value in a style": () => html`<style>${"p{}"}</style>`,
  "a value after a closed tag in a script": () => html`<script>a("</p>"); ${"1"}</script>`,
  "a style attribute": () => html`<p style="${"color:red"}">x</p>`,
  "an event handler": () => html`<p onclick="${"x"}">x</p>`,
  "a fixed event handler": () => html`<p onclick="x()">x</p>`,
  "a tag's name": () => html`<${"p"}>x</p>`,
  "part of a tag's name": () => html`<h${2}>x</h2>`,
  "an attribute's name": () => html`<p ${"title"}="x">y</p>`,
  "an attribute's name, beginning": () => html`<p data-${"x"}="1">y</p>`,
  "text between attributes": () => html`<p ${"hidden"}>y</p>`,
  "a value in a closing tag": () => html`<p>x</p ${"x"}>`,
  "a comment": () => html`<!-- ${"x"} -->`,
  "an unfinished tag": () => html`<p title="x"`,
  "an unfinished attribute": () => html`<p title="${"x"}`,
  "an unfinished script": () => html`<script>`,
  "attributes without a space between": () => html`<p title="a"${attributes({ hidden: true })}>x</p>`,
  "markup inside an attribute": () => html`<p title="${html`<b>x</b>`}">x</p>`,
  "an endless number": () => html`<p>${Number.NaN}</p>`,
};
for (const [rule, template] of Object.entries(brokenTemplates)) {
  test(`house rule: ${rule} is refused`, () => {
    assert.throws(template, TemplateError);
  });
}

test("script and style with fixed content pass", () => {
  assert.equal(
    rendered(html`<script src="/a.js"></script><p>${"<"}</p>`),
    `<script src="/a.js"></script><p>&lt;</p>`,
  );
});

const unsafeUrls = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "blob:x",
  "file:///etc/passwd",
  "//other.example/",
  "/\\other.example/",
  "\\\\other.example/",
  "\t//other.example/",
  "1a:b",
];
for (const url of unsafeUrls) {
  test(`an unsafe URL is refused in every URL attribute: ${JSON.stringify(url)}`, () => {
    assert.equal(isSafeUrl(url), false);
    assert.throws(() => html`<a href="${url}">x</a>`, TemplateError);
    assert.throws(() => html`<img src="${url}" alt="">`, TemplateError);
    assert.throws(() => html`<form action="${url}"></form>`, TemplateError);
    assert.throws(() => html`<button formaction="${url}">x</button>`, TemplateError);
    assert.throws(() => attributes({ href: url }), TemplateError);
  });
}

for (const url of [
  "",
  "/tk/",
  "a/b",
  "?page=2",
  "#main",
  "../x",
  "https://x.example/",
  "mailto:a@x.example",
  "tel:+1",
  "/a:b",
  "?a:b",
]) {
  test(`a safe URL passes: ${JSON.stringify(url)}`, () => {
    assert.equal(isSafeUrl(url), true);
    assert.equal(rendered(html`<a href="${url}">x</a>`), `<a href="${url}">x</a>`);
  });
}

test("a URL put together from pieces is judged whole", () => {
  assert.throws(() => html`<a href="${"java"}${"script:x"}">x</a>`, TemplateError);
  assert.throws(() => html`<a href="${"javascript"}:x">x</a>`, TemplateError);
  assert.throws(() => html`<a href="/${"/other.example"}">x</a>`, TemplateError);
  assert.equal(rendered(html`<a href="/tk/${"a:b"}/${1}">x</a>`), `<a href="/tk/a:b/1">x</a>`);
  // A second attribute begins anew.
  assert.throws(
    () => html`<a href="/tk/${"a"}" data-x="1">x</a><a href="${"javascript:x"}">y</a>`,
    TemplateError,
  );
});

test("attributes() writes names, values and nothing", () => {
  const some = attributes({
    hidden: true,
    id: "a",
    title: `"<`,
    "aria-describedby": null,
    checked: false,
    tabindex: -1,
  });
  assert.equal(rendered(html`<p ${some}>x</p>`), `<p hidden id="a" title="&quot;&lt;" tabindex="-1">x</p>`);
  assert.equal(rendered(html`<p ${false}>x</p>`), `<p >x</p>`);
  for (const name of ["onclick", "style", "srcdoc", "a b", "A", "", 'x"', "x="]) {
    assert.throws(() => attributes({ [name]: "x" }), TemplateError, name);
  }
});

test("whatever the text, the markup around it keeps its shape (property)", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const markup = rendered(html`<p title="${text}">${text}</p>`);
      const shape = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(markup);
      assert.ok(shape, markup);
    }),
    { numRuns: 2000 },
  );
});

test("a URL that passes never has a scheme outside of the list (property, judged by the URL class)", () => {
  const pieces = fc.constantFrom(
    "java",
    "script",
    ":",
    "/",
    "\\",
    "\n",
    "\t",
    " ",
    "http",
    "s",
    "data",
    "a",
    "?",
    "#",
    "\u0000",
    "@",
    ".",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const url = parts.join("");
      if (!isSafeUrl(url) || !URL.canParse(url, "https://own.example/tk/")) return;
      const seen = new URL(url, "https://own.example/tk/");
      assert.match(seen.protocol, /^(https?|mailto|tel):$/, JSON.stringify(url));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what the URL Standard strips.
      if (!/^\s*https?:/i.test(url.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+/, ""))) {
        assert.equal(seen.host, seen.protocol.startsWith("http") ? "own.example" : "", JSON.stringify(url));
      }
    }),
    { numRuns: 5000 },
  );
});
