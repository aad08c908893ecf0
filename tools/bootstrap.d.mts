/** Types of bootstrap.mjs, which runs before TypeScript can, for the tests that look at it. */
interface Lock {
  readonly packages?: Readonly<
    Record<
      string,
      {
        readonly version: string;
        readonly integrity?: string;
        readonly os?: readonly string[];
        readonly dev?: boolean;
      }
    >
  >;
}

export function missingPackage(
  wanted: Lock | null,
  installed: Lock | null,
  withDevelopment?: boolean,
): string | null;
export function installError(output: string, code: number | string): Error & { readonly hint: string };
