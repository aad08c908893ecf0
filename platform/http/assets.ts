/** Files named by their content: a browser loads each once and never asks again. Compressed once in a process. */
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { PageAssets } from "#platform/html/page.ts";
import { stylesheetText } from "#platform/html/style/stylesheet.ts";
import { chosenEncoding, compressed, type Encoding } from "./compression.ts";
import { immutableSeconds } from "./limits.ts";

interface Asset {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const hashCharacters = 10;
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#0a5f57"/></svg>';

/** Names a file by its content: `/assets/NAME-HASH.ENDING`. */
function assetOf(name: string, ending: string, mediaType: string, text: string): Asset {
  const bytes = Buffer.from(text);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, hashCharacters);
  return { path: `/assets/${name}-${hash}.${ending}`, mediaType, bytes };
}

/** The style sheet of all pages, minified, at a path made from its content. */
function stylesheet(): Asset {
  return assetOf("aydyn", "css", "text/css; charset=utf-8", stylesheetText());
}

type Variants = ReadonlyMap<Encoding, Buffer>;

/** By path, which names the content: the few assets there are, however many servers a process starts. */
const knownVariants = new Map<string, Promise<Variants>>();

async function compressAsset({ bytes }: Asset): Promise<Variants> {
  return new Map([
    ["br", await compressed(bytes, "br", true)],
    ["gzip", await compressed(bytes, "gzip", true)],
  ]);
}

/** Serves one asset, in the encodings that make it smaller. */
async function registerAsset(fastify: FastifyInstance, asset: Asset): Promise<void> {
  const compressing = knownVariants.get(asset.path) ?? compressAsset(asset);
  knownVariants.set(asset.path, compressing);
  const variants = await compressing;
  fastify.get(asset.path, { schema: { hide: true } }, async (request, reply) => {
    const encoding = chosenEncoding(request.headers["accept-encoding"]);
    const variant = encoding === null ? undefined : variants.get(encoding);
    reply.header("content-type", asset.mediaType);
    reply.header("cache-control", `public, max-age=${immutableSeconds}, immutable`);
    reply.header("vary", "Accept-Encoding");
    if (encoding === null || !variant || variant.length >= asset.bytes.length) return reply.send(asset.bytes);
    return reply.header("content-encoding", encoding).send(variant);
  });
}

/** Registers the style sheet and the icon; gives their paths. */
export async function registerPageAssets(fastify: FastifyInstance): Promise<PageAssets> {
  const css = stylesheet();
  const mark = assetOf("mark", "svg", "image/svg+xml", icon);
  await registerAsset(fastify, css);
  await registerAsset(fastify, mark);
  return { stylesheetPath: css.path, iconPath: mark.path };
}

/** A script of a page that has one, at a path made from its content. Such a page sends `policyWithScript`. */
export function scriptAsset(name: string, text: string): Asset {
  return assetOf(name, "js", "text/javascript; charset=utf-8", text);
}

/** Serves a script. */
export function registerScript(fastify: FastifyInstance, script: Asset): void {
  const served: FastifyPluginAsync = async (instance) => {
    await registerAsset(instance, script);
  };
  void fastify.register(served);
}
