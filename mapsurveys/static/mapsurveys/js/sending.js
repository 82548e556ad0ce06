/** Sends a page without leaving it, so that a lost connection loses nothing: it is told, and the page is sent later. */

const RETRY_SECONDS = 10;

class Sender {
  constructor(form, draft, t) {
    Object.assign(this, { form, draft, t, isBusy: false, isWaiting: false });
    this.status = form.querySelector("[data-sending]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(event.submitter);
    });
    window.addEventListener("online", () => this.tryAgain());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.settle(""));
  }

  async send(submitter) {
    if (this.isBusy) {
      return;
    }
    this.submitter = submitter;
    this.isBusy = true;
    this.form.setAttribute("aria-busy", "true");
    this.tell(this.isWaiting ? "back" : "sending");
    let answer;
    try {
      answer = await fetch(this.form.action, { method: "POST", body: this.data(), headers: { Accept: "application/json" } });
    } catch {
      this.wait();
      return;
    }
    await this.obey(answer);
  }

  data() {
    const data = new FormData(this.form);
    if (this.submitter?.name) {
      data.append(this.submitter.name, this.submitter.value);
    }
    return data;
  }

  async obey(answer) {
    if (answer.ok && answer.headers.get("Content-Type")?.startsWith("application/json")) {
      this.leave(await answer.json());
    } else if (answer.status >= 500) {
      this.settle("noAnswer");
    } else {
      this.sendPlainly();
    }
  }

  /** To the next page. The browser's own way back then leads to the stored page, not to an empty form. */
  leave(told) {
    this.draft.sent(told);
    if ("kiosk" in this.form.dataset) {
      window.location.replace(told.next);
      return;
    }
    window.history.replaceState(null, "", told.stored);
    window.location.assign(told.next);
  }

  /** Something is wrong with the answers: the server's own page says what. It stores nothing of them a second time. */
  sendPlainly() {
    if (this.submitter?.name) {
      const pressed = document.createElement("input");
      Object.assign(pressed, { type: "hidden", name: this.submitter.name, value: this.submitter.value });
      this.form.append(pressed);
    }
    this.form.submit();
  }

  /** No connection: tried again when the browser says that it is back, and now and then besides. */
  wait() {
    this.isWaiting = true;
    this.settle(this.draft.key ? "offline" : "offlineUnkept");
    window.setTimeout(() => this.tryAgain(), RETRY_SECONDS * 1000);
  }

  tryAgain() {
    if (this.isWaiting && !this.isBusy && window.navigator.onLine) {
      this.send(this.submitter);
    }
  }

  settle(key) {
    this.isBusy = false;
    this.form.removeAttribute("aria-busy");
    this.tell(key);
  }

  tell(key) {
    const words = key ? this.t(key) : "";
    if (this.status.textContent !== words) {
      this.status.textContent = words;
    }
    this.status.classList.toggle("is-problem", ["offline", "offlineUnkept", "noAnswer"].includes(key));
  }
}

export function wireSending(form, draft, t) {
  return new Sender(form, draft, t);
}
