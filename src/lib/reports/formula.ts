/** A formula as MathML, which browsers draw and read out without a library; words in it are the page's own. */
export type Formula = string;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function word(text: string): Formula {
  return `<mtext>${escaped(text)}</mtext>`;
}

export function name(letter: string): Formula {
  return `<mi>${escaped(letter)}</mi>`;
}

export function number(text: string): Formula {
  return `<mn>${escaped(text)}</mn>`;
}

export function sign(text: string): Formula {
  return `<mo>${escaped(text)}</mo>`;
}

export function row(...parts: Formula[]): Formula {
  return `<mrow>${parts.join('')}</mrow>`;
}

export function fraction(over: Formula, under: Formula): Formula {
  return `<mfrac>${over}${under}</mfrac>`;
}

export function root(of: Formula): Formula {
  return `<msqrt>${of}</msqrt>`;
}

export function power(base: Formula, exponent: Formula): Formula {
  return `<msup>${base}${exponent}</msup>`;
}

export function index(base: Formula, under: Formula): Formula {
  return `<msub>${base}${under}</msub>`;
}

export function prime(base: Formula): Formula {
  return power(base, sign('′'));
}

/** The formula by itself on a line. */
export function block(...parts: Formula[]): Formula {
  return `<math display="block" xmlns="http://www.w3.org/1998/Math/MathML">${row(...parts)}</math>`;
}
