/**
 * Keys of identity parts that are drawn before anybody needs them: writing a file through to the disk holds a whole
 * portal up, and a filing that is answered needs its key on the disk before. So a few dozen lie ready, written together
 * and beside the requests. Which key is whose is decided when it is taken.
 */
import { open, unlink } from "node:fs/promises";
import { toHex } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import { makeFolder } from "#platform/files/durable-file.ts";
import { type KeyFolderOptions, secretBytes } from "./key-folder.ts";
import {
  type PersonKey,
  type PersonKeys,
  parsePersonKeyId,
  personKeyFolder,
  personKeyPath,
} from "./person-keys.ts";
import { uuidFrom } from "./uuid.ts";

export interface PersonKeyStock extends PersonKeys {
  /** Resolves when no keys are being written. */
  settled(): Promise<void>;
  /** Takes away what nobody has used. A killed program leaves it: files that open nothing. */
  close(): Promise<void>;
}

const stockMin = 64;
const batch = 64;
const uuidBytes = 16;
const fileMode = 0o600;
const folderMode = 0o700;

/**
 * The same keys with a stock. When it is empty, or cannot be filled (`onProblem` is told), a key is drawn as without it.
 */
export function stockOfPersonKeys(
  keys: PersonKeys,
  keysFolder: string,
  options: KeyFolderOptions & { readonly onProblem: (error: unknown) => void },
): PersonKeyStock {
  const stock: PersonKey[] = [];
  let filling: Promise<void> | null = null;
  let closed = false;
  const fill = (): void => {
    if (filling !== null || closed || stock.length >= stockMin) return;
    filling = writeBatch(keysFolder, options)
      .then((written) => void stock.push(...written), options.onProblem)
      .finally(() => {
        filling = null;
      });
  };
  fill();
  return {
    ...keys,
    draw: () => {
      const key = stock.pop();
      fill();
      return key ?? keys.draw();
    },
    settled: async () => {
      await filling;
    },
    close: async () => {
      closed = true;
      await filling;
      await Promise.all(stock.splice(0).map(({ id }) => unlink(personKeyPath(keysFolder, id))));
    },
  };
}

/** Keys of one of the folders, so that one folder is synced for all of them; its name is drawn each time. */
async function writeBatch(
  keysFolder: string,
  { randomBytes, durability }: KeyFolderOptions,
): Promise<PersonKey[]> {
  const [folderByte = 0] = randomBytes(1);
  const drawn = Array.from({ length: batch }, (): PersonKey => {
    const bytes = randomBytes(uuidBytes);
    bytes[0] = folderByte;
    const id = parsePersonKeyId(uuidFrom(bytes));
    assert(id !== null, "a UUID names a key");
    return { id, key: randomBytes(secretBytes) };
  });
  const folder = personKeyFolder(keysFolder, folderByte);
  makeFolder(folder, { durability, folderMode });
  const sync = durability === "fsync";
  await Promise.all(drawn.map((key) => writeKey(personKeyPath(keysFolder, key.id), key, sync)));
  if (sync) {
    await using names = await open(folder, "r");
    await names.sync();
  }
  return drawn;
}

/** A file that a crash tore is a key that was never given out. */
async function writeKey(path: string, { key }: PersonKey, sync: boolean): Promise<void> {
  await using file = await open(path, "wx", fileMode);
  await file.writeFile(`${toHex(key)}\n`);
  if (sync) await file.sync();
}
