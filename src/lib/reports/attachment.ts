/** What no file system takes in a name, and what would end the header's quotation. */
const unfit = /[\p{Cc}\\/:*?"<>|\s]+|\p{Surrogate}/gu;

function ascii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._]+/g, '-');
}

/** RFC 8187: percent-encoded UTF-8, with the marks that encodeURIComponent leaves and the header doesn't take. */
function extended(name: string): string {
  return `UTF-8''${encodeURIComponent(name).replace(/['()*!~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

/** The `Content-Disposition` of a download of this name, which may hold anything that somebody typed. */
export function attachment(name: string): string {
  const fit = name.replace(unfit, '-').replace(/-{2,}/g, '-');
  return `attachment; filename="${ascii(fit)}"; filename*=${extended(fit)}`;
}
