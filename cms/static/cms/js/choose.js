/* `<a href="?section=7#comment-form" data-choose="section" data-value="7">`: leads to a form and chooses in it.
   Without a script the server chooses; with one the page stays, and so does a place that is drawn already. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-choose]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const form = document.querySelector(`${link.hash} form`);
  const field = form?.elements[link.dataset.choose];
  const option = [...(field?.options ?? [])].find(({ value }) => value === link.dataset.value);
  if (!option) return;
  event.preventDefault();
  option.selected = true;
  document.querySelector(link.hash).scrollIntoView();
  field.focus({ preventScroll: true });
});
