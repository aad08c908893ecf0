/** Every limit of the HTTP part, with its unit. Sized for a line of 32 kbit/s, which carries about 4 KB a second. */

/** Request line and headers together. Browsers send under 2 KB. */
export const headerBytesMax = 8_192;
/** A form without files: the longest text there is, percent-encoded, and room. */
export const formBytesMax = 262_144;
export const jsonBytesMax = 262_144;
/** A form with files. */
/** A carried file with the three largest attachments, and room for a few small ones beside it. */
export const multipartBytesMax = 7_340_032;
export const fileBytesMax = 6_815_744;
export const filesMax = 5;
export const formFieldsMax = 100;
export const formFieldBytesMax = 131_072;
export const pathBytesMax = 500;
/** Node's own timer for a whole request: 6 MB take 25 minutes at 4 KB a second. */
export const requestTimeoutMs = 1_500_000;
export const headersTimeoutMs = 20_000;
/** Idle between requests on one connection: a new one costs two round trips of a slow line. */
export const keepAliveTimeoutMs = 30_000;
export const connectionsMax = 2_000;
/** A body that comes slower than this, after the grace time, is no slow line but an attempt to hold a connection. */
export const bodyBytesPerSecondMin = 200;
export const bodyRateCheckMs = 15_000;
/** Below this, compression costs more bytes than it saves. */
export const compressBytesMin = 400;
/** How long a form may lie open before it must be loaded anew; also how long an outcome is kept. */
export const formKeyLifetimeMs = 86_400_000;
/** Static files named by their content. */
export const immutableSeconds = 31_536_000;
