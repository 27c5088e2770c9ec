/** As much of a document as Plot and our charts use to build a picture, and its text; half a DOM library's time. */
const svgNamespace = 'http://www.w3.org/2000/svg';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const special = /[&<>"]/;

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign) : text;
}

class SvgText {
  parentNode: SvgElement | null = null;
  constructor(readonly textContent: string) {}

  get outerHTML(): string {
    return escaped(this.textContent);
  }
}

type SvgNode = SvgElement | SvgText;

class SvgElement {
  parentNode: SvgElement | null = null;
  childNodes: SvgNode[] = [];
  /** Names and values by turns: with a dozen each, thousands of maps would cost more than the search. */
  private readonly attributes: string[] = [];

  constructor(
    readonly ownerDocument: SvgDocument,
    readonly namespaceURI: string,
    readonly localName: string
  ) {}

  get children(): SvgElement[] {
    return this.childNodes.filter((node) => node instanceof SvgElement);
  }

  private indexOf(name: string): number {
    for (let i = 0; i < this.attributes.length; i += 2) if (this.attributes[i] === name) return i;
    return -1;
  }

  getAttributeNames(): string[] {
    return this.attributes.filter((_, i) => i % 2 === 0);
  }

  getAttribute(name: string): string | null {
    const i = this.indexOf(name);
    return i < 0 ? null : (this.attributes[i + 1] ?? null);
  }

  hasAttribute(name: string): boolean {
    return this.indexOf(name) >= 0;
  }

  setAttribute(name: string, value: unknown): void {
    const i = this.indexOf(name);
    if (i < 0) this.attributes.push(name, String(value));
    else this.attributes[i + 1] = String(value);
  }

  setAttributeNS(_: string | null, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    const i = this.indexOf(name);
    if (i >= 0) this.attributes.splice(i, 2);
  }

  appendChild<Node extends SvgNode>(node: Node): Node {
    return this.insertBefore(node, null);
  }

  insertBefore<Node extends SvgNode>(node: Node, next: SvgNode | null): Node {
    node.parentNode?.removeChild(node);
    node.parentNode = this;
    if (next === null) this.childNodes.push(node);
    else this.childNodes.splice(this.childNodes.indexOf(next), 0, node);
    return node;
  }

  removeChild(node: SvgNode): void {
    this.childNodes.splice(this.childNodes.indexOf(node), 1);
    node.parentNode = null;
  }

  append(...nodes: (SvgNode | string)[]): void {
    for (const node of nodes) this.appendChild(typeof node === 'string' ? new SvgText(node) : node);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  get textContent(): string {
    return this.childNodes.map(({ textContent }) => textContent).join('');
  }

  set textContent(text: string) {
    for (const node of this.childNodes) node.parentNode = null;
    this.childNodes = [];
    if (text !== '') this.append(text);
  }

  get outerHTML(): string {
    let start = `<${this.localName}`;
    for (let i = 0; i < this.attributes.length; i += 2)
      start += ` ${this.attributes[i]}="${escaped(this.attributes[i + 1] ?? '')}"`;
    let content = '';
    for (const node of this.childNodes) content += node.outerHTML;
    return content === '' ? `${start}/>` : `${start}>${content}</${this.localName}>`;
  }
}

class SvgDocument {
  readonly documentElement: SvgElement = this.createElementNS(svgNamespace, 'svg');

  createElementNS(namespace: string, name: string): SvgElement {
    return new SvgElement(this, namespace, name);
  }

  createElement(name: string): SvgElement {
    return this.createElementNS(svgNamespace, name);
  }

  createTextNode(text: string): SvgText {
    return new SvgText(text);
  }
}

/** A document in which charts are drawn where there is no browser. */
export function svgDocument(): Document {
  return new SvgDocument() as unknown as Document;
}
