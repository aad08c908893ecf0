/**
 * Programs of other people that judge our work in tests. One table: what each is for, and which Debian package
 * brings it. A test names what it needs: `test("…", { skip: skipUnless("chromium") }, …)`.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

export const foreignPrograms = {
  chromium: {
    // Without a window, and with half of what a desktop's browser does beside showing pages.
    file: "chromium-headless-shell",
    package: "chromium-headless-shell",
    why: "journeys and accessibility in a real browser",
  },
  go: { file: "go", package: "golang-go", why: "another implementation verifies our notes and proofs" },
  "go-sumdb": {
    file: "/usr/share/gocode/src/golang.org/x/mod/sumdb/note/note.go",
    package: "golang-golang-x-mod-dev",
    why: "the Go project's own code for notes and tiles",
  },
  xmllint: { file: "xmllint", package: "libxml2-utils", why: "reads our SVG and feeds as XML" },
  lynx: { file: "lynx", package: "lynx", why: "pages without style or script, as an old browser shows them" },
  w3m: { file: "w3m", package: "w3m", why: "an old browser in a terminal" },
  links2: { file: "links2", package: "links2", why: "another old browser in a terminal" },
  tmux: { file: "tmux", package: "tmux", why: "the terminal that these are used in" },
  zbarimg: { file: "zbarimg", package: "zbar-tools", why: "reads our QR codes" },
  openpyxl: {
    file: "/usr/lib/python3/dist-packages/openpyxl/__init__.py",
    package: "python3-openpyxl",
    why: "writes the workbooks that registers come in",
  },
  exiftool: {
    file: "exiftool",
    package: "libimage-exiftool-perl",
    why: "writes metadata into pictures and looks for what is left",
  },
  "archive-zip": {
    file: "/usr/share/perl5/Archive/Zip.pm",
    package: "libarchive-zip-perl",
    why: "with it exiftool reads documents that are packages",
  },
  pdftotext: { file: "pdftotext", package: "poppler-utils", why: "reads our PDF" },
  pdftoppm: { file: "pdftoppm", package: "poppler-utils", why: "draws our PDF, so that others read it" },
  qpdf: { file: "qpdf", package: "qpdf", why: "judges the structure of our PDF" },
  age: { file: "age", package: "age", why: "opens what our offline page encrypted" },
  clamd: {
    file: "/usr/sbin/clamd",
    package: "clamav-daemon",
    why: "tells harmful files by its own code, with a list of ours",
  },
  promtool: {
    file: "promtool",
    package: "prometheus",
    why: "reads our figures and the rules of alarms as Prometheus does",
  },
  nginx: {
    file: "/usr/sbin/nginx",
    package: "nginx",
    why: "serves the record by the example in docs/operate/",
  },
  openssl: { file: "openssl", package: "openssl", why: "draws a certificate for that nginx" },
  "ssh-keygen": { file: "ssh-keygen", package: "openssh-client", why: "verifies who signed a bundle" },
  "systemd-analyze": {
    file: "systemd-analyze",
    package: "systemd",
    why: "reads the units in docs/operate/systemd/ as systemd does",
  },
  wget: { file: "wget", package: "wget", why: "mirrors the published record without our program" },
} as const;

export type ForeignProgram = keyof typeof foreignPrograms;

const allPrograms: readonly ForeignProgram[] = [
  "chromium",
  "go",
  "go-sumdb",
  "xmllint",
  "lynx",
  "w3m",
  "links2",
  "tmux",
  "zbarimg",
  "openpyxl",
  "exiftool",
  "archive-zip",
  "pdftotext",
  "pdftoppm",
  "qpdf",
  "age",
  "clamd",
  "promtool",
  "nginx",
  "openssl",
  "ssh-keygen",
  "systemd-analyze",
  "wget",
];

/** Those of the table that are not installed. */
export function missingPrograms(): readonly ForeignProgram[] {
  return allPrograms.filter((program) => findProgram(program) === null);
}

/** The path of a program, or `null` when it is not installed. */
function findProgram(program: ForeignProgram): string | null {
  const { file } = foreignPrograms[program];
  if (file.startsWith("/")) return existsSync(file) ? file : null;
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/bin", "/usr/local/bin"];
  return folders.map((folder) => join(folder, file)).find((path) => existsSync(path)) ?? null;
}

/**
 * For the `skip` option of a test: `false` when all are installed, otherwise the reason with the command that
 * installs them. In CI nothing is skipped: there a missing program throws.
 */
export function skipUnless(...programs: readonly ForeignProgram[]): string | false {
  const missing = programs.filter((program) => findProgram(program) === null);
  if (missing.length === 0) return false;
  const packages = missing.map((program) => foreignPrograms[program].package).join(" ");
  const reason = `needs ${missing.join(", ")}: apt-get install ${packages}`;
  if (process.env.CI) throw new Error(`${reason} (in CI nothing is skipped)`);
  return reason;
}
