import { getAllContexts, type Component } from 'svelte';
import { render } from 'svelte/server';

/** A component's HTML inside another's, in an element of its own, to be hydrated by itself. */
export function renderPart<Given extends Record<string, unknown>>(
  part: Component<Given>,
  given: Given
): string {
  return `<div class="later">${render(part, { props: given, context: getAllContexts() }).body}</div>`;
}
