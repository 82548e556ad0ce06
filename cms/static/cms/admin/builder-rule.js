/** Rules: choosing a question brings its tests and choices at once. The server makes the rows; this fetches them. */

const RULE = "[data-rule]";

/** Sends the whole form and takes the rule from the answer; a map needs the page anew, so it is loaded then. */
async function refresh(form, button, focused) {
  const rule = form.querySelector(RULE);
  if (rule.querySelector("[data-map]")) {
    form.requestSubmit(button);
    return;
  }
  const body = new FormData(form);
  body.append(button.name, button.value);
  rule.setAttribute("aria-busy", "true");
  const answer = await fetch(location.href, { method: "POST", body, credentials: "same-origin" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(RULE);
  if (!fresh || fresh.querySelector("[data-map]")) {
    form.requestSubmit(button);
    return;
  }
  const before = rule.querySelectorAll("li").length;
  rule.replaceWith(fresh);
  const rows = fresh.querySelectorAll("li");
  const added = rows.length > before ? rows[rows.length - 1].querySelector("select") : null;
  const same = focused && fresh.querySelector(`[name="${focused}"]`);
  (added || same || fresh.querySelector("[data-swap]"))?.focus();
}

export function wireRule(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-swap=rule]");
    if (!button || form.querySelector(`${RULE} [data-map]`)) return;
    event.preventDefault();
    refresh(form, button, "");
  });
  form.addEventListener("change", ({ target }) => {
    const field = /^rule-.*-(question|test|joint)$/.exec(target.name ?? "");
    const button = form.querySelector(".kuule-rule__refresh");
    if (field && button) refresh(form, button, target.name);
  });
}
