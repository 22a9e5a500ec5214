// Keeps what is typed into a rating: remembers it in this browser, sends it field by field until the server has it, and says where things
// stand. A text that the server has not confirmed is never forgotten: not by a lost connection, a restart, or a closed tab.

const soon = 350;        // after the last key, in ms
const latest = 700;      // after the first key that was not sent
const settling = 800;    // after an arrow key among choices, which passes over some
const patience = 5000;   // for an answer
const again = 1500;      // between attempts
const prefix = "rating ";

let keeper;
let tab;

export async function start(server, form, draft) {
  tab ??= await ownTab();
  keeper?.stop();
  keeper = new Keeper(server, form, draft);
  await keeper.adopt();
}

export const tabName = async () => (tab ??= await ownTab());

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

export const goTo = id => document.getElementById(id)?.focus();

/** Goes to the place that the address names, else to this one. */
export const arrive = id => goTo(document.getElementById(location.hash.slice(1)) ? location.hash.slice(1) : id);

class Keeper {
  constructor(server, form, draft) {
    Object.assign(this, { server, form, draft, versions: draft.versions, savedAt: draft.savedAt });
    this.pending = new Map();
    this.stuck = new Set();
    this.away = new AbortController();
    this.connection = document.getElementById("components-reconnect-modal");
    const listen = (target, name, act, options) => target.addEventListener(name, act, { signal: this.away.signal, ...options });
    listen(form, "input", event => this.typed(event.target));
    listen(form, "keydown", event => { this.moving = event.key.startsWith("Arrow"); });
    listen(form, "pointerdown", () => { this.moving = false; });
    listen(document, "click", event => this.beforeLeaving(event), { capture: true });
    listen(form, "click", event => jump(event.target.closest("a[href]")));
    listen(window, "offline", () => this.connectionChanged());
    listen(window, "online", () => this.connectionChanged());
    this.withConnection();
    this.redrawn = new MutationObserver(() => this.show());
    this.redrawn.observe(form, { childList: true, subtree: true });
    this.watched = new MutationObserver(() => this.connectionChanged());
    if (this.connection) this.watched.observe(this.connection, { attributes: true, attributeFilter: ["class"] });
  }

  stop() {
    this.away.abort();
    this.redrawn.disconnect();
    this.watched.disconnect();
    clearTimeout(this.timer);
    this.stopped = true;
  }

  // What this tab, or one that was closed, could not send before. What was typed into an earlier draft is offered, not saved over this one.
  // Where two closed tabs hold the same field, the second waits in the store until the first is settled.
  async adopt() {
    this.others = false;
    for (const key of await keysOfTheDead(`${prefix}${this.draft.key} `)) {
      const items = read(key);
      for (const [field, item] of Object.entries(items ?? {})) {
        if (this.pending.has(field)) { this.others = true; continue; }
        this.pending.set(field, { value: item.value, tab: item.tab, base: item.of === this.draft.opened ? item.base : 0, of: this.draft.opened });
        delete items[field];
      }
      if (items && Object.keys(items).length === 0) localStorage.removeItem(key);
      else if (items) localStorage.setItem(key, JSON.stringify(items));
    }
    this.remember();
    this.show();
    this.schedule(0);
  }

  typed(control) {
    if (!control.name) return;
    const entry = control.name.split(".")[0];
    const item = { value: control.value, base: this.pending.get(control.name)?.base ?? this.versions[entry], of: this.draft.opened, tab };
    const problem = misfit(control);
    if (problem) item.refused = control.value;
    this.pending.set(control.name, item);
    this.remember();
    this.tell(control.name, problem);
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
    const next = [...this.pending].find(([, item]) => item.refused !== item.value);
    if (!next && this.others && !this.pending.size) return this.adopt();
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
      if (this.failures > 3) this.startAnew();
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
      this.tell(field, "");
      this.form.dispatchEvent(new CustomEvent("fieldsaved", { bubbles: true, detail: { field, value: sent.value } }));
    } else if (outcome.state === "refused") {
      if (now?.value === sent.value) now.refused = sent.value;
      this.tell(field, outcome.message);
    } else if (outcome.state === "conflict") {
      if (now?.value === sent.value) Object.assign(now, { refused: sent.value, isInConflict: true });
      this.gotStuck(entry);
    } else {
      this.gone = outcome.message;
    }
    this.remember();
  }

  saved(entry, version, at) {
    this.versions[entry] = version;
    this.savedAt = at ?? this.savedAt;
    this.refusal = undefined;
    for (const [field, item] of this.pending) if (field.startsWith(`${entry}.`)) item.base = version;
    this.remember();
    this.say();
  }

  gotStuck(entry) {
    this.stuck.add(entry);
    this.say();
  }

  settled(entry, version, at) {
    this.stuck.delete(entry);
    for (const [field, item] of [...this.pending])
      if (field.startsWith(`${entry}.`) && item.isInConflict) this.pending.delete(field);
    this.saved(entry, version, at);
  }

  refusedButton(state, message) {
    if (state === "gone") this.gone = message;
    this.refusal = message;
    this.say();
  }

  forget(start) {
    for (const field of [...this.pending.keys()]) if (field.startsWith(start)) this.pending.delete(field);
    this.remember();
    this.say();
  }

  // Waiting texts stand in their fields again, wherever these have been drawn anew.
  show() {
    for (const [field, { value, refused }] of this.pending) {
      for (const control of this.form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) {
        if (control.type === "radio") control.checked = control.value === value;
        else if (control.value !== value) control.value = value;
        if (refused === value) this.tell(field, misfit(control) || this.problems?.get(field));
      }
    }
    for (const time of this.form.querySelectorAll("time[datetime]")) {
      const local = clock(time.dateTime);
      if (time.textContent !== local) time.textContent = local;
    }
    this.withConnection();
    this.say();
  }

  // What the server does at once, such as adding a link, waits for the connection; texts and choices need not.
  withConnection() {
    for (const button of this.form.querySelectorAll("button[type=button]")) button.disabled = this.isCutOff;
  }

  remember() {
    const key = `${prefix}${this.draft.key} ${tab}`;
    try {
      if (this.pending.size) localStorage.setItem(key, JSON.stringify(Object.fromEntries(this.pending)));
      else localStorage.removeItem(key);
      this.isOnlyHere = false;
    } catch {
      this.isOnlyHere = this.pending.size > 0; // the store is full
    }
  }

  tell(field, message) {
    (this.problems ??= new Map()).set(field, message ?? "");
    const control = this.form.querySelector(`[name="${CSS.escape(field)}"]`);
    const place = document.getElementById(`${control?.id}-problem`);
    if (!place) return;
    // Only what differs: each change of the form draws waiting texts anew, and that comes back here.
    if (place.textContent !== (message ?? "")) place.textContent = message ?? "";
    place.hidden = !message;
    control.closest(".field")?.classList.toggle("invalid", !!message);
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  say() {
    const line = this.form.querySelector("[data-saved]");
    if (!line) return;
    const time = this.savedAt ? clock(this.savedAt) : "";
    const since = time ? ` since ${time}` : "";
    const held = [...this.pending].filter(([, item]) => item.refused === item.value && !item.isInConflict);
    const waiting = [...this.pending].some(([, item]) => item.refused !== item.value);
    const [state, text] =
      this.gone ?? this.refusal ? ["lost", this.gone ?? this.refusal]
      : (this.lost || this.isCutOff) && this.isOnlyHere ? ["lost", `Not saved${since}. This browser keeps no copy either: copy your text before you leave this page.`]
      : this.lost || this.isCutOff ? ["lost", this.pending.size
          ? `Not saved${since}. Your text stays in this browser, and we keep trying.`
          : "The connection is lost. What you type stays in this browser, and we keep trying."]
      : this.stuck.size ? ["lost", "An entry was changed elsewhere while you wrote. Choose there which text stays."]
      : held.length && !waiting ? ["lost", `Not saved yet: a text in ${[...new Set(held.map(([field]) => this.draft.names[field.split(".")[0]]))].join(" and ")}. Its place says why.`]
      : waiting ? ["busy", "Saving…"]
      : ["", time ? `Saved at ${time}. The draft is on the server.` : "The draft is on the server."];
    line.className = `saved ${state}`;
    if (line.textContent !== text) line.textContent = text;
    // Told aloud when things change, not at each key.
    const aloud = this.form.querySelector("[data-said]");
    if (aloud && state !== "busy" && this.said !== state) [this.said, aloud.textContent] = [state, text];
  }

  get isCutOff() { return !navigator.onLine || /components-reconnect-(show|failed|rejected)/.test(this.connection?.className ?? ""); }

  connectionChanged() {
    // The server was started anew and does not know this page any more; what it lacks is remembered here.
    if (this.connection?.className.includes("components-reconnect-rejected") && !this.isOnlyHere) location.reload();
    if (!this.isCutOff) { this.lost = false; this.schedule(0); }
    this.withConnection();
    this.say();
  }

  // A page whose server part broke is told nothing more. It begins anew when the server is well, once a minute at most.
  async startAnew() {
    if (this.isCutOff || this.isOnlyHere || Date.now() - Number(sessionStorage.getItem("anew")) < 60_000) return;
    if (!(await fetch("health/ready").catch(() => undefined))?.ok) return;
    sessionStorage.setItem("anew", Date.now());
    location.reload();
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
    return this.form.isConnected && !this.gone && !this.isCutOff && [...this.pending].some(([, item]) => item.refused !== item.value);
  }
}

function misfit(control) {
  const most = Number(control.dataset.most);
  const length = control.value.length;
  if (most && length > most)
    return `This has ${length.toLocaleString("en")} characters; ${most.toLocaleString("en")} fit. Shorten it, and it is saved.`;
  if (control.value.isWellFormed?.() === false)
    return "This holds a character that cannot be stored. Type the place anew instead of pasting it.";
  return "";
}

// A link to a place of this page moves the focus there too, once the address has changed.
const jump = link => {
  if (link?.hash && link.pathname + link.search === location.pathname + location.search) setTimeout(() => goTo(link.hash.slice(1)));
};

const clock = time => new Date(time).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

const answered = promise => Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), patience))]);

// A name for this tab that a copy of the tab does not share: the lock is held as long as the tab lives.
async function ownTab() {
  const kept = sessionStorage.getItem("tab");
  if (!navigator.locks) return kept ?? rename();
  if (kept && await hold(kept)) return kept;
  const name = rename();
  await hold(name);
  return name;
}

function rename() {
  const name = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`.slice(0, 36);
  sessionStorage.setItem("tab", name);
  return name;
}

// On a reload the page before may still hold it for a moment.
const hold = name => new Promise(resolve => {
  navigator.locks.request(`tab ${name}`, { signal: AbortSignal.timeout(1000) }, () => { resolve(true); return new Promise(() => {}); })
    .catch(() => resolve(false));
});

// What cannot be read is left alone.
function read(key) {
  try { return JSON.parse(localStorage.getItem(key) ?? "{}"); }
  catch { return undefined; }
}

async function keysOfTheDead(start) {
  const alive = navigator.locks ? new Set((await navigator.locks.query()).held.map(lock => lock.name)) : new Set();
  const mine = start + tab;
  const keys = Object.keys(localStorage).filter(key => key.startsWith(start) && (key === mine || !alive.has(`tab ${key.slice(start.length)}`)));
  return keys.sort(key => key === mine ? -1 : 1);
}
