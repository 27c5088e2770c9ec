/** So long a piece of work may keep everything else waiting, in milliseconds. */
const most = 8;

/** Tells a loop when others have waited long enough; it then awaits `setImmediate()`. */
export function pauses(): { isDue(): boolean } {
  let end = performance.now() + most;
  return {
    isDue() {
      const now = performance.now();
      if (now < end) return false;
      end = now + most;
      return true;
    }
  };
}
