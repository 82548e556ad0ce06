/** Of a map layer's form, shows what the chosen kind of layer needs. Without this every field is shown. */

function showKind(choice) {
  document.querySelectorAll("[data-layer-kinds]").forEach((panel) => {
    panel.hidden = !panel.dataset.layerKinds.split(" ").includes(choice.value);
  });
}

document.addEventListener("DOMContentLoaded", () => {
  const choice = document.querySelector("select[name=kind]");
  if (choice) {
    choice.addEventListener("change", () => showKind(choice));
    showKind(choice);
  }
});
