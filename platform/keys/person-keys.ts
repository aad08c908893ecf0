/**
 * The keys of identity parts: one per part, so that each part of one person is erased alone and for good. They are
 * files outside the database; destroying one makes every copy of its ciphertext unreadable, backups included.
 */
import { join } from "node:path";
import { assert } from "#core/result.ts";
import { pathsBelow, removeFileDurably } from "#platform/files/durable-file.ts";
import { type KeyFolderOptions, readSecret, secretBytes, writeNewSecret } from "./key-folder.ts";
import { uuidFrom } from "./uuid.ts";

/** Names a key: a random UUID that says nothing about the person. Made by `draw` and `parsePersonKeyId` alone. */
export type PersonKeyId = string & { readonly __brand: "PersonKeyId" };

export interface PersonKey {
  readonly id: PersonKeyId;
  /** 32 bytes for AES-256-GCM. */
  readonly key: Uint8Array;
}

export interface PersonKeys {
  /** Draws a key; it is on disk when this returns, before any ciphertext under it is. */
  draw(): PersonKey;
  /** The key; `null` once it was destroyed. */
  read(id: PersonKeyId): PersonKey | null;
  /** Destroys a key for ever. Twice is once. */
  destroy(id: PersonKeyId): void;
  /** All keys that exist, in no special order. */
  list(): readonly PersonKeyId[];
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const uuidBytes = 16;

/** Reads a key's name; `null` for any other text, so that no path can be made of it. */
export function parsePersonKeyId(text: string): PersonKeyId | null {
  return idPattern.test(text) ? (text as PersonKeyId) : null;
}

function personsFolder(keysFolder: string): string {
  return join(keysFolder, "persons");
}

/** The folder of the keys whose names begin with this byte. */
export function personKeyFolder(keysFolder: string, firstByte: number): string {
  return join(personsFolder(keysFolder), firstByte.toString(16).padStart(2, "0"));
}

/** The file of a key. */
export function personKeyPath(keysFolder: string, id: PersonKeyId): string {
  return join(personKeyFolder(keysFolder, Number.parseInt(id.slice(0, 2), 16)), `${id}.key`);
}

/** Keeps the keys below `<keys folder>/persons`, spread over 256 folders. */
export function openPersonKeys(keysFolder: string, options: KeyFolderOptions): PersonKeys {
  const folder = personsFolder(keysFolder);
  const pathOf = (id: PersonKeyId): string => personKeyPath(keysFolder, id);
  return {
    draw: () => {
      const id = parsePersonKeyId(uuidFrom(options.randomBytes(uuidBytes)));
      assert(id !== null, "a UUID names a key");
      const key = options.randomBytes(secretBytes);
      assert(writeNewSecret(pathOf(id), key, options), "a random UUID is not drawn twice");
      return { id, key };
    },
    read: (id) => {
      const key = readSecret(pathOf(id));
      return key === null ? null : { id, key };
    },
    destroy: (id) => removeFileDurably(pathOf(id), options.durability),
    list: () => pathsBelow(folder).flatMap((path) => parsePersonKeyId(path.slice(3, -".key".length)) ?? []),
  };
}
