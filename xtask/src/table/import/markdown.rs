//! The Markdown source of a documentation page.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::blocks::{Block, Kind, Page, Row, squeezed};

/// Headings that end a page of the documentation.
const LAST: [&str; 4] = ["next steps", "related content", "see also", "related articles"];

/// Reads the blocks and the front matter.
pub fn read(source: &str) -> Page {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_GFM;
    let starts: Vec<usize> = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let line = |at: usize| starts.partition_point(|start| *start <= at);
    let mut page = Page::default();
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        let line = line(range.start);
        match event {
            Event::Start(Tag::MetadataBlock(_)) => reader.matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => reader.matter = false,
            Event::Text(text) if reader.matter => front_matter(&text, line, &mut page),
            Event::Start(Tag::Heading { level, .. }) => reader.begin(line, Some(level as u8), &mut page),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::BlockQuote(_) | Tag::CodeBlock(_)) => {
                reader.begin(line, None, &mut page);
            }
            Event::End(
                TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::CodeBlock,
            ) => {
                reader.finish(&mut page);
            }
            Event::Start(Tag::Table(_)) => {
                reader.finish(&mut page);
                reader.table = Some((line, Vec::new()));
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => reader.row(line),
            Event::End(TagEnd::TableCell) => reader.cell(),
            Event::End(TagEnd::Table) => {
                if let Some((line, rows)) = reader.table.take() {
                    page.blocks.push(Block { line, kind: Kind::Table(rows) });
                }
            }
            Event::Text(text) | Event::Code(text) => reader.words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) => reader.words.push(' '),
            _ => {}
        }
    }
    reader.finish(&mut page);
    if let Some(Block { kind: Kind::Heading(_, title), .. }) =
        page.blocks.iter().find(|block| matches!(block.kind, Kind::Heading(1, _)))
    {
        page.title.clone_from(title);
    }
    page.ended = page.blocks.iter().any(|block| match &block.kind {
        Kind::Heading(_, text) => LAST.contains(&text.to_lowercase().as_str()),
        Kind::Text(_) | Kind::Table(_) => false,
    });
    page
}

/// Title and date of the page, which its first lines hold.
fn front_matter(text: &str, line: usize, page: &mut Page) {
    for (index, entry) in text.lines().enumerate() {
        let Some((name, value)) = entry.split_once(':') else { continue };
        let value = value.trim().trim_matches(['\'', '"']);
        match name.trim() {
            "title" => page.title = value.to_owned(),
            "ms.date" => page.date = Some((line + index, value.to_owned())),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Reader {
    matter: bool,
    line: usize,
    heading: Option<u8>,
    words: String,
    table: Option<(usize, Vec<Row>)>,
}

impl Reader {
    fn begin(&mut self, line: usize, heading: Option<u8>, page: &mut Page) {
        self.finish(page);
        (self.line, self.heading) = (line, heading);
    }

    fn finish(&mut self, page: &mut Page) {
        let text = squeezed(&std::mem::take(&mut self.words));
        let heading = self.heading.take();
        if !text.is_empty() {
            let kind = heading.map_or_else(|| Kind::Text(text.clone()), |level| Kind::Heading(level, text.clone()));
            page.blocks.push(Block { line: self.line, kind });
        }
    }

    fn row(&mut self, line: usize) {
        if let Some((_, rows)) = &mut self.table {
            rows.push(Row { line, cells: Vec::new() });
        }
    }

    fn cell(&mut self) {
        let text = squeezed(&std::mem::take(&mut self.words));
        if let Some(row) = self.table.as_mut().and_then(|(_, rows)| rows.last_mut()) {
            row.cells.push(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_their_lines() {
        let page = read(
            "---\ntitle: 'A page'\nms.date: 09/16/2026\n---\n\n# A page\n\nHello\nworld.\n\n## 2.6.1.0\n- one `x`\n  - two\n\n\
             Version | End\n---|---\n[2.6.1.0](#a) | **never**\n\n## Next steps\n",
        );
        assert_eq!(page.title, "A page");
        assert_eq!(page.date, Some((3, "09/16/2026".to_owned())));
        assert!(page.ended);
        let text = |line, text: &str| Block { line, kind: Kind::Text(text.to_owned()) };
        let heading = |line, level, text: &str| Block { line, kind: Kind::Heading(level, text.to_owned()) };
        let row = |line, cells: [&str; 2]| Row { line, cells: cells.map(str::to_owned).to_vec() };
        let table = Kind::Table(vec![row(15, ["Version", "End"]), row(17, ["2.6.1.0", "never"])]);
        let wanted = [
            heading(6, 1, "A page"),
            text(8, "Hello world."),
            heading(11, 2, "2.6.1.0"),
            text(12, "one x"),
            text(13, "two"),
            Block { line: 15, kind: table },
            heading(19, 2, "Next steps"),
        ];
        assert_eq!(page.blocks, wanted);
    }
}
