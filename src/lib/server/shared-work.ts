/** Work under way for several askers at once. */
interface Shared<T> {
  promise: Promise<T>;
  controller: AbortController;
  askers: number;
}

/**
 * Lets those who ask for the same thing at the same time wait for one computation, which is cancelled once all of them
 * have gone away.
 */
export function sharedWork<T>(): (
  key: string,
  compute: (signal: AbortSignal) => Promise<T>,
  gone?: AbortSignal
) => Promise<T> {
  const underWay = new Map<string, Shared<T>>();
  return (key, compute, gone) => {
    const known = underWay.get(key) ?? begin(underWay, key, compute);
    known.askers++;
    gone?.addEventListener(
      'abort',
      () => {
        if (--known.askers > 0) return;
        underWay.delete(key);
        known.controller.abort();
      },
      { once: true }
    );
    return known.promise;
  };
}

function begin<T>(
  underWay: Map<string, Shared<T>>,
  key: string,
  compute: (signal: AbortSignal) => Promise<T>
): Shared<T> {
  const controller = new AbortController();
  const shared = { promise: compute(controller.signal), controller, askers: 0 };
  underWay.set(key, shared);
  const end = () => {
    if (underWay.get(key) === shared) underWay.delete(key);
  };
  shared.promise.then(end, end);
  return shared;
}
