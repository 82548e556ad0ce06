/* Tells how many characters are left, from four fifths of a `maxlength` on. */
const words = document.querySelector("#counter-words")?.dataset.left;

for (const field of words ? document.querySelectorAll("textarea[maxlength]") : []) {
  const counter = document.createElement("output");
  counter.className = "counter";
  counter.htmlFor = field.id;
  field.after(counter);
  const update = () => {
    const left = field.maxLength - field.value.length;
    counter.hidden = left > field.maxLength / 5;
    counter.textContent = `${words} ${left}`;
    counter.classList.toggle("counter--near", left < 50);
  };
  field.addEventListener("input", update);
  update();
}
