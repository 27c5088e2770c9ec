export type Field = string | number;

export interface Dialect {
  delimiter: ',' | ';';
  /** Excel in French takes a file without a byte order mark for Windows-1252. */
  byteOrderMark: boolean;
}

export const plain: Dialect = { delimiter: ',', byteOrderMark: false };
export const frenchExcel: Dialect = { delimiter: ';', byteOrderMark: true };

export function formatCsv(rows: Field[][], { delimiter, byteOrderMark }: Dialect): string {
  const lines = rows.map((row) => row.map((field) => quote(String(field), delimiter)).join(delimiter));
  return `${byteOrderMark ? '\uFEFF' : ''}${lines.join('\n')}\n`;
}

function quote(field: string, delimiter: string): string {
  const needed = [delimiter, '"', '\n'].some((sign) => field.includes(sign));
  return needed ? `"${field.replaceAll('"', '""')}"` : field;
}
