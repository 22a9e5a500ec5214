// A page where people write keeps looking for a lost server, quickly and without end: what they typed waits in the browser meanwhile.
Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 1e6, retryIntervalMilliseconds: 1000 } } });

// A page that came without a full load begins at its content, as a full load would. FocusOnNavigate would also take the focus on the
// first load, past the skip link.
Blazor.addEventListener("enhancedload", () => {
  if (!location.hash) document.getElementById("main")?.focus();
});

// A page may say that this browser still holds text of a rating that the server does not have.
const unsaved = notice => Object.keys(localStorage).filter(key => key.startsWith(`rating ${notice.dataset.unsaved}`));
const textsOf = key => {
  try { return Object.values(JSON.parse(localStorage.getItem(key))).map(item => item.value); }
  catch { return []; }
};
const showUnsaved = () => {
  for (const notice of document.querySelectorAll("[data-unsaved]")) {
    notice.hidden = unsaved(notice).length === 0;
    const texts = notice.querySelector("[data-texts]");
    if (texts) texts.textContent = unsaved(notice).flatMap(textsOf).join("\n\n");
    notice.querySelector("button")?.addEventListener("click", () => {
      for (const key of unsaved(notice)) localStorage.removeItem(key);
      notice.hidden = true;
    });
  }
};
Blazor.addEventListener("enhancedload", showUnsaved);
showUnsaved();

// What needs a passkey shows where the browser can give one.
const showPasskeys = () => {
  for (const part of window.PublicKeyCredential ? document.querySelectorAll("[data-passkeys]") : [])
    import(new URL(part.dataset.passkeys, document.baseURI).href).then(() => part.hidden = false);
};
Blazor.addEventListener("enhancedload", showPasskeys);
showPasskeys();

// Where people write, a connection that does not come is said. A server that was lost between the page and its connection is not looked for
// any more, so the page begins anew once it is well again: three times, since what keeps the connection away may last. Nothing can have been
// typed yet.
const connecting = () => [...document.querySelectorAll("[data-connecting]")];
let look;
const lookAgain = async since => {
  if (!connecting().length) return sessionStorage.removeItem("connecting");
  if (Date.now() - since > 15_000) {
    for (const line of connecting())
      line.textContent = "The connection does not come. Load this page again; if that does not help, ask who runs this service.";
  }
  const anew = await import("./begin-anew.js").catch(() => undefined);
  if (Date.now() - since > 10_000) await anew?.beginAnew("connecting", 30_000, 3);
  lookSoon(since);
};
const lookSoon = since => {
  clearTimeout(look);
  look = setTimeout(lookAgain, 3000, since);
};
Blazor.addEventListener("enhancedload", () => lookSoon(Date.now()));
lookSoon(Date.now());
