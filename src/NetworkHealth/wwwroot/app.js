// A page that came without a full load begins at its content, as a full load would. FocusOnNavigate would also take the focus on the
// first load, past the skip link.
Blazor.addEventListener("enhancedload", () => {
  if (!location.hash) document.getElementById("main")?.focus();
});
