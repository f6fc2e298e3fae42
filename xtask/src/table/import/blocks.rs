//! A page as a run of blocks, whichever form it was saved in: what Markdown and HTML have in common.

/// A heading, a text or a table, and the line it begins on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Counted from 1.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Its level and its words.
    Heading(u8, String),
    /// A paragraph, or an item of a list by itself.
    Text(String),
    /// Rows of cells; the first row holds the headings.
    Table(Vec<Row>),
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The line it begins on.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// The date that it prints of itself, as written, and where.
    pub date: Option<(usize, String)>,
    /// All blocks in order.
    pub blocks: Vec<Block>,
    /// Whether the end of the document was there.
    pub ended: bool,
}

impl Page {
    /// What is said before the first section.
    pub fn introduction(&self) -> String {
        let before = self.blocks.iter().take_while(|block| !matches!(block.kind, Kind::Heading(2.., _)));
        before.filter_map(Block::text).collect::<Vec<_>>().join(" ")
    }
}

impl Block {
    /// The words of a heading or a text.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Heading(_, text) | Kind::Text(text) => Some(text),
            Kind::Table(_) => None,
        }
    }
}

/// One space for every run of white space, none at the ends.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
