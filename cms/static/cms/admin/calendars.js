// Closes Wagtail's calendar when its field is left, which the calendar does only where it may also replace what was typed.

const OPENING_DELAY = 250; // A calendar opens a moment after its field is entered, even if it has been left since.

document.addEventListener("focusout", (event) => {
  const field = window.jQuery?.(event.target);
  if (!field?.data("xdsoft_datetimepicker")) return;
  const close = () => document.activeElement !== event.target && field.datetimepicker("hide");
  setTimeout(close);
  setTimeout(close, OPENING_DELAY);
});
