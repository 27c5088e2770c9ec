import type { IdentifiedResponse } from '#lib/server/identify.ts';

type Row = Omit<IdentifiedResponse, 'answers' | 'declared'>;

/**
 * Responses on their way between threads, column by column and with one array for all their answers: objects would be
 * copied name by name.
 */
export type PackedResponses = { [Column in keyof Row]: Row[Column][] } & { answers: Int8Array<ArrayBuffer> };

export function packed(responses: IdentifiedResponse[], criteria: number): PackedResponses {
  const answers = new Int8Array(responses.length * criteria);
  responses.forEach((response, i) => answers.set(response.answers, i * criteria));
  return {
    product: responses.map(({ product }) => product),
    vendor: responses.map(({ vendor }) => vendor),
    corridor: responses.map(({ corridor }) => corridor),
    submittedAt: responses.map(({ submittedAt }) => submittedAt),
    attributes: responses.map(({ attributes }) => attributes),
    line: responses.map(({ line }) => line),
    productId: responses.map(({ productId }) => productId),
    vendorKey: responses.map(({ vendorKey }) => vendorKey),
    digest: responses.map(({ digest }) => digest),
    answers
  };
}

export function unpacked(columns: PackedResponses, criteria: number): IdentifiedResponse[] {
  return columns.product.map((product, i) => ({
    product,
    vendor: columns.vendor[i] ?? '',
    corridor: columns.corridor[i] ?? '',
    submittedAt: columns.submittedAt[i] ?? null,
    attributes: columns.attributes[i] ?? {},
    line: columns.line[i] ?? 0,
    productId: columns.productId[i] ?? '',
    vendorKey: columns.vendorKey[i] ?? '',
    digest: columns.digest[i] ?? '',
    answers: columns.answers.subarray(i * criteria, (i + 1) * criteria)
  }));
}
