// What the page around hears, for the tests to read.
window.heard = [];
for (const type of ["verdict", "checker-error"]) {
  document.addEventListener(type, (event) => window.heard.push([type, event.target.id, event.detail, event.bubbles && event.composed]));
}
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
