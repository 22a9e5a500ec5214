// Keeps what is typed into a rating: remembers it in this browser, sends it field by field until the server has it, and says where things
// stand. A text that the server has not confirmed is never forgotten: not by a lost connection, a restart, or a closed tab.

import { Connection } from "./rating-connection.js";
import { Pending } from "./rating-pending.js";
import { Screen, jump } from "./rating-screen.js";
import { tabName } from "./rating-tab.js";
import { misfit, standing } from "./rating-words.js";

export { arrive, goTo } from "./rating-screen.js";
export { tabName };

const soon = 350;        // after the last key, in ms
const latest = 700;      // after the first key that was not sent
const settling = 800;    // after an arrow key among choices, which passes over some
const patience = 5000;   // for an answer
const again = 1500;      // between attempts

let keeper;

export async function start(server, form, draft) {
  const tab = await tabName();
  keeper?.stop();
  keeper = new Keeper(server, form, draft, tab);
  await keeper.adopt();
}

/** A choice was made between two texts of an entry; what was typed and refused there is dropped. */
export const settled = (entry, version, at) => keeper?.settled(entry, version, at);

/** An entry was saved by a button. */
export const saved = (entry, version, at) => keeper?.saved(entry, version, at);

/** What others saved is on the screen now; what was typed here before keeps the version that it was typed on. */
export const seen = (entry, version) => { if (keeper) keeper.versions[entry] = version; };

/** A link or survey was removed, and what was typed into it last goes with it. */
export const forget = start => keeper?.forget(start);

/** A button could not save, and why. */
export const refused = (state, message) => keeper?.refusedButton(state, message);

/** A button was refused since somebody else saved the entry first. */
export const stuck = entry => keeper?.gotStuck(entry);

class Keeper {
  constructor(server, form, draft, tab) {
    Object.assign(this, { server, form, draft, tab, versions: draft.versions, savedAt: draft.savedAt });
    this.pending = new Pending(draft, tab);
    this.screen = new Screen(form);
    this.stuck = new Set();
    this.away = new AbortController();
    const listen = (target, name, act, options) => target.addEventListener(name, act, { signal: this.away.signal, ...options });
    listen(form, "input", event => this.typed(event.target));
    listen(form, "keydown", event => { this.moving = event.key.startsWith("Arrow"); });
    listen(form, "pointerdown", () => { this.moving = false; });
    listen(document, "click", event => this.beforeLeaving(event), { capture: true });
    listen(form, "click", event => jump(event.target.closest("a[href]")));
    this.connection = new Connection(() => this.connectionChanged());
    this.screen.allowButtons(!this.connection.isCutOff);
    this.redrawn = new MutationObserver(() => this.show());
    this.redrawn.observe(form, { childList: true, subtree: true });
  }

  stop() {
    this.away.abort();
    this.redrawn.disconnect();
    this.connection.stop();
    clearTimeout(this.timer);
    this.stopped = true;
  }

  async adopt() {
    await this.pending.adopt();
    this.show();
    this.schedule(0);
  }

  typed(control) {
    if (!control.name) return;
    const entry = control.name.split(".")[0];
    const item = { value: control.value, base: this.pending.get(control.name)?.base ?? this.versions[entry], of: this.draft.opened, tab: this.tab };
    const problem = misfit(control);
    if (problem) item.refused = control.value;
    this.pending.set(control.name, item);
    this.pending.remember();
    this.screen.tell(control.name, problem);
    this.say();
    this.refusal = undefined;
    this.since ??= Date.now();
    const typing = Math.max(0, Math.min(soon, this.since + latest - Date.now()));
    // Arrow keys pass over choices, and the year of a date is typed figure by figure.
    this.schedule(control.type === "radio" ? (this.moving ? settling : 0) : control.type === "date" ? settling : typing);
  }

  schedule(delay) {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.send(), delay);
  }

  async send() {
    if (!this.form.isConnected) return this.stop();
    const next = this.pending.next;
    if (!next && this.pending.others && !this.pending.size) return this.adopt();
    if (this.busy || !next || this.stopped) return this.say();
    const [field, item] = next;
    const [entry, ...path] = field.split(".");
    this.busy = true;
    this.since = undefined;
    const slow = setTimeout(() => this.say(), 300);
    try {
      const outcome = await answered(this.server.invokeMethodAsync("Save", entry, path.join("."), item.value, item.base, item.tab));
      this.lost = false;
      this.failures = 0;
      this.learn(entry, field, item, outcome);
    } catch {
      this.lost = true;
      this.failures = (this.failures ?? 0) + 1;
      if (this.failures > 3 && !this.pending.isOnlyHere) this.connection.startAnew();
    } finally {
      clearTimeout(slow);
      this.busy = false;
    }
    this.say();
    if (this.gone) return;
    this.schedule(this.lost ? again : 0);
  }

  learn(entry, field, sent, outcome) {
    const now = this.pending.get(field);
    if (outcome.state === "saved") {
      if (now?.value === sent.value) this.pending.delete(field);
      this.saved(entry, outcome.version, outcome.at);
      this.screen.tell(field, "");
      this.form.dispatchEvent(new CustomEvent("fieldsaved", { bubbles: true, detail: { field, value: sent.value } }));
    } else if (outcome.state === "refused") {
      if (now?.value === sent.value) now.refused = sent.value;
      this.screen.tell(field, outcome.message);
    } else if (outcome.state === "conflict") {
      if (now?.value === sent.value) Object.assign(now, { refused: sent.value, isInConflict: true });
      this.gotStuck(entry);
    } else {
      this.gone = outcome.message;
    }
    this.pending.remember();
  }

  saved(entry, version, at) {
    this.versions[entry] = version;
    this.savedAt = at ?? this.savedAt;
    this.refusal = undefined;
    this.pending.rebase(entry, version);
    this.say();
  }

  gotStuck(entry) {
    this.stuck.add(entry);
    this.say();
  }

  settled(entry, version, at) {
    this.stuck.delete(entry);
    this.pending.drop(`${entry}.`, item => item.isInConflict);
    this.saved(entry, version, at);
  }

  refusedButton(state, message) {
    if (state === "gone") this.gone = message;
    this.refusal = message;
    this.say();
  }

  forget(start) {
    this.pending.drop(start);
    this.say();
  }

  show() {
    this.screen.show(this.pending);
    this.screen.allowButtons(!this.connection.isCutOff);
    this.say();
  }

  say() { this.screen.say(...standing(this)); }

  get isLost() { return this.lost || this.connection.isCutOff; }

  connectionChanged() {
    // What a server that was started anew lacks is remembered here.
    if (this.connection.isForgotten && !this.pending.isOnlyHere) location.reload();
    if (!this.connection.isCutOff) { this.lost = false; this.schedule(0); }
    this.screen.allowButtons(!this.connection.isCutOff);
    this.say();
  }

  // A link or button waits until what was typed is on the server, or was refused there.
  async beforeLeaving(event) {
    const target = event.target.closest?.("a[href], button");
    if (!this.form.isConnected) return this.stop();
    if (!target || this.passing || event.ctrlKey || event.metaKey || event.shiftKey || event.button || !this.isWaiting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(this.timer);
    const until = Date.now() + patience;
    while (this.isWaiting && Date.now() < until) {
      this.send();
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    this.passing = true;
    target.click();
    this.passing = false;
  }

  get isWaiting() {
    return this.form.isConnected && !this.gone && !this.connection.isCutOff && !!this.pending.next;
  }
}

const answered = promise => Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), patience))]);
