// Whether the server can be reached. The browser says when it is offline, and Blazor's dialog when its connection is lost.

import { beginAnew } from "./begin-anew.js";

export class Connection {
  constructor(changed) {
    this.dialog = document.getElementById("components-reconnect-modal");
    this.away = new AbortController();
    window.addEventListener("offline", changed, { signal: this.away.signal });
    window.addEventListener("online", changed, { signal: this.away.signal });
    this.watched = new MutationObserver(changed);
    if (this.dialog) this.watched.observe(this.dialog, { attributes: true, attributeFilter: ["class"] });
  }

  stop() {
    this.away.abort();
    this.watched.disconnect();
  }

  get isCutOff() { return !navigator.onLine || /components-reconnect-(show|failed|rejected)/.test(this.dialog?.className ?? ""); }

  /** The server was started anew and does not know this page any more. */
  get isForgotten() { return this.dialog?.className.includes("components-reconnect-rejected"); }

  // A page whose server part broke is told nothing more. It begins anew when the server is well, once a minute at most.
  async startAnew() {
    if (!this.isCutOff) await beginAnew("anew", 60_000);
  }
}
