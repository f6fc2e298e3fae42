//! Where the checker stands: a page of its own, or an element in somebody
//! else's. What differs between the two is asked here and nowhere else.

use std::fmt;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::browser::{self, Fragment};
use crate::date::Date;
use crate::report::Report;
use crate::words::Language;

/// The node that everything stands in, and what is around it.
///
/// All looking for elements starts at the node: many checkers can stand in one
/// document, and inside a shadow root the document does not see them.
#[derive(Clone)]
pub(crate) struct Host {
    root: Element,
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    /// The address is ours, and the reader came for us, with this at the start.
    Page(Rc<Fragment>),
    /// Neither is.
    #[cfg(feature = "embed")]
    Element(Rc<Embedding>),
}

/// Hears a text and its report, and, if the reader wrote the text, after which wish.
#[cfg_attr(not(feature = "embed"), allow(dead_code))]
pub(crate) type Told = Box<dyn Fn(&str, &Report, Option<u32>)>;

/// What an element tells the page around it, and what it was told.
pub(crate) struct Embedding {
    /// The address of the standalone page, without a fragment.
    pub page: String,
    /// What was answered and ticked before, and the day chosen, as a fragment.
    pub kept: String,
    /// Hears every text in the box and what it comes to.
    pub on_report: Told,
    /// Hears what was answered and ticked, and the day chosen, as a fragment.
    pub on_kept: Box<dyn Fn(&str)>,
}

/// How much is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Everything.
    #[default]
    Full,
    /// The box and the heads of the verdicts, the rest folded: for a side bar.
    Compact,
    /// The gravest verdict in one line, without a box.
    Badge,
}

/// What the page around asks of an element, now.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Wish {
    /// The text that shall stand in the box; the number rises with every wish,
    /// so that the same text can be asked for again.
    pub text: (u32, Rc<str>),
    /// The day to judge for; today when absent.
    pub on: Option<Date>,
    /// The language to speak, by its tag; the browser's when absent.
    pub language: Option<Rc<str>>,
    /// How much is shown.
    pub layout: Layout,
    /// Why the facts are not the ones that were asked for, in a sentence.
    pub notice: Option<Rc<str>>,
}

/// A host never changes while its checker lives.
impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

impl fmt::Debug for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_page() { "page" } else { "element" })
    }
}

impl Host {
    /// A page of its own.
    pub fn page(root: Element, first: Fragment) -> Self {
        Self { root, kind: Kind::Page(Rc::new(first)) }
    }

    /// An element in somebody else's page.
    #[cfg(feature = "embed")]
    pub fn element(root: Element, around: Embedding) -> Self {
        Self { root, kind: Kind::Element(Rc::new(around)) }
    }

    /// Whether the whole page is ours: then it has headings, landmarks and the
    /// focus, and its address is read and written.
    pub fn is_page(&self) -> bool {
        self.around().is_none()
    }

    /// Whether the box may have the focus at the start: in nobody else's page,
    /// and in no frame of one.
    pub fn takes_focus(&self) -> bool {
        self.is_page() && !browser::framed()
    }

    /// What a section of ours is: a landmark of its own page; in somebody else's
    /// only a group, since there may be many of its name.
    pub fn section_role(&self) -> Option<&'static str> {
        (!self.is_page()).then_some("group")
    }

    /// How much is shown; a page shows all. Without the feature there is
    /// nothing else, and the compiler leaves out what would show it.
    pub fn layout(&self, wish: &Wish) -> Layout {
        if self.is_page() { Layout::Full } else { wish.layout }
    }

    fn around(&self) -> Option<&Embedding> {
        match &self.kind {
            Kind::Page(_) => None,
            #[cfg(feature = "embed")]
            Kind::Element(around) => Some(around),
        }
    }

    /// What is asked for at the start.
    pub fn fragment(&self) -> Fragment {
        match &self.kind {
            Kind::Page(first) => Fragment::clone(first),
            // The build is a wish of the page around; a day is there if the reader chose it.
            #[cfg(feature = "embed")]
            Kind::Element(around) => Fragment { version: None, ..browser::read(&around.kept) },
        }
    }

    /// Keeps what is seen: in the page's own address, or with the element.
    pub fn keep(&self, fragment: &str) {
        match self.around() {
            None => browser::write_fragment(fragment),
            Some(around) => (around.on_kept)(fragment),
        }
    }

    /// An address that shows what is seen, to be passed on.
    pub fn address(&self, fragment: &str) -> String {
        match self.around() {
            None => browser::address(),
            Some(around) => format!("{}{fragment}", around.page),
        }
    }

    /// Tells the page around what stands in the box, and what it comes to.
    #[cfg(feature = "embed")]
    pub fn tell(&self, text: &str, report: &Report, typed: Option<u32>) {
        if let Some(around) = self.around() {
            (around.on_report)(text, report, typed);
        }
    }

    /// Tells in which language it speaks, and whither that runs.
    pub fn speaks(&self, language: Language) {
        if self.is_page() {
            browser::speaks(language);
        } else {
            browser::mark(&self.root, language);
        }
    }

    /// Once it stands: from then on the page follows its address.
    pub fn ready(&self, on_fragment: impl Fn(Fragment) + 'static) {
        if self.is_page() {
            browser::ready();
            browser::on_fragment(move || on_fragment(browser::read(&browser::hash())));
        }
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    /// The question that stands after another one, if there is one.
    pub fn question_after(&self, id: &str) -> String {
        self.find(&format!("#q-{id} ~ .q")).map(|next| next.id()).unwrap_or_default()
    }

    /// Gives the focus to the first of some elements that is there and takes it.
    pub fn focus(&self, selectors: &[&str]) {
        for element in selectors.iter().filter_map(|selector| self.find(selector)) {
            let _ = element.focus();
            if element.matches(":focus").unwrap_or_default() {
                return;
            }
        }
    }

    /// Opens the folded part that an element stands in, and brings it into view.
    pub fn open(&self, selector: &str) {
        let Some(element) = self.find(selector) else { return };
        if let Ok(Some(folded)) = element.closest("details") {
            let _ = folded.set_attribute("open", "");
        }
        element.scroll_into_view();
        // Where the reader looks, the keyboard goes on.
        self.focus(&[selector]);
    }

    /// Brings an element into view.
    pub fn show(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            element.scroll_into_view();
        }
    }
}
