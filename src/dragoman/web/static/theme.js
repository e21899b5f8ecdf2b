// Runs before the page is drawn, so that a chosen theme does not flash.
(() => {
  const kept = localStorage.getItem("dragoman-theme");
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
})();
