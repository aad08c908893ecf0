/** A program that cannot begin as it is set up. The advice is the whole message: ours, with nothing of a person in it. */
export class NotStartedError extends Error {
  constructor(advice: string) {
    super(advice);
    this.name = "NotStartedError";
  }
}
