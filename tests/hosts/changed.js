// The built-ins as libraries of around 2008 leave them: added to in ways that `for … in` sees, some
// replaced by functions of the same name that do something else.
function add(prototype, methods) {
  for (var name in methods) prototype[name] = methods[name];
}

function listed(things) {
  if (!things) return [];
  if (typeof things !== "string" && "toArray" in Object(things)) return things.toArray();
  var length = things.length || 0;
  var list = new Array(length);
  while (length--) list[length] = things[length];
  return list;
}

// No iterator, no second argument: a Set gives an empty list.
Array.from = listed;

add(Array.prototype, {
  each: function (visit) { for (var i = 0; i < this.length; i++) visit(this[i], i); return this; },
  first: function () { return this[0]; },
  last: function () { return this[this.length - 1]; },
  clear: function () { this.length = 0; return this; },
  clone: function () { return [].concat(this); },
  include: function (one) { return this.indexOf(one) > -1; },
  without: function (one) { return this.filter(function (other) { return other !== one; }); },
  toArray: function () { return [].concat(this); },
  // A list, where the platform gives an iterator.
  entries: function () { return [].concat(this); },
  // JSON.stringify calls it, and writes what comes back as a text.
  toJSON: function () { return "[" + this.map(function (one) { return JSON.stringify(one); }).join(", ") + "]"; },
  remove: function (one) { var at = this.indexOf(one); if (at > -1) this.splice(at, 1); return this; },
});

add(String.prototype, {
  strip: function () { return this.replace(/^\s+|\s+$/g, ""); },
  blank: function () { return /^\s*$/.test(this); },
  toArray: function () { return this.split(""); },
  include: function (part) { return this.indexOf(part) > -1; },
  sub: function (pattern, by) { return this.replace(pattern, by); },
  times: function (count) { return new Array(count + 1).join(this); },
  toJSON: function () { return '"' + this.replace(/["\\]/g, "\\$&") + '"'; },
});

add(Number.prototype, {
  succ: function () { return this + 1; },
  toJSON: function () { return isFinite(this) ? this.toString() : "null"; },
});

add(Date.prototype, {
  toJSON: function () { return '"' + this.getFullYear() + '"'; },
});

add(Function.prototype, {
  bind: function (context) {
    var method = this, given = listed(arguments).slice(1);
    return function () { return method.apply(context, given.concat(listed(arguments))); };
  },
  curry: function () { return this.bind.apply(this, [null].concat(listed(arguments))); },
  delay: function (seconds) { return window.setTimeout(this, seconds * 1000); },
  wrap: function (wrapper) { var method = this; return function () { return wrapper.call(this, method); }; },
});

add(Object.prototype, {
  extendWith: function (more) { add(this, more); return this; },
  isEmptyObject: function () { for (var name in this) return false; return true; },
});
Object.extend = function (to, from) { add(to, from); return to; };
Object.toJSON = function (thing) { return JSON.stringify(thing); };

// The names of the platform with other manners.
var removed = Element.prototype.remove;
var elements = {
  remove: function () { removed.call(this); return this; },
  insert: function (what) { this.insertAdjacentText("beforeend", String(what)); return this; },
  select: function (selector) { return this.querySelectorAll(selector); },
  update: function (text) { this.textContent = text; return this; },
  replace: function (other) { this.parentNode.replaceChild(other, this); return this; },
  show: function () { this.style.display = ""; return this; },
  hide: function () { this.style.display = "none"; return this; },
  visible: function () { return this.style.display !== "none"; },
  clone: function (deep) { return this.cloneNode(deep); },
  up: function () { return this.parentNode; },
  down: function () { return this.firstElementChild; },
  next: function () { return this.nextElementSibling; },
  scrollTo: function () { window.scrollTo(0, this.offsetTop); return this; },
  observe: function (type, heard) { this.addEventListener(type, heard); return this; },
  getValue: function () { return this.value; },
  setStyle: function (styles) { add(this.style, styles); return this; },
};
add(Element.prototype, elements);
// Also where the platform has its own of the name, nearer to the element.
["HTMLElement", "HTMLInputElement", "HTMLTextAreaElement", "HTMLSelectElement", "HTMLFormElement"].forEach(function (name) {
  add(window[name].prototype, elements);
});
add(HTMLTextAreaElement.prototype, {
  clear: function () { this.value = ""; return this; },
  activate: function () { this.focus(); return this; },
});

// `Element` makes elements now; its prototype is the old one.
var former = window.Element;
window.Element = function (tag, attributes) {
  var made = document.createElement(tag);
  for (var name in attributes) if (typeof attributes[name] !== "function") made.setAttribute(name, attributes[name]);
  return made;
};
window.Element.prototype = former.prototype;

document.getElementsByClassName = function (name) { return listed(document.querySelectorAll("." + name)); };
window.$ = function (which) { return typeof which === "string" ? document.getElementById(which) : which; };
window.$$ = function (selector) { return listed(document.querySelectorAll(selector)); };
window.$A = listed;
window.Hash = function (from) { this._object = from; };
window.Form = { reset: function (form) { window.$(form).reset(); return form; } };
