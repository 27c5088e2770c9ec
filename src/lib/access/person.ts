/** Whoever asks, as pages write it; a name is null for the one person of a machine where there is no sign-in. */
export interface Person {
  name: string | null;
  initials: string;
}

export function personOf(name: string | null): Person {
  const words = (name ?? '').split(/[ ._@-]+/);
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
  return { name, initials: initials.slice(0, 2) };
}
