// Loads the page again once the server is well, and no more often than is said: a page that is lost must not hurry.

/** @param key Under which this tab remembers when and how often. @param gap At least so long between two, in ms. @param most How often in all. */
export async function beginAnew(key, gap, most = Infinity) {
  const before = JSON.parse(sessionStorage.getItem(key) ?? "null") ?? { at: 0, count: 0 };
  if (before.count >= most || Date.now() - before.at < gap) return;
  if (!(await fetch("/health/ready", { signal: AbortSignal.timeout(3000) }).catch(() => undefined))?.ok) return;
  sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), count: before.count + 1 }));
  location.reload();
}
