/**
 * A device that many people answer on, one after another: when nobody has touched it for a while, it says so, and then
 * begins afresh. Nothing is kept in the browser, and each page takes the place of the one before in its history.
 */

import { forgetDrafts } from "./drafts.js";

const WARNING_SECONDS = 20;
/** Someone may still be photographing the link of the thanks: a touch gives three times as long, up to this. */
const MOST_AFTER_TOUCH = 60;
const SIGNS_OF_LIFE = ["keydown", "pointerdown", "input", "wheel"];

export function wireKiosk(dialog, t) {
  const words = dialog.querySelector("[data-kiosk-words]");
  const seconds = Number(dialog.dataset.seconds);
  const afterTouch = Math.max(seconds, Math.min(MOST_AFTER_TOUCH, 3 * seconds));
  let left = seconds;

  const leave = () => {
    forgetDrafts("kuule-survey:");
    window.location.replace(dialog.dataset.fresh);
  };
  const stay = () => {
    left = afterTouch;
    if (dialog.open) {
      dialog.close();
    }
  };
  const warn = () => {
    // Spoken when it appears and at ten seconds; a voice that counts every second says nothing else.
    if (!dialog.open) {
      dialog.show();
      words.textContent = t("stillThere", { count: left });
    } else if (left === 10) {
      words.textContent = t("stillThere", { count: left });
    }
    dialog.style.setProperty("--left", left / WARNING_SECONDS);
  };
  const tick = () => {
    left -= 1;
    if (left <= 0) {
      leave();
    } else if (left <= WARNING_SECONDS) {
      warn();
    }
  };

  forgetDrafts("kuule-survey:");
  dialog.querySelector("[data-kiosk-stay]").addEventListener("click", stay);
  SIGNS_OF_LIFE.forEach((sign) => document.addEventListener(sign, stay, { passive: true }));
  window.setInterval(tick, 1000);
}
