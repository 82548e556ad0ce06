/** Keeps count of what is left to share. */

const wholeNumber = (text) => {
  const number = Number(text.replace(/\s/g, "").replace(",", "."));
  return Number.isFinite(number) ? number : 0;
};

function wire(budget, t) {
  const left = budget.querySelector("[data-budget-left]");
  const unit = budget.dataset.unit;
  const language = document.documentElement.lang;
  const inWords = (number) => `${number.toLocaleString(language)}\u00a0${unit}`.trim();
  const count = () => {
    const amounts = [...budget.querySelectorAll("input")].map(({ value }) => wholeNumber(value));
    const rest = Number(budget.dataset.budget) - amounts.reduce((sum, amount) => sum + amount, 0);
    left.classList.toggle("is-over", rest < 0);
    if (rest === 0) {
      left.textContent = t("allShared");
    } else {
      left.textContent = rest > 0 ? t("left", { amount: inWords(rest) }) : t("over", { amount: inWords(-rest) });
    }
  };
  left.hidden = false;
  budget.addEventListener("input", count);
  count();
}

export function wireBudgets(scope, t) {
  scope.querySelectorAll("[data-budget]").forEach((budget) => wire(budget, t));
}
