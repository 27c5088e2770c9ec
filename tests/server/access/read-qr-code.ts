import { Resvg } from '@resvg/resvg-js';
import decodeQR from 'qr/decode.js';

/** What a QR code says, from its picture, by a program that has nothing to do with the one that drew it. */
export function readQrCode(svg: string): string {
  const { width, height, pixels } = new Resvg(svg).render();
  return decodeQR({ width, height, data: pixels }, { timeLimit: 5_000 });
}
