/** Turns a scale into a slider where the planner asked for one. The buttons stay and hold the answer. */

function wire(scale, t) {
  const buttons = [...scale.querySelectorAll(".scale__step input")];
  const row = scale.querySelector(".scale__buttons");
  const slider = document.createElement("input");
  const shown = document.createElement("output");
  const values = buttons.map(({ value }) => Number(value));
  Object.assign(slider, { type: "range", min: values[0], max: values.at(-1), step: 1, className: "scale__slider" });
  slider.value = values[Math.floor(values.length / 2)];
  slider.setAttribute("aria-label", scale.closest("[data-question]").querySelector(".question__text").textContent.trim());
  shown.className = "scale__chosen";
  row.hidden = true;
  row.after(slider);
  scale.querySelector(".scale__steps").after(shown);

  const show = () => {
    const chosen = buttons.find(({ checked }) => checked);
    slider.classList.toggle("is-unset", !chosen);
    if (chosen) {
      slider.value = chosen.value;
    }
    shown.textContent = chosen ? chosen.value : t("notChosen");
    slider.setAttribute("aria-valuetext", shown.textContent);
  };
  // A slider always stands somewhere: only what a person does with it is an answer.
  const choose = () => {
    const button = buttons.find(({ value }) => value === slider.value);
    if (!button.checked) {
      button.checked = true;
      button.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  ["input", "pointerup"].forEach((event) => slider.addEventListener(event, choose));
  slider.addEventListener("keydown", (event) => {
    if (["Enter", " "].includes(event.key)) {
      event.preventDefault();
      choose();
    }
  });
  scale.addEventListener("change", show);
  show();
}

export function wireScales(scope, t) {
  scope.querySelectorAll("[data-scale=slider]").forEach((scale) => wire(scale, t));
}
