/**
 * One keep-alive connection of the load, on a raw socket: an HTTP library would cost as much as the server that is
 * measured, and the two share the machine.
 */
import { connect, type Socket } from "node:net";

const headEnd = Buffer.from("\r\n\r\n");
const answerTimeoutMs = 30_000;

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: Buffer;
}

export class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #bytes = 0;
  /** Bytes of the whole answer, once its head has come. */
  #awaited: { readonly headBytes: number; readonly bytes: number } | null = null;
  #answer: ((answer: RawAnswer) => void) | null = null;
  #refuse: ((error: Error) => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setTimeout(answerTimeoutMs, () => socket.destroy(new Error("no answer in time")));
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("error", (error) => this.#fail(error));
    socket.on("close", () => this.#fail(new Error("the connection was closed")));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        resolve(new Connection(socket));
      });
    });
  }

  /** Sends one request; the answer must say its length. */
  send(request: string): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.#answer = resolve;
      this.#refuse = reject;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#refuse = null;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#bytes += chunk.length;
    this.#awaited ??= this.#readHead();
    if (this.#awaited === null || this.#bytes < this.#awaited.bytes) return;
    const { headBytes, bytes } = this.#awaited;
    const whole = this.#whole();
    const head = whole.toString("latin1", 0, headBytes);
    const answer = { status: Number(head.slice(9, 12)), head, body: whole.subarray(headBytes, bytes) };
    this.#received = [];
    this.#bytes = 0;
    this.#awaited = null;
    const resolve = this.#answer;
    this.#answer = null;
    this.#refuse = null;
    resolve?.(answer);
  }

  #whole(): Buffer {
    const [first] = this.#received;
    return this.#received.length === 1 && first !== undefined ? first : Buffer.concat(this.#received);
  }

  #readHead(): { headBytes: number; bytes: number } | null {
    const whole = this.#whole();
    this.#received = [whole];
    const end = whole.indexOf(headEnd);
    if (end < 0) return null;
    const headBytes = end + headEnd.length;
    const length = /\r\ncontent-length: *(\d+)/i.exec(whole.toString("latin1", 0, headBytes))?.[1];
    // What has no length here would be measured wrongly: better none than a wrong figure.
    if (length === undefined) throw new Error("an answer without Content-Length");
    return { headBytes, bytes: headBytes + Number(length) };
  }

  #fail(error: Error): void {
    const refuse = this.#refuse;
    this.#refuse = null;
    refuse?.(error);
  }
}
