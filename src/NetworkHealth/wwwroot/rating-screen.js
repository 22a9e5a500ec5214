// What the form shows beside what Blazor draws: waiting texts, why one is refused, and where things stand.

import { clock, misfit } from "./rating-words.js";

export const goTo = id => document.getElementById(id)?.focus();

/** Goes to the place that the address names, else to this one. */
export const arrive = id => goTo(document.getElementById(location.hash.slice(1)) ? location.hash.slice(1) : id);

/** A link to a place of this page moves the focus there too, once the address has changed. */
export const jump = link => {
  if (link?.hash && link.pathname + link.search === location.pathname + location.search) setTimeout(() => goTo(link.hash.slice(1)));
};

export class Screen {
  constructor(form) {
    this.form = form;
    this.problems = new Map();
  }

  // Waiting texts stand in their fields again, wherever these have been drawn anew.
  show(pending) {
    for (const [field, { value, refused }] of pending) {
      for (const control of this.form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) {
        if (control.type === "radio") control.checked = control.value === value;
        else if (control.value !== value) control.value = value;
        if (refused === value) this.tell(field, misfit(control) || this.problems.get(field));
      }
    }
    for (const time of this.form.querySelectorAll("time[datetime]")) {
      const local = clock(time.dateTime);
      if (time.textContent !== local) time.textContent = local;
    }
  }

  // What the server does at once, such as adding a link, waits for the connection; texts and choices need not.
  allowButtons(isConnected) {
    for (const button of this.form.querySelectorAll("button[type=button]")) button.disabled = !isConnected;
  }

  /** Says beside a field why it is not saved; nothing once it is. */
  tell(field, message) {
    this.problems.set(field, message ?? "");
    // Choices share a name, and their group has the id.
    const id = field.replace(".", "-");
    const control = document.getElementById(id);
    const place = document.getElementById(`${id}-problem`);
    if (!control || !place) return;
    // Only what differs: each change of the form draws waiting texts anew, and that comes back here.
    if (place.textContent !== (message ?? "")) place.textContent = message ?? "";
    place.hidden = !message;
    control.closest(".field")?.classList.toggle("invalid", !!message);
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  say(state, text) {
    const line = this.form.querySelector("[data-saved]");
    if (!line) return;
    line.className = `saved ${state}`;
    if (line.textContent !== text) line.textContent = text;
    // Told aloud when things change, not at each key: of what is well, that it is; of what is not, each thing.
    const aloud = this.form.querySelector("[data-said]");
    const news = state === "lost" ? text : state;
    if (aloud && state !== "busy" && this.said !== news) [this.said, aloud.textContent] = [news, text];
  }
}
