// Passkeys. A form with data-passkey asks the server what the browser is to do, the browser for the passkey, and then sends the answer.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

const read = options => ({
  ...options,
  challenge: bytes(options.challenge),
  ...options.user && { user: { ...options.user, id: bytes(options.user.id) } },
  ...Object.fromEntries(["excludeCredentials", "allowCredentials"].filter(list => options[list])
    .map(list => [list, options[list].map(one => ({ ...one, id: bytes(one.id) }))])),
});

const written = credential => JSON.stringify({
  id: credential.id, rawId: text(credential.rawId), type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment, clientExtensionResults: credential.getClientExtensionResults(),
  response: {
    ...Object.fromEntries(["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
      .filter(part => credential.response[part]).map(part => [part, text(credential.response[part])])),
    ...credential.response.getTransports && { transports: credential.response.getTransports() },
  },
});

const answer = async form => {
  const asked = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
  if (!asked.ok) throw new Error(asked.headers.get("content-type")?.startsWith("text/plain") ? await asked.text() : "");
  const options = { publicKey: read(await asked.json()) };
  return written(await navigator.credentials[form.dataset.passkey === "make" ? "create" : "get"](options));
};

// The browser's own words for what went wrong are for programmers.
const sentence = failure => failure instanceof DOMException
  ? failure.name === "InvalidStateError" ? "This device has a passkey for this account already." : "No passkey was given. Try once more when you are ready."
  : failure.message && !(failure instanceof TypeError) ? failure.message : "That did not work. Load this page again and try once more.";

document.addEventListener("submit", async event => {
  const form = event.target, field = form.elements.Credential;
  if (!form.dataset.passkey || !field || field.value) return;
  event.preventDefault();
  const button = form.querySelector("button"), problem = form.querySelector("[data-passkey-problem]");
  if (button.disabled) return;
  [button.disabled, problem.hidden] = [true, true];
  try {
    field.value = await answer(form);
    form.submit();
    [field.value, button.disabled] = ["", false]; // for whoever comes back to this page
  } catch (failure) {
    [button.disabled, problem.hidden, problem.textContent] = [false, false, sentence(failure)];
  }
});
