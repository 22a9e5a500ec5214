// What was typed and is not on the server yet, field by field. A copy in the browser's store outlives the tab.

import { keysLeftBehind } from "./rating-tab.js";

export class Pending extends Map {
  constructor(draft, tab) {
    super();
    Object.assign(this, { opened: draft.opened, start: `rating ${draft.key} `, tab });
  }

  /** The next field to be sent: one that was refused waits until it is changed. */
  get next() { return [...this].find(([, item]) => item.refused !== item.value); }

  /** The fields whose text was refused, but not for somebody else's. */
  get held() { return [...this].filter(([, item]) => item.refused === item.value && !item.isInConflict).map(([field]) => field); }

  // What this tab, or one that was closed, could not send before. What was typed into an earlier draft is offered, not saved over this one.
  // Where two closed tabs hold the same field, the second waits in the store until the first is settled.
  async adopt() {
    this.others = false;
    for (const key of await keysLeftBehind(this.start)) {
      const items = read(key);
      for (const [field, item] of Object.entries(items ?? {})) {
        if (this.has(field)) { this.others = true; continue; }
        this.set(field, { value: item.value, tab: item.tab, base: item.of === this.opened ? item.base : 0, of: this.opened });
        delete items[field];
      }
      if (items && Object.keys(items).length === 0) localStorage.removeItem(key);
      else if (items) localStorage.setItem(key, JSON.stringify(items));
    }
    this.remember();
  }

  /** An entry was saved: what is still waiting there goes on top of that. */
  rebase(entry, version) {
    for (const [field, item] of this) if (field.startsWith(`${entry}.`)) item.base = version;
    this.remember();
  }

  drop(start, isMeant = () => true) {
    for (const [field, item] of [...this]) if (field.startsWith(start) && isMeant(item)) this.delete(field);
    this.remember();
  }

  remember() {
    const key = this.start + this.tab;
    try {
      if (this.size) localStorage.setItem(key, JSON.stringify(Object.fromEntries(this)));
      else localStorage.removeItem(key);
      this.isOnlyHere = false;
    } catch {
      this.isOnlyHere = this.size > 0; // the store is full
    }
  }
}

// What cannot be read is left alone.
function read(key) {
  try { return JSON.parse(localStorage.getItem(key) ?? "{}"); }
  catch { return undefined; }
}
