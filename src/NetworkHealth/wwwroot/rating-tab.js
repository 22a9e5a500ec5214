// This tab's own name, and what tabs that are closed by now have left in the browser's store.

let name;

export const tabName = async () => (name ??= await ownTab());

/** The keys that begin so, of this tab first, then of tabs that were closed. */
export async function keysLeftBehind(start) {
  const alive = navigator.locks ? new Set((await navigator.locks.query()).held.map(lock => lock.name)) : new Set();
  const mine = start + name;
  const keys = Object.keys(localStorage).filter(key => key.startsWith(start) && (key === mine || !alive.has(`tab ${key.slice(start.length)}`)));
  return keys.sort(key => key === mine ? -1 : 1);
}

// A name for this tab that a copy of the tab does not share: the lock is held as long as the tab lives.
async function ownTab() {
  const kept = sessionStorage.getItem("tab");
  if (!navigator.locks) return kept ?? rename();
  if (kept && await hold(kept)) return kept;
  const other = rename();
  await hold(other);
  return other;
}

function rename() {
  const other = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`.slice(0, 36);
  sessionStorage.setItem("tab", other);
  return other;
}

// On a reload the page before may still hold it for a moment.
const hold = tab => new Promise(resolve => {
  navigator.locks.request(`tab ${tab}`, { signal: AbortSignal.timeout(1000) }, () => { resolve(true); return new Promise(() => {}); })
    .catch(() => resolve(false));
});
