/*
 * What a file may ask for before it is refused. Above what a programme's answers need (5,000 products × 80 criteria are
 * 400,000 rows), below what would stop the server.
 */

const MEBIBYTE = 2 ** 20;

/** Files in an archive, parts in a workbook. */
export const MAX_ENTRIES = 5_000;

/** All that an archive or a workbook holds, unpacked. */
export const MAX_UNPACKED_BYTES = 256 * MEBIBYTE;

/** How many times larger it may be than packed; below the second figure whatever the first. */
export const MAX_RATIO = 200;
export const RATIO_FREE_BYTES = 32 * MEBIBYTE;

export const MAX_ENTRY_NAME_BYTES = 1_000;

/** As in a spreadsheet. */
export const MAX_COLUMNS = 16_384;
export const MAX_ROWS = 1_048_576;
export const MAX_CELL_CHARACTERS = 32_767;

/** Blank cells within rows included. */
export const MAX_CELLS = 5_000_000;

/** The text of all cells together; one shared by a million cells counts a million times. */
export const MAX_TEXT_CHARACTERS = 128 * MEBIBYTE;

/** Elements within elements in a workbook's parts; those that can be read have ten at most. */
export const MAX_XML_DEPTH = 64;

/** Objects and lists within each other in JSON. */
export const MAX_JSON_DEPTH = 8;

/** What reading one file may take. */
export const MAX_READING_SECONDS = 30;
export const MAX_HEAP_MEBIBYTES = 1_024;

/** Files read apart at the same time. */
export const MAX_READERS = 2;
