/** "Other, what?": the text is there to be written when its option is chosen. */

function follow(box, choice, control) {
  const obey = () => {
    box.hidden = !choice();
  };
  control.closest("form").addEventListener("change", obey);
  obey();
}

export function wireOthers(scope) {
  scope.querySelectorAll("[data-other]").forEach((part) => {
    const option = part.querySelector("input[value=other]");
    follow(part.querySelector(".option-other__text"), () => option.checked, option);
  });
  scope.querySelectorAll("[data-other-of]").forEach((box) => {
    const list = box.parentElement.querySelector("select");
    follow(box, () => list.value === "other", list);
  });
}
