// What HTML alone cannot do: follow links inside the page without loading it anew, copy a citation,
// choose days by dragging over the strip, and bring the words that a link names into sight.
// Nothing here makes HTML out of text.

const go = (href, toTop) => {
  history.pushState({}, "", href);
  // Streamlit listens for this and runs the script for the new address.
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  if (toTop) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
};

const plain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

// The link that was followed is gone after the redraw, and the keyboard's place with it: it is put back at the filter
// the link stood in, else at the head of the page.
let followed = null;

const settle = () => {
  const app = document.querySelector("[data-testid=stApp]");
  if (!followed || followed.link.isConnected || app?.dataset.testScriptState !== "notRunning") return;
  const place = document.querySelectorAll(".facets summary")[followed.facet] ?? document.querySelector("h1");
  followed = null;
  if (place?.tagName === "H1") place.tabIndex = -1;
  place?.focus({ preventScroll: true });
};

const follow = (event) => {
  const link = event.target.closest?.("a[data-go]");
  if (!link || !plain(event)) return;
  event.preventDefault();
  followed = { link, facet: [...document.querySelectorAll(".facets details")].indexOf(link.closest("details")) };
  const here = link.pathname === location.pathname && link.dataset.go !== "top";
  go(link.getAttribute("href"), !here);
};

const copy = async (event) => {
  const button = event.target.closest?.("button[data-copy]");
  if (!button) return;
  const words = button.textContent;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = words; }, 1500);
};

let from = null;

const bar = (event) => event.target.closest?.(".strip .bars > i");

const marked = (to) => {
  const bars = [...from.parentElement.children];
  const [a, b] = [bars.indexOf(from), bars.indexOf(to)].sort((x, y) => x - y);
  return bars.slice(a, b + 1);
};

const press = (event) => {
  if (!plain(event) || !bar(event)) return;
  from = bar(event);
  event.preventDefault();
  drag(event);
};

const drag = (event) => {
  const to = from && bar(event);
  if (!to || to.parentElement !== from.parentElement) return;
  for (const each of from.parentElement.children) each.classList.remove("drawn");
  for (const each of marked(to)) each.classList.add("drawn");
};

const later = (day, days) => {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
};

const release = () => {
  if (!from) return;
  const chosen = [...from.parentElement.querySelectorAll(".drawn")];
  const base = new URL(from.closest(".strip").dataset.base, location.href);
  const days = Number(from.parentElement.dataset.days);
  from = null;
  if (!chosen.length) return;
  base.searchParams.set("first", chosen[0].dataset.from);
  base.searchParams.set("last", later(chosen[chosen.length - 1].dataset.from, days - 1));
  go(base.pathname + base.search, false);
};

let shown = "";

const show = () => {
  const aim = document.querySelector("[data-aim]");
  const wanted = aim ? location.href + aim.dataset.aim : "";
  if (wanted === shown) return;
  shown = wanted;
  aim?.scrollIntoView({ block: "center" });
};

const listeners = { click: [follow, copy], pointerdown: [press], pointerover: [drag], pointerup: [release] };

export default function () {
  const each = (act) => Object.entries(listeners).forEach(([name, all]) => all.forEach((f) => act(name, f)));
  each((name, listener) => document.addEventListener(name, listener));
  const watcher = new MutationObserver(() => {
    show();
    settle();
  });
  const what = { childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"] };
  watcher.observe(document.body, what);
  show();
  return () => {
    watcher.disconnect();
    each((name, listener) => document.removeEventListener(name, listener));
  };
}
