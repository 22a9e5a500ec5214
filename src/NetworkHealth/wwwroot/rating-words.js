// The sentences of the form that are said without asking the server.

export const clock = time => new Date(time).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Why what is typed cannot be kept; empty if it can. */
export function misfit(control) {
  const most = Number(control.dataset.most);
  const length = control.value.length;
  if (most && length > most)
    return `This has ${length.toLocaleString("en")} characters; ${most.toLocaleString("en")} fit. Shorten it, and it is saved.`;
  if (control.value.isWellFormed?.() === false)
    return "This holds a character that cannot be stored. Type the place anew instead of pasting it.";
  return "";
}

/** Where things stand: a state for the eye, and a sentence. */
export function standing({ pending, draft, savedAt, gone, refusal, isLost, stuck }) {
  const time = savedAt ? clock(savedAt) : "";
  const since = time ? ` since ${time}` : "";
  if (gone ?? refusal) return ["lost", gone ?? refusal];
  if (isLost && pending.isOnlyHere) return ["lost", `Not saved${since}. This browser keeps no copy either: copy your text before you leave this page.`];
  if (isLost && pending.size) return ["lost", `Not saved${since}. Your text stays in this browser, and we keep trying.`];
  if (isLost) return ["lost", "The connection is lost. What you type stays in this browser, and we keep trying."];
  if (stuck.size) return ["lost", "An entry was changed elsewhere while you wrote. Choose there which text stays."];
  if (pending.next) return ["busy", "Saving…"];
  const held = pending.held;
  if (held.length) return ["lost", `Not saved yet: ${held.every(isChoice) ? "a choice" : "a text"} in ${places(held, draft.names)}. Its place says why.`];
  return ["", time ? `Saved at ${time}. The draft is on the server.` : "The draft is on the server."];
}

const isChoice = field => /\.(answer$|indicator\.)/.test(field);

const places = (fields, names) => [...new Set(fields.map(field => names[field.split(".")[0]]))].join(" and ");
