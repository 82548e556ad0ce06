/** Puts options in order with buttons or by dragging, in place of a list of places for each. The lists hold the answer. */

const MARKS = { up: "↑", down: "↓", remove: "×", add: "+" };

class Ranking {
  constructor(root, t) {
    Object.assign(this, { root, t, most: Number(root.dataset.ranking) });
    this.selects = root.querySelector("[data-ranking-selects]");
    this.options = [...this.selects.querySelectorAll("select")].map((select) => ({
      select,
      name: select.labels[0].textContent.trim(),
      lang: select.labels[0].lang,
    }));
    const placed = this.options.filter(({ select }) => select.value);
    this.order = placed.sort((one, other) => Number(one.select.value) - Number(other.select.value));
    this.build();
    this.show();
  }

  build() {
    this.selects.hidden = true;
    this.root.querySelector(".question__help").hidden = true;
    const id = this.selects.querySelector("select").id;
    this.orderTitle = this.add("p", "ranking__title", this.t("yourOrder"), `${id}-order`);
    this.empty = this.add("p", "ranking__empty", this.t("nothingRanked"));
    this.list = this.add("ol", "ranking__order");
    this.poolTitle = this.add("p", "ranking__title", this.t("options"), `${id}-pool`);
    this.pool = this.add("ul", "ranking__pool");
    this.list.setAttribute("aria-labelledby", this.orderTitle.id);
    this.pool.setAttribute("aria-labelledby", this.poolTitle.id);
    this.told = this.add("p", "visually-hidden");
    this.told.setAttribute("role", "status");
    this.list.addEventListener("pointerdown", (event) => this.drag(event));
  }

  add(tag, className, text = "", id = "") {
    const element = document.createElement(tag);
    Object.assign(element, { className, textContent: text, id });
    this.root.append(element);
    return element;
  }

  /** A button with a sign for the eye and words for the ear. */
  button(action, option, act) {
    const button = document.createElement("button");
    const key = `rank${action[0].toUpperCase()}${action.slice(1)}`;
    Object.assign(button, { type: "button", className: "ranking__button", textContent: MARKS[action] });
    button.dataset.action = action;
    button.setAttribute("aria-label", this.t(key, { option: option.name }));
    button.addEventListener("click", act);
    return button;
  }

  get isFull() {
    return this.order.length >= this.most;
  }

  show() {
    this.list.replaceChildren(...this.order.map((option, index) => this.rankedItem(option, index)));
    const rest = this.options.filter((option) => !this.order.includes(option));
    this.pool.replaceChildren(...rest.map((option) => this.poolItem(option)));
    this.empty.hidden = this.order.length > 0;
    this.list.hidden = this.order.length === 0;
    this.poolTitle.hidden = rest.length === 0;
    this.poolTitle.textContent = this.isFull ? this.t("allRanked") : this.t("options");
  }

  rankedItem(option, index) {
    const item = this.item(option, "ranking__item");
    const grip = document.createElement("span");
    grip.className = "ranking__grip";
    grip.setAttribute("aria-hidden", "true");
    item.prepend(grip);
    item.option = option;
    const up = this.button("up", option, () => this.move(option, index - 1, "up"));
    const down = this.button("down", option, () => this.move(option, index + 1, "down"));
    up.setAttribute("aria-disabled", String(index === 0));
    down.setAttribute("aria-disabled", String(index === this.order.length - 1));
    item.append(up, down, this.button("remove", option, () => this.remove(option)));
    return item;
  }

  poolItem(option) {
    const item = document.createElement("li");
    const button = this.button("add", option, () => this.rank(option));
    const name = this.nameOf(option);
    button.classList.add("ranking__add");
    button.append(name);
    button.setAttribute("aria-disabled", String(this.isFull));
    item.append(button);
    return item;
  }

  item(option, className) {
    const item = document.createElement("li");
    item.className = className;
    item.append(this.nameOf(option));
    return item;
  }

  nameOf({ name, lang }) {
    const span = document.createElement("span");
    span.className = "ranking__name";
    span.textContent = name;
    if (lang) {
      span.lang = lang;
    }
    return span;
  }

  rank(option) {
    if (this.isFull) {
      this.told.textContent = this.t("allRanked");
      return;
    }
    const place = this.options.filter((each) => !this.order.includes(each)).indexOf(option);
    this.order.push(option);
    this.changed(option);
    const left = [...this.pool.querySelectorAll("button")];
    const next = this.isFull ? this.list.lastElementChild.querySelector("button") : left[place] ?? left.at(-1);
    (next ?? this.list.lastElementChild.querySelector("button")).focus();
  }

  move(option, to, action) {
    if (to < 0 || to >= this.order.length) {
      return;
    }
    this.order = this.order.filter((each) => each !== option);
    this.order.splice(to, 0, option);
    this.changed(option);
    this.list.children[to].querySelector(`[data-action=${action}]`)?.focus();
  }

  remove(option) {
    this.order = this.order.filter((each) => each !== option);
    this.changed(option);
    [...this.pool.querySelectorAll("button")].find(({ textContent }) => textContent.endsWith(option.name))?.focus();
  }

  changed(option) {
    this.options.forEach((each) => {
      const place = this.order.indexOf(each) + 1;
      each.select.value = place ? String(place) : "";
    });
    this.show();
    const place = this.order.indexOf(option) + 1;
    const values = { option: option.name, place, total: this.order.length };
    this.told.textContent = this.t(place ? "ranked" : "unranked", values);
    option.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Dragging by the grip, with a mouse or a finger; the buttons do the same for everyone. */
  drag(event) {
    const item = event.target.closest(".ranking__grip")?.parentElement;
    if (!item) {
      return;
    }
    event.preventDefault();
    event.target.setPointerCapture(event.pointerId);
    item.classList.add("is-dragged");
    const follow = ({ clientY }) => {
      const others = [...this.list.children].filter((each) => each !== item);
      const next = others.find((each) => clientY < each.getBoundingClientRect().top + each.offsetHeight / 2);
      this.list.insertBefore(item, next ?? null);
    };
    const drop = () => {
      event.target.removeEventListener("pointermove", follow);
      item.classList.remove("is-dragged");
      this.move(item.option, [...this.list.children].indexOf(item), "up");
    };
    event.target.addEventListener("pointermove", follow);
    event.target.addEventListener("lostpointercapture", drop, { once: true });
  }
}

export function wireRankings(scope, t) {
  scope.querySelectorAll("[data-ranking]").forEach((root) => new Ranking(root, t));
}
