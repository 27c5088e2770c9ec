/** As much of a document as Plot and our charts use to build a picture, and its text; half a DOM library's time. */
const svgNamespace = 'http://www.w3.org/2000/svg';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
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
  private readonly values = new Map<string, string>();

  constructor(
    readonly ownerDocument: SvgDocument,
    readonly namespaceURI: string,
    readonly localName: string
  ) {}

  get children(): SvgElement[] {
    return this.childNodes.filter((node) => node instanceof SvgElement);
  }

  getAttributeNames(): string[] {
    return [...this.values.keys()];
  }

  getAttribute(name: string): string | null {
    return this.values.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.values.has(name);
  }

  setAttribute(name: string, value: unknown): void {
    this.values.set(name, String(value));
  }

  setAttributeNS(_: string | null, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.values.delete(name);
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
    const attributes = [...this.values].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
    const content = this.childNodes.map(({ outerHTML }) => outerHTML).join('');
    const start = `<${this.localName}${attributes}`;
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
