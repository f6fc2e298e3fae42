//! A saved HTML page, by the tokenizer of html5ever: it knows HTML as browsers do, and the line.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::blocks::{Block, Kind, Page, Row, squeezed};

/// Elements that stand by themselves; all others run on within a text.
const BLOCKS: [&str; 22] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "li",
    "div",
    "section",
    "article",
    "main",
    "blockquote",
    "pre",
    "dt",
    "dd",
    "ul",
    "ol",
    "nav",
    "header",
    "footer",
    "body",
];

/// Reads the blocks and what the head says of the page.
pub fn read(source: &str) -> Page {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(source));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    // Nothing in the sink asks to pause, so the whole text is read at once.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut reader = tokenizer.sink.0.into_inner();
    reader.finish();
    let mut page = reader.page;
    let first = page.blocks.iter().find(|block| matches!(block.kind, Kind::Heading(1, _)));
    page.title = first.and_then(Block::text).map_or(page.title, str::to_owned);
    page
}

#[derive(Default)]
struct Sink(RefCell<Reader>);

#[derive(Default)]
struct Reader {
    page: Page,
    line: usize,
    /// Whether an element has said where its text begins.
    placed: bool,
    words: String,
    heading: Option<u8>,
    /// Inside an element whose words are no part of the page.
    silent: bool,
    /// Inside the title in the head.
    title: bool,
    table: Option<(usize, Vec<Row>)>,
    cell: bool,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return reader.open(&tag, line),
            Token::TagToken(tag) => reader.close(&tag),
            Token::CharacterTokens(text) if reader.title => reader.page.title.push_str(&text),
            Token::CharacterTokens(text) if !reader.silent => {
                if !reader.placed && !text.trim().is_empty() {
                    (reader.line, reader.placed) = (line, true);
                }
                reader.words.push_str(&text);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reader {
    fn open(&mut self, tag: &Tag, line: usize) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        match name {
            "script" | "style" | "noscript" | "template" => {
                self.silent = true;
                let kind = if name == "script" { RawKind::ScriptData } else { RawKind::Rawtext };
                return TokenSinkResult::RawData(kind);
            }
            "title" if self.page.blocks.is_empty() => {
                self.title = true;
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
            "meta" => self.meta(tag, line),
            "time" => self.printed(attribute(tag, "datetime"), line),
            "br" => self.words.push(' '),
            "table" => {
                self.finish();
                self.table = Some((line, Vec::new()));
            }
            "tr" => {
                self.cell();
                if let Some((_, rows)) = &mut self.table {
                    rows.push(Row { line, cells: Vec::new() });
                }
            }
            "td" | "th" => {
                self.cell();
                self.cell = true;
            }
            _ if self.table.is_none() && BLOCKS.contains(&name) => {
                self.finish();
                self.heading = name.strip_prefix('h').and_then(|level| level.parse().ok());
                (self.line, self.placed) = (line, true);
            }
            // A paragraph inside a cell still parts words.
            _ if BLOCKS.contains(&name) => self.words.push(' '),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn close(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        match name {
            "script" | "style" | "noscript" | "template" => self.silent = false,
            "title" => self.title = false,
            "html" => self.page.ended = true,
            "td" | "th" | "tr" => self.cell(),
            "table" => {
                self.cell();
                if let Some((line, rows)) = self.table.take() {
                    self.page.blocks.push(Block { line, kind: Kind::Table(rows) });
                }
            }
            _ if self.table.is_none() && BLOCKS.contains(&name) => self.finish(),
            _ => {}
        }
    }

    fn finish(&mut self) {
        let text = squeezed(&std::mem::take(&mut self.words));
        let heading = self.heading.take();
        self.placed = false;
        if !text.is_empty() {
            let kind = heading.map_or_else(|| Kind::Text(text.clone()), |level| Kind::Heading(level, text.clone()));
            self.page.blocks.push(Block { line: self.line, kind });
        }
    }

    fn cell(&mut self) {
        let text = squeezed(&std::mem::take(&mut self.words));
        if std::mem::take(&mut self.cell)
            && let Some(row) = self.table.as_mut().and_then(|(_, rows)| rows.last_mut())
        {
            row.cells.push(text);
        }
    }

    /// The date of the text counts before that of its last technical change.
    fn meta(&mut self, tag: &Tag, line: usize) {
        let content = attribute(tag, "content");
        match attribute(tag, "name").as_deref() {
            Some("ms.date") => self.page.date = content.map(|date| (line, date)),
            Some("updated_at") => self.printed(content, line),
            _ => {}
        }
    }

    fn printed(&mut self, date: Option<String>, line: usize) {
        if self.page.date.is_none() {
            self.page.date = date.map(|date| (line, date));
        }
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_their_lines_and_scripts_are_left_out() {
        let page = read(
            "<!doctype html><html><head><title>Other &amp; more</title>\n<meta name=\"updated_at\" content=\"2026-10-01T01:02:03Z\">\n\
             <meta name=\"ms.date\" content=\"2026-09-16T00:00:00Z\"/><script>var a = '<h2>9.9.9.9</h2>';</script></head>\n\
             <body><h1 id=a>A <em>page</em></h1>\n<p>Hello<br>world &lt;b&gt;\n<p>Second\n<table><thead><tr><th>Version<th>End</thead>\n\
             <tr><td><p><a href=x>2.6.1.0</a></p></td><td></td></tr></table><ul><li>one<li>two</ul></body></html>",
        );
        assert_eq!(page.title, "A page");
        assert_eq!(page.date, Some((3, "2026-09-16T00:00:00Z".to_owned())));
        assert!(page.ended);
        let said: Vec<_> = page.blocks.iter().map(|block| (block.line, block.text().unwrap_or("table"))).collect();
        let wanted = [(4, "A page"), (5, "Hello world <b>"), (6, "Second"), (7, "table"), (8, "one"), (8, "two")];
        assert_eq!(said, wanted);
        let Kind::Table(rows) = &page.blocks[3].kind else { panic!("it is a table") };
        assert_eq!(rows[0].cells, ["Version", "End"]);
        assert_eq!((rows[1].line, &rows[1].cells[..]), (8, &["2.6.1.0".to_owned(), String::new()][..]));
    }

    #[test]
    fn a_page_that_breaks_off_has_no_end() {
        assert!(!read("<html><body><h1>A page</h1><p>and th").ended);
    }
}
