/** The mark's own words, which every mark carries as its title. */
function wordsOf(mark: Element): string | undefined {
  const title = [...mark.children].find(({ localName }) => localName === 'title');
  if (title?.textContent) {
    // the browser's own tooltip would come up as well
    mark.setAttribute('data-words', title.textContent);
    title.remove();
  }
  return mark.getAttribute('data-words') ?? undefined;
}

function markAt(target: EventTarget | null): Element | undefined {
  const element = target instanceof Element ? target : undefined;
  return element && (wordsOf(element) !== undefined ? element : undefined);
}

/** In one go, before any title is taken out: the browser works out what shows once and not after each change. */
function shownMarks(part: Element): Element[] {
  const worded = [...part.querySelectorAll('[data-words], title')];
  return worded
    .map((element) => (element.localName === 'title' ? element.parentElement : element))
    .filter((mark) => mark !== null && mark.checkVisibility()) as Element[];
}

/** Whether something has words, shown or not. */
export function hasMarks(part: Element): boolean {
  return part.querySelector('[data-words], title') !== null;
}

/** What has words, of what this window shows. */
export function marksOf(part: Element): Element[] {
  return shownMarks(part).filter((mark) => wordsOf(mark) !== undefined);
}

/** Above the mark, inside the window. */
function place(box: HTMLElement, mark: Element): void {
  const { left, top, bottom, width } = mark.getBoundingClientRect();
  const x = Math.min(Math.max(8, left + width / 2 - box.offsetWidth / 2), innerWidth - box.offsetWidth - 8);
  const above = top - box.offsetHeight - 8;
  box.style.left = `${x}px`;
  box.style.top = `${above > 8 ? above : bottom + 8}px`;
}

const mostMarks = 100;

/** Shows a mark's words where it is pointed at; `keys` makes a drawing one stop, with arrow keys along its marks. */
export function tooltip(chart: HTMLElement, keys: boolean): { countMarks(): void; destroy(): void } {
  const box = document.createElement('div');
  box.className = 'tooltip';
  box.setAttribute('role', 'status');
  let current: Element | undefined;

  function show(mark: Element | undefined) {
    if (mark === current) return;
    current?.classList.remove('shown-mark');
    current = mark;
    if (!mark) return box.remove();
    mark.classList.add('shown-mark');
    box.textContent = wordsOf(mark) ?? '';
    if (!box.isConnected) document.body.append(box);
    place(box, mark);
  }

  function step(by: number) {
    const marks = marksOf(chart);
    const index = current ? marks.indexOf(current) : by > 0 ? -1 : 0;
    show(marks[(index + by + marks.length) % marks.length]);
  }

  const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  const listeners: [string, (event: Event) => void][] = [
    ['pointerover', (event) => show(markAt(event.target))],
    ['pointerleave', () => show(undefined)],
    ['blur', () => show(undefined)],
    [
      'keydown',
      (event) => {
        const { key } = event as KeyboardEvent;
        const by = keys ? steps[key] : undefined;
        if (key === 'Escape') show(undefined);
        if (by === undefined) return;
        event.preventDefault();
        step(by);
      }
    ]
  ];
  for (const [name, listener] of listeners) chart.addEventListener(name, listener);
  /** As often as the chart is drawn anew. */
  function countMarks() {
    if (keys && shownMarks(chart).length <= mostMarks) chart.tabIndex = 0;
    else if (keys) chart.removeAttribute('tabindex');
  }
  countMarks();

  return {
    countMarks,
    destroy() {
      for (const [name, listener] of listeners) chart.removeEventListener(name, listener);
      box.remove();
    }
  };
}
