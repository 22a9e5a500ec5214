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

// Where people write, a connection that does not come is said. A server that was lost between the page and its connection is not looked for
// any more: once it is well again the page begins anew, twice a minute at most. Nothing can have been typed yet.
const connecting = () => [...document.querySelectorAll("[data-connecting]")];
let look;
let since;
const lookAgain = async () => {
  if (!connecting().length) return;
  if (Date.now() - since > 15_000) {
    for (const line of connecting())
      line.textContent = "The connection does not come. Load this page again; if that does not help, ask who runs this service.";
  }
  const isWell = (await fetch("/health/ready").catch(() => undefined))?.ok;
  if (isWell && connecting().length && Date.now() - Number(sessionStorage.getItem("looked")) > 30_000) {
    sessionStorage.setItem("looked", Date.now());
    location.reload();
  }
  look = setTimeout(lookAgain, 3000);
};
const lookSoon = () => {
  since = Date.now();
  clearTimeout(look);
  look = setTimeout(lookAgain, 8000);
};
Blazor.addEventListener("enhancedload", lookSoon);
lookSoon();
